import Parameters

extension ExportRules {
  /// Rules about filters, and about the rows that they tell apart.
  static let filters: [ExportRule] = [
    ExportRule(
      .fail, "filter-blank", "No cell of a filter is blank.",
      pair: items { $0.isEmpty ? "is blank" : nil }),
    ExportRule(
      .fail, "filter-spaces", "No item of a filter begins or ends with a space.",
      pair: items { item in
        item.first?.isWhitespace == true || item.last?.isWhitespace == true
          ? "'\(item)' has a space at an end" : nil
      }),
    ExportRule(
      .warn, "filter-item-length", "Items of filters have at most 120 characters.",
      pair: items { $0.count > ColumnName.longestItem ? "has \($0.count) characters" : nil }),
    ExportRule(
      .fail, "filter-levels", "A filter with one item is not in the metadata.",
      pair: { pair in
        pair.filters.filter { $0.column.levels.count < 2 }.map { entry, column in
          .init(
            file: pair.metadataName, row: entry.row, column: column.name,
            text: "has \(column.levels.count) item")
        }
      }),
    ExportRule(
      .fail, "filter-items", "A filter has at most 25,000 items.",
      pair: { pair in
        pair.filters.filter { $0.column.levels.count > 25_000 }.map { _, column in
          .init(file: pair.name, column: column.name, text: "has \(column.levels.count) items")
        }
      }),
    ExportRule(
      .warn, "filter-default", "A filter has its default item: filter_default, or else Total.",
      pair: { pair in
        pair.filters.compactMap { entry, column in
          let wanted = entry[.filterDefault].isEmpty ? "Total" : entry[.filterDefault]
          return column.levels.contains(wanted)
            ? nil : .init(file: pair.name, column: column.name, text: "has no item '\(wanted)'")
        }
      }),
    ExportRule(
      .warn, "sex-items", "The filter sex has the items Male, Female, Unknown and Total only.",
      pair: { pair in
        pair.breaches(in: pair.filters.map(\.column).filter { $0.name == "sex" }) {
          ["Male", "Female", "Unknown", "Total"].contains($0) ? nil : "'\($0)' is another item"
        }
      }),
    ExportRule(
      .fail, "duplicate-rows", "No two rows have the same time, place and items.",
      pair: { pair in
        let names = ColumnName.timeAndPlace + pair.filters.map(\.column.name)
        let distinct = pair.combinations(of: names)
        guard distinct.count < pair.data.rowCount else { return [] }
        let firsts = Set(distinct.map(\.row))
        let row = (0..<pair.data.rowCount).first { !firsts.contains($0 + 2) }
        let text = "repeats an earlier row; \(pair.data.rowCount - distinct.count) such rows"
        return [.init(file: pair.name, row: row.map { $0 + 2 }, text: text)]
      }),
    ExportRule(
      .warn, "complete-matrix", "Every combination of time, place and items has its row.",
      pair: { pair in
        let filters = pair.filters.map(\.column)
        let times = pair.combinations(of: Array(ColumnName.timeAndPlace.prefix(2))).count
        let places = pair.combinations(of: Area.columns).count
        let wanted = ([times, places] + filters.map(\.levels.count)).reduce(1.0) {
          $0 * Double($1)
        }
        let present = pair.combinations(of: ColumnName.timeAndPlace + filters.map(\.name)).count
        guard Double(present) < wanted else { return [] }
        let all = FixedDecimal.text(wanted, decimals: 0)
        return [.init(file: pair.name, text: "has \(present) combinations of \(all)")]
      }),
  ]

  private static func items(
    _ fault: @escaping @Sendable (String) -> String?
  ) -> @Sendable (ExportPair) -> [ExportRule.Breach] {
    { pair in pair.breaches(in: pair.filters.map(\.column), fault: fault) }
  }
}
