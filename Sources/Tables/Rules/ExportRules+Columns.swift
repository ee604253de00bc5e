extension ExportRules {
  /// Rules about which columns there are and what they are called.
  static let columns: [ExportRule] = [
    ExportRule(
      .fail, "required-columns", "Data files have the five columns of time and place.",
      pair: { pair in
        requiredColumns.filter { pair.data.column($0) == nil }.map {
          .init(file: pair.name, row: 1, column: $0, text: "is missing")
        }
      }),
    ExportRule(
      .fail, "duplicate-columns", "No two columns of a file have the same name.",
      pair: { pair in
        [(pair.name, pair.data), (pair.metadataName, pair.metadata)].flatMap { file, csv in
          repeated(csv.header).map { .init(file: file, row: 1, column: $0, text: "is there twice") }
        }
      }),
    ExportRule(
      .fail, "column-name-spaces", "Names of columns have no spaces.",
      pair: names { $0.contains(where: \.isWhitespace) ? "has a space in its name" : nil }),
    ExportRule(
      .warn, "column-name-style", "Names of columns are snake_case and begin with a letter.",
      pair: names { ColumnName.isSnakeCase($0) ? nil : "is not snake_case" }),
    ExportRule(
      .warn, "column-name-length", "Names of columns have at most 50 characters.",
      pair: names { $0.count > ColumnName.longest ? "has \($0.count) characters" : nil }),
    ExportRule(
      .warn, "characteristic-name", "No column is called 'characteristic'.",
      pair: names { $0 == "characteristic" ? "says nothing about what it holds" : nil }),
    ExportRule(
      .warn, "column-undescribed",
      "A column of the data with two or more items, besides time and place, is in the metadata.",
      pair: { pair in
        let known = Set(
          ColumnName.timeAndPlace + pair.entries.flatMap { [$0[.name], $0[.groupingColumn]] })
        return pair.data.columns.filter { $0.levels.count > 1 && !known.contains($0.name) }.map {
          .init(file: pair.name, row: 1, column: $0.name, text: "is not in the metadata")
        }
      }),
  ]

  private static let requiredColumns = [
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name",
  ]

  /// A check of every name in the header of the data; the metadata repeat these names.
  private static func names(
    _ fault: @escaping @Sendable (String) -> String?
  ) -> @Sendable (ExportPair) -> [ExportRule.Breach] {
    { pair in
      pair.data.header.compactMap { name in
        fault(name).map { .init(file: pair.name, row: 1, column: name, text: $0) }
      }
    }
  }

  /// The texts that occur more than once, each once.
  static func repeated(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    var twice: Set<String> = []
    return texts.filter { !seen.insert($0).inserted && twice.insert($0).inserted }
  }
}
