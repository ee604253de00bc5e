extension ParameterFile {
  /// The text of a file that reads back as equal parameters.
  ///
  /// Keys stand in a fixed order, numbers in the shortest form that reads back equal, texts in
  /// quotation marks. The same parameters give the same bytes.
  ///
  /// - Parameter parameters: Without adjustments: those belong in a scenario.
  public static func text(of parameters: [Parameter]) -> String {
    if parameters.isEmpty { return "[]\n" }
    return parameters.map { parameter in
      precondition(
        parameter.adjustments.isEmpty,
        "\(parameter.id) has \(parameter.adjustments.count) adjustments; a file holds none")
      let lines = definition(of: parameter) + ["values:"] + parameter.values.flatMap(lines)
      return "- " + lines.joined(separator: "\n  ") + "\n"
    }.joined(separator: "\n")
  }

  private static func definition(of parameter: Parameter) -> [String] {
    let range = [parameter.valid.lowerBound, parameter.valid.upperBound].map(shortestText)
    var lines = [
      "id: \(quoted(parameter.id))", "label: \(quoted(parameter.label))",
      "unit: \(quoted(parameter.unit.id))",
    ]
    if let prices = parameter.prices { lines.append("prices: \(quoted(prices.description))") }
    if !parameter.dimensions.isEmpty {
      lines.append("by: [\(parameter.dimensions.map(quoted).joined(separator: ", "))]")
    }
    lines.append("valid: [\(range.joined(separator: ", "))]")
    switch parameter.afterLast {
    case .hold: lines.append("after_last: hold")
    case .error: lines.append("after_last: error")
    case .index(let series): lines.append("after_last: {index: \(quoted(series.id))}")
    }
    if let note = parameter.note { lines.append("note: \(quoted(note))") }
    return lines
  }

  private static func lines(of value: DatedValue) -> [String] {
    var lines = ["from: \(value.from)", "basis: \(value.basis.rawValue)"]
    if let citation = value.citation {
      lines.append("source: {id: \(quoted(citation.source)), at: \(quoted(citation.at))}")
    }
    if let how = value.how { lines.append("how: \(quoted(how))") }
    if let reason = value.reason { lines.append("reason: \(quoted(reason))") }
    if let setBy = value.setBy { lines.append("set_by: \(setBy.rawValue)") }
    lines += cells(Array(zip(value.table.keys, value.table.values)), name: "value")
    lines.append("spread: {\(text(of: value.spread))}")
    return ["- " + lines[0]] + lines.dropFirst().map { "  " + $0 }
  }

  /// A name and its number, or a name and below it, indented, the cells that share a category.
  private static func cells(_ cells: [([String], Double)], name: String) -> [String] {
    if cells.count == 1, cells[0].0.isEmpty { return ["\(name): \(shortestText(cells[0].1))"] }
    var order: [String] = []
    var groups: [String: [([String], Double)]] = [:]
    for (keys, number) in cells {
      if groups[keys[0]] == nil { order.append(keys[0]) }
      groups[keys[0], default: []].append((Array(keys.dropFirst()), number))
    }
    return ["\(name):"]
      + order.flatMap { key in self.cells(groups[key]!, name: quoted(key)) }.map { "  " + $0 }
  }

  private static func text(of spread: Spread) -> String {
    let family = "family: \(spread.family.rawValue)"
    return switch spread.width {
    case .cv(let cv): "\(family), cv: \(shortestText(cv))"
    case .between(let low, let high):
      "\(family), low: \(shortestText(low)), high: \(shortestText(high))"
    case .none(let reason): family + (reason.map { ", reason: \(quoted($0))" } ?? "")
    }
  }

  /// A YAML text in double quotation marks on one line.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      default:
        mustBeEscaped(scalar) ? "\\U" + hexadecimal(scalar.value) : String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }

  /// Control characters and the line breaks that YAML would fold.
  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
      || ["\u{2028}", "\u{2029}", "\u{FEFF}"].contains(scalar)
  }

  /// Eight digits.
  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
