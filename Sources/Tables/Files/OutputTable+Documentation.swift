extension OutputTable {
  /// A section in Markdown that says what the table's files hold, column by column.
  public var documentation: String {
    var lines = [
      "## \(title)", "",
      "File `\(stem).csv`, \(rows.count) rows. Periods: \(time.rawValue), \(time.form).",
      "", "| column | kind | what | unit or items |", "| --- | --- | --- | --- |",
    ]
    for filter in filters {
      let items = filter.items.prefix(OutputTable.itemsShown).joined(separator: "; ")
      let more = filter.items.count - OutputTable.itemsShown
      let cell = more > 0 ? "\(items); and \(more) more" : items
      lines.append(line(filter.heading.id, "filter", filter.heading.label, cell))
    }
    for indicator in indicators {
      let unit = indicator.unit == .none ? "number" : indicator.unit.rawValue
      let decimals = "\(unit), \(indicator.writtenDecimals) decimals"
      lines.append(line(indicator.id, "indicator", indicator.label, decimals))
    }
    let markers = Marker.allCases.map { "`\($0.rawValue)` \($0.meaning)" }
    lines += ["", "Instead of a number: " + markers.joined(separator: "; ") + ".", ""]
    return lines.joined(separator: "\n")
  }

  private static let itemsShown = 12

  private func line(_ cells: String...) -> String {
    let escaped = cells.map { String($0.flatMap { $0 == "|" ? "\\|" : String($0) }) }
    return "| `\(escaped[0])` | " + escaped.dropFirst().joined(separator: " | ") + " |"
  }
}
