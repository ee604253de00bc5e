extension ExportRules {
  /// Rules about indicators, and about texts that mean nothing.
  static let indicators: [ExportRule] = [
    ExportRule(
      .fail, "indicator-words",
      "The name of an indicator holds no word for a characteristic, even inside other words.",
      pair: { pair in
        pair.entries.filter { $0[.type] == "Indicator" }.compactMap { entry in
          ColumnName.forbiddenWord(in: entry[.name]).map {
            .init(
              file: pair.metadataName, row: entry.row, column: entry[.name], text: "holds '\($0)'")
          }
        }
      }),
    ExportRule(
      .fail, "indicator-blank", "No cell of an indicator is blank.",
      pair: cells { $0.allSatisfy(\.isWhitespace) ? "is blank" : nil }),
    ExportRule(
      .fail, "indicator-obsolete", "No cell of an indicator is ':' or '~'; write x or low.",
      pair: cells { obsolete.contains($0) ? "'\($0)' is an obsolete marker" : nil }),
    ExportRule(
      .warn, "indicator-legacy", "No cell of an indicator is N/A, '.', '..' or '-'.",
      pair: cells { legacy.contains($0) ? "'\($0)' is not a marker" : nil }),
    ExportRule(
      .fail, "indicator-plain", "A cell of an indicator is a plain number or z, x, c, low, k, u.",
      pair: cells { text in
        let isOtherRule =
          text.allSatisfy(\.isWhitespace) || obsolete.contains(text) || legacy.contains(text)
          || null.contains(text)
        return isOtherRule || Marker(rawValue: text) != nil || isPlainNumber(text)
          ? nil : "'\(text)' is no plain number and no marker"
      }),
    ExportRule(
      .fail, "null-text", "No cell of data or metadata is NULL, NA or na.",
      pair: { pair in
        let inData = pair.breaches(in: pair.data.columns) {
          null.contains($0) ? "'\($0)' says nothing" : nil
        }
        let inMetadata = pair.metadata.columns.flatMap { column in
          zip(column.levels, column.firstRows).filter { null.contains($0.0) }.map { text, row in
            ExportRule.Breach(
              file: pair.metadataName, row: row, column: column.name, text: "'\(text)' says nothing"
            )
          }
        }
        return inData + inMetadata
      }),
  ]

  private static let obsolete: Set<String> = [":", "~"]
  private static let legacy: Set<String> = ["N/A", ".", "..", "-"]
  private static let null: Set<String> = ["NULL", "NA", "na"]

  private static func cells(
    _ fault: @escaping @Sendable (String) -> String?
  ) -> @Sendable (ExportPair) -> [ExportRule.Breach] {
    { pair in pair.breaches(in: pair.indicators.map(\.column), fault: fault) }
  }

  /// Whether a text is an optional minus sign, digits, and at most one point with digits after it.
  static func isPlainNumber(_ text: String) -> Bool {
    let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...])
      .split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.allSatisfy { isDigits(String($0)) }
  }
}
