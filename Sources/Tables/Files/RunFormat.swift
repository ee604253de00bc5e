import Parameters

/// A form in which a run's tables are written.
public struct RunFormat: Sendable, Identifiable {
  /// What the command line calls it.
  public let id: String
  /// One sentence for help.
  public let sentence: String
  /// The files of some tables.
  let files: @Sendable ([OutputTable]) throws(TableError) -> [DescribedFile]

  /// Every form there is; a run always has the first.
  public static let all = [ees, wide, tidy, xlsx]

  /// Pairs for Explore Education Statistics, in `ees/`.
  public static let ees = RunFormat(
    id: "ees", sentence: "pairs for Explore Education Statistics in RUN/ees, always written"
  ) { tables throws(TableError) in
    var files: [DescribedFile] = []
    for table in tables { files += try table.describedFiles() }
    return files.map { $0.moved(into: RunFiles.exports) }
  }

  /// Years across, for spreadsheets, in `wide/`.
  public static let wide = RunFormat(
    id: "wide", sentence: "years across for spreadsheets, a file for each table in RUN/wide"
  ) { tables throws(TableError) in
    var files: [DescribedFile] = []
    for table in tables { files.append(try WideFile.file(of: table)) }
    return files.map { $0.moved(into: "wide") }
  }

  /// All tables in one long file, `tidy.csv`.
  public static let tidy = RunFormat(
    id: "tidy", sentence: "all tables in one long file, RUN/tidy.csv"
  ) { tables throws(TableError) in [try TidyFile.file(of: tables)] }

  /// All tables in one workbook with charts, `carecast.xlsx`. It is no CSV file: ``RunWorkbook`` makes it
  /// of the whole run.
  public static let xlsx = RunFormat(
    id: "xlsx", sentence: "all tables in one workbook with charts, RUN/\(RunWorkbook.path)"
  ) { _ in [] }

  /// The forms of those names, each once, and always the first.
  ///
  /// - Throws: `InputError` with the nearest name where there is no such form.
  public static func named(_ ids: [String]) throws -> [RunFormat] {
    for id in ids where !all.contains(where: { $0.id == id }) {
      throw InputError(
        InputFault.unknownName(of: "format", found: id, among: all.map(\.id)),
        at: Place(file: "format"))
    }
    return all.filter { $0.id == ees.id || ids.contains($0.id) }
  }
}

extension [RunFormat] {
  /// Whether a workbook is among them.
  var hasWorkbook: Bool { contains { $0.id == RunFormat.xlsx.id } }
}
