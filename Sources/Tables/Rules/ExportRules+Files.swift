extension ExportRules {
  /// Rules about the files as such.
  static let files: [ExportRule] = [
    ExportRule(
      .fail, "file-pair", "Files come in pairs, name.csv and name.meta.csv, and nothing else.",
      folder: { folder in
        folder.names.compactMap { name in
          guard name.hasSuffix(ExportFolder.dataEnding) else {
            return .init(file: name, text: "is not a CSV file")
          }
          let partner = ExportFolder.partner(of: name)
          return folder.contents[partner] == nil
            ? .init(file: name, text: "has no partner \(partner)") : nil
        }
      }),
    ExportRule(
      .fail, "file-name", "File names have lower-case letters, digits, '_' and '-' only.",
      folder: stems { ColumnName.isFileStem($0) ? nil : "has other characters in its name" }),
    ExportRule(
      .warn, "file-name-length", "File names have at most 50 characters before the ending.",
      folder: stems { $0.count > 50 ? "has a name of \($0.count) characters" : nil }),
    ExportRule(
      .warn, "file-name-year", "File names hold no years, so that they serve again next year.",
      folder: stems { holdsYear($0) ? "has a year in its name" : nil }),
    ExportRule(
      .fail, "csv", "Files are strict CSV: UTF-8, one header, rows as long as it.",
      folder: { folder in
        folder.names.flatMap { name in
          (folder.contents[name]?.faults ?? []).map {
            .init(file: name, row: $0.row, text: $0.text)
          }
        }
      }),
    ExportRule(
      .fail, "no-rows", "Data files have at least one row below the header.",
      pair: { $0.data.rowCount == 0 ? [.init(file: $0.name, text: "has no rows")] : [] }),
    ExportRule(
      .warn, "row-limit", "Data files open in Excel: at most 1,048,575 rows below the header.",
      pair: { pair in
        pair.data.rowCount > RowMatrix.mostRows
          ? [.init(file: pair.name, text: "has \(pair.data.rowCount) rows")] : []
      }),
  ]

  private static func stems(
    _ fault: @escaping @Sendable (String) -> String?
  ) -> @Sendable (ExportFolder) -> [ExportRule.Breach] {
    { folder in
      folder.names.compactMap { name in
        fault(ExportFolder.stem(of: name)).map { .init(file: name, text: $0) }
      }
    }
  }

  /// Whether a run of digits begins with 19 or 20 and has four digits or more.
  private static func holdsYear(_ stem: String) -> Bool {
    stem.split { !$0.isASCII || !$0.isNumber }.contains {
      $0.count >= 4 && ($0.hasPrefix("19") || $0.hasPrefix("20"))
    }
  }
}
