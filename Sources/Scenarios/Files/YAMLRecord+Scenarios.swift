import Parameters

/// What lever and scenario files may name.
struct ScenarioNames {
  let parameters: ParameterSet
  let sources: Sources

  /// The strands of the programme, without the prefix of their parameters.
  var strands: [String] { names(after: "programme.strand.") }

  /// The prices of levers outside the programme, without the prefix of their parameters.
  var prices: [String] { names(after: Lever.pricePrefix) }

  private func names(after prefix: String) -> [String] {
    parameters.ids.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
  }
}

extension YAMLRecord {
  /// A share of 0 to 1.
  func share(_ key: String, required: Bool = true) -> Double? {
    guard let number = number(key, required: required) else { return nil }
    guard (0...1).contains(number) else {
      report(InputFault.outOfRange(of: key, value: number, allowed: 0...1), at: key)
      return nil
    }
    return number
  }

  /// A whole number of years from 0 to 50.
  func wholeYears(_ key: String) -> Int? {
    guard let years = integer(key) else { return nil }
    guard (0...50).contains(years) else {
      report(InputFault.outOfRange(of: key, value: Double(years), allowed: 0...50), at: key)
      return nil
    }
    return years
  }

  /// A text that a spreadsheet does not take for a formula.
  func plainText(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    if let first = text.first, "=+-@".contains(first) {
      report(ScenarioFault.formula(of: key, text: text), at: key)
      return nil
    }
    return text
  }

  /// Shares of 0 or more that sum to 1.
  func phasing(_ key: String) -> [Double]? {
    guard let items = list(key) else { return nil }
    let shares = items.compactMap { $0.number() }
    guard shares.count == items.count else { return nil }
    let sum = shares.reduce(0, +)
    // Shares are written with few decimals; 1e-9 is far below one of them and above rounding.
    guard shares.allSatisfy({ $0 >= 0 }), abs(sum - 1) <= 1e-9 else {
      report(ScenarioFault.wrongPhasing(shares: shares, sum: sum), at: key)
      return nil
    }
    return shares
  }

  /// A financial year such as `2024-25`.
  func financialYear(_ key: String) -> FinancialYear? {
    guard let text = text(key) else { return nil }
    guard let year = FinancialYear(text) else {
      report(
        InputFault.wrongType(
          of: key, expected: "a financial year such as 2024-25", found: "'\(text)'"),
        at: key)
      return nil
    }
    return year
  }

  /// Reports an id that is not the file's name.
  func checkFileName(_ file: String, id: String?) {
    if let id, file != "\(id).yaml" { report(ScenarioFault.wrongFileName(id: id, file: file)) }
  }
}

extension YAMLValue {
  /// `{id: source, at: place}`; `nil` after reporting a fault.
  func citation(_ names: ScenarioNames) -> Citation? {
    guard let record = record("a source") else { return nil }
    let id = record.value("id")?
      .choice(of: "source", among: names.sources.ids) { names.sources.has($0) ? $0 : nil }
    let at = record.text("at")
    record.finish()
    guard let id, let at else { return nil }
    return Citation(source: id, at: at)
  }
}
