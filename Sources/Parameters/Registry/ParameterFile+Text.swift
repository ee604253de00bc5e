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
      "id: \(quotedYAML(parameter.id))", "label: \(quotedYAML(parameter.label))",
      "unit: \(quotedYAML(parameter.unit.id))",
    ]
    if let prices = parameter.prices { lines.append("prices: \(quotedYAML(prices.description))") }
    if !parameter.dimensions.isEmpty {
      lines.append("by: [\(parameter.dimensions.map(quotedYAML).joined(separator: ", "))]")
    }
    lines.append("valid: [\(range.joined(separator: ", "))]")
    switch parameter.afterLast {
    case .hold: lines.append("after_last: hold")
    case .error: lines.append("after_last: error")
    case .index(let series): lines.append("after_last: {index: \(quotedYAML(series.id))}")
    }
    if let note = parameter.note { lines.append("note: \(quotedYAML(note))") }
    return lines
  }

  private static func lines(of value: DatedValue) -> [String] {
    var lines = ["from: \(value.from)", "basis: \(value.basis.rawValue)"]
    if let citation = value.citation {
      lines.append("source: {id: \(quotedYAML(citation.source)), at: \(quotedYAML(citation.at))}")
    }
    if let how = value.how { lines.append("how: \(quotedYAML(how))") }
    if let reason = value.reason { lines.append("reason: \(quotedYAML(reason))") }
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
      + order.flatMap { key in self.cells(groups[key]!, name: quotedYAML(key)) }.map { "  " + $0 }
  }

  private static func text(of spread: Spread) -> String {
    let family = "family: \(spread.family.rawValue)"
    return switch spread.width {
    case .cv(let cv): "\(family), cv: \(shortestText(cv))"
    case .between(let low, let high):
      "\(family), low: \(shortestText(low)), high: \(shortestText(high))"
    case .none(let reason): family + (reason.map { ", reason: \(quotedYAML($0))" } ?? "")
    }
  }
}
