extension ExportRules {
  /// Rules about metadata files.
  static let metadata: [ExportRule] = [
    ExportRule(
      .fail, "meta-columns",
      "Metadata have the eight columns, at most filter_default and parent_filter beside them.",
      pair: { pair in
        let header = pair.metadata.header
        let missing = MetadataColumn.required.map(\.rawValue).filter { !header.contains($0) }
        let others = header.filter { MetadataColumn(rawValue: $0) == nil }
        let faults = missing.map { ($0, "is missing") } + others.map { ($0, "does not belong") }
        return faults.map { .init(file: pair.metadataName, row: 1, column: $0, text: $1) }
      }),
    entries(.fail, "meta-type", "col_type is Filter or Indicator.", .type) {
      ["Filter", "Indicator"].contains($0[.type]) ? nil : "'\($0[.type])' is neither"
    },
    ExportRule(
      .fail, "meta-name-in-data", "Every col_name is a column of the data.",
      pair: { pair in
        pair.breaches(in: .name) {
          pair.data.column($0[.name]) == nil ? "'\($0[.name])' is not in the data" : nil
        }
      }),
    ExportRule(
      .fail, "meta-name-unique", "No col_name is there twice.",
      pair: { repeats(of: .name, in: $0) }),
    entries(.fail, "meta-time-place", "Columns of time and place are not in metadata.", .name) {
      ColumnName.timeAndPlace.contains($0[.name]) ? "'\($0[.name])' is time or place" : nil
    },
    entries(.fail, "meta-label", "Every column has a label.", .label) {
      $0[.label].allSatisfy(\.isWhitespace) ? "'\($0[.name])' has no label" : nil
    },
    ExportRule(
      .fail, "meta-label-unique", "No label is there twice.",
      pair: { repeats(of: .label, in: $0) }),
    entries(.warn, "meta-label-length", "Labels have at most 100 characters.", .label) {
      $0[.label].count > ColumnName.longestLabel ? "has \($0[.label].count) characters" : nil
    },
    entries(.fail, "meta-unit", "The unit is blank, £, £m, %, pp or numberstring.", .unit) {
      IndicatorUnit(rawValue: $0[.unit]) != nil || $0[.unit] == "numberstring"
        ? nil : "'\($0[.unit])' is another unit"
    },
    entries(.fail, "meta-filter-unit", "A filter has no unit.", .unit) {
      $0[.type] == "Filter" && !$0[.unit].isEmpty ? "'\($0[.name])' is a filter" : nil
    },
    entries(.fail, "meta-filter-grouping", "A filter has no indicator_grouping.", .grouping) {
      $0[.type] == "Filter" && !$0[.grouping].isEmpty ? "'\($0[.name])' is a filter" : nil
    },
    entries(.fail, "meta-decimals", "indicator_dp is a whole number, 0 or more.", .decimals) {
      $0[.decimals].isEmpty || isDigits($0[.decimals])
        ? nil : "'\($0[.decimals])' is not a whole number"
    },
    entries(.warn, "meta-decimals-set", "Every indicator has its indicator_dp.", .decimals) {
      $0[.type] == "Indicator" && $0[.decimals].isEmpty ? "'\($0[.name])' has none" : nil
    },
    entries(.fail, "meta-filter-decimals", "A filter has no indicator_dp.", .decimals) {
      $0[.type] == "Filter" && !$0[.decimals].isEmpty ? "'\($0[.name])' is a filter" : nil
    },
    entries(.fail, "meta-indicator-hint", "An indicator has no hint.", .hint) {
      $0[.type] == "Indicator" && !$0[.hint].isEmpty ? "'\($0[.name])' is an indicator" : nil
    },
    entries(
      .warn, "meta-grouping-column",
      "No grouping columns: the guide and the screener differ on how to describe them.",
      .groupingColumn
    ) {
      $0[.groupingColumn].isEmpty ? nil : "'\($0[.name])' is grouped by '\($0[.groupingColumn])'"
    },
  ]

  private static func entries(
    _ severity: ExportRule.Severity, _ id: String, _ sentence: String, _ column: MetadataColumn,
    _ fault: @escaping @Sendable (ExportPair.Entry) -> String?
  ) -> ExportRule {
    ExportRule(severity, id, sentence, pair: { $0.breaches(in: column, fault: fault) })
  }

  private static func repeats(
    of column: MetadataColumn, in pair: ExportPair
  ) -> [ExportRule.Breach] {
    repeated(pair.entries.map { $0[column] }.filter { !$0.isEmpty }).map {
      .init(file: pair.metadataName, column: column.rawValue, text: "'\($0)' is there twice")
    }
  }
}
