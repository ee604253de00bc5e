extension InputFault {
  /// What is wrong, with the facts.
  public var what: String {
    switch self {
    case .unreadableFile(let reason): "cannot be read: \(reason)"
    case .emptyFile: "the file is empty"
    case .notUTF8: "the text is not UTF-8"
    case .invalidIdentifier(let found): "'\(found)' cannot be an id"
    case .unknownName(let kind, let found, _): "'\(found)' is not a known \(kind)"
    case .duplicateIdentifier(let id, let first): "'\(id)' is already defined at \(first)"
    case .wrongFolder(let id, let folder): "the id is '\(id)', the folder '\(folder)'"
    case .invalidYAML(let problem): "not valid YAML: \(problem)"
    case .duplicateKey(let key): "the key '\(key)' appears more than once"
    case .unknownKey(let key, _): "the key '\(key)' is not known here"
    case .missingKey(let key, let owner): "\(owner) lacks the key '\(key)'"
    case .wrongType(let key, let expected, let found): "\(key) should be \(expected), not \(found)"
    case .notANumber(let key, let found): "\(key) should be a number, not '\(found)'"
    case .malformedCSV(let problem): "not valid CSV: \(problem)"
    case .wrongHeader(let found, _): "the header is '\(found.joined(separator: ","))'"
    case .wrongColumnCount(let found, let expected):
      "the row has \(found) fields, the header \(expected)"
    case .digestMismatch(let stated, let computed):
      "the digest is \(stated), but data.csv has sha256:\(computed)"
    case .invalidYear(let found, _): "'\(found)' is not a year of this series"
    case .unsortedRow(let row, let previous): "\(row) comes after \(previous)"
    case .duplicateRow(let row, let first): "\(row) is already on line \(first)"
    case .twoVintages(let year, let sources):
      "the year \(year) has two vintages: \(sources.joined(separator: " and "))"
    case .valueAndStatus(let row): "\(row) has both a value and a status"
    case .neitherValueNorStatus(let row): "\(row) has neither a value nor a status"
    case .unusedCategory(let category, let dimension):
      "the category '\(category)' of \(dimension) does not occur in data.csv"
    case .missingFigure(let series, let year, let categories, let status):
      "\(series) has no figure for \(([String(year)] + categories).joined(separator: ", "))"
        + (status.map { ", status \($0.rawValue): \($0.sentence.dropLast().lowercased())" } ?? "")
    case .missingForBasis(let basis, let key, let owner):
      "\(owner) is \(basis.rawValue) and lacks '\(key)'"
    case .pricesWithoutMoney(let unit): "prices are given, but the unit \(unit) is not money"
    case .missingPrices(let unit): "the unit is \(unit) and prices are not given"
    case .outOfRange(let owner, let value, let range):
      "\(owner) is \(shortestText(value)), outside \(shortestText(range.lowerBound)) to "
        + shortestText(range.upperBound)
    case .reversedRange(let owner, let low, let high):
      "\(owner) runs from \(shortestText(low)) down to \(shortestText(high))"
    case .dateOrder(let owner, let date, let previous):
      "\(owner) has \(date) after \(previous)"
    case .differentCategories(let owner, let missing, let surplus):
      "\(owner) has other categories than the first date"
        + (missing.isEmpty ? "" : "; missing: \(missing.joined(separator: ", "))")
        + (surplus.isEmpty ? "" : "; surplus: \(surplus.joined(separator: ", "))")
    case .invalidSpread(let owner, let problem): "the spread of \(owner) \(problem)"
    case .noValue(let parameter, let day, let problem):
      "\(parameter) has no value on \(day): \(problem)"
    case .wrongKeyCount(let parameter, let found, let expected):
      "\(parameter) is asked for with \(found) categories, not \(expected)"
    case .changedTwice(let path, let from, let until):
      "\(path) is already changed from \(from)" + (until.map { " until \($0)" } ?? "")
    case .unitMismatch(let owner, let found, let expected):
      "\(owner) is in \(expected), the change in \(found)"
    case .staleFit(let name, let stated, let computed):
      "the fit is of \(name) with sha256 \(stated.prefix(12))…, which now has "
        + "\(computed.prefix(12))…"
    case .dividedArea(let name, let day, _): "\(name) was divided on \(day)"
    }
  }

  /// What would be right.
  public var allowed: String? {
    switch self {
    case .invalidIdentifier: "lower-case letters, digits and '-', in parts joined by '.'"
    case .unknownName(_, _, let names), .unknownKey(_, let names): allowedText(names)
    case .wrongHeader(_, let expected): expected.joined(separator: ",")
    case .invalidYear(_, let expected): expected
    case .unsortedRow: "rows by year, then in the order of the categories in about.yaml"
    case .twoVintages: "one source per series and year"
    case .valueAndStatus, .neitherValueNorStatus: "a value, or a blank with a status"
    case .missingPrices: "cash, not-stated, or a financial year such as 2024-25"
    case .dateOrder: "dates in ascending order"
    case .staleFit: "what the fit was made from; fit again with carecast calibrate"
    case .dividedArea(_, _, let areas): areas.joined(separator: ", ")
    case .changedTwice: "one change to a parameter and date; combine them"
    default: nil
    }
  }

  /// The nearest valid name.
  public var nearest: String? {
    switch self {
    case .unknownName(_, let found, let names), .unknownKey(let found, let names):
      nearestName(to: found, among: names)
    default: nil
    }
  }

  private func allowedText(_ names: [String]) -> String {
    let shown = 24
    if names.isEmpty { return "none" }
    return names.count <= shown
      ? names.joined(separator: ", ") : "one of \(names.count) names"
  }
}
