import Foundation
import LinearAlgebra

/// The tables of several areas in shared files: the rows of each area come after those of the one
/// before, and no more areas are in memory than are computed at once.
enum AreaFiles {
  /// How many areas are computed side by side; changes no byte.
  private static let atOnce = 2

  /// The files of all tables in some forms; for a workbook the tables too, with the rows of all areas.
  ///
  /// - Parameters:
  ///   - spool: Where they wait to be moved to their place.
  ///   - budget: What spending is set against.
  ///   - report: Told how many areas are done.
  /// - Throws: What a projection or a table throws; `TableError.notWritten`.
  static func files(
    of results: AreaResults, formats: [RunFormat], spool: URL, budget: Budget?,
    report: (Int) -> Void
  ) throws -> (files: [DescribedFile], tables: [OutputTable]) {
    var kept: [OutputTable] = []
    var first: [DescribedFile] = []
    var budgets: [BudgetFile.Row] = []
    var spools: [FileSpoolBox] = []
    let drawn = try AreaIntervals(of: results)
    let size = drawn?.areasAtOnce ?? results.areas.count
    for start in stride(from: 0, to: results.areas.count, by: size) {
      let batch = results.areas[start..<min(start + size, results.areas.count)]
      let intervals = try drawn?.intervals(of: batch) {
        report(start + Int(Double(batch.count) * $0))
      }
      for next in stride(from: batch.startIndex, to: batch.endIndex, by: atOnce) {
        let made = try concurrently(next..<min(next + atOnce, batch.endIndex)) { index in
          let area = batch[index]
          var found = try results.results(of: area)
          if let intervals { found = found.with(intervals[area]!) }
          let tables = try RunFiles.tables(of: found)
          return (
            try formats.flatMap { try $0.files(tables) }, formats.hasWorkbook ? tables : [],
            budget.map { BudgetFile.rows(of: $0, in: found) } ?? []
          )
        }
        for (files, tables, rows) in made {
          budgets += rows
          kept = kept.isEmpty ? tables : zip(kept, tables).map { $0.followed(by: $1) }
          if first.isEmpty {
            first = files
            spools = try files.map { _ in try FileSpoolBox(in: spool) }
          }
          precondition(files.map(\.file.path) == first.map(\.file.path), "areas differ in tables")
          for (file, box) in zip(files, spools) { try box.append(file) }
        }
        if intervals == nil { report(next + made.count) }
      }
    }
    let files =
      try zip(first, spools).map { try $1.finished($0) }
      + (budget == nil ? [] : [BudgetFile.file(of: budgets)])
    return (files, kept)
  }
}

/// A file that collects the rows of areas under one header.
private final class FileSpoolBox {
  private var spool: FileSpool
  private var header: ArraySlice<UInt8>?

  init(in folder: URL) throws { spool = try FileSpool(in: folder) }

  /// Adds an area's file: with its header if it is the first; of metadata, which are the same for all
  /// areas, only the first.
  func append(_ described: DescribedFile) throws {
    let bytes = try described.file.bytes
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    guard let header else {
      header = bytes[..<end]
      return try spool.append(bytes[...])
    }
    precondition(bytes[..<end] == header, "\(described.file.path): areas differ in their header")
    guard !described.file.path.hasSuffix(ExportFolder.metadataEnding) else { return }
    try spool.append(bytes[end...])
  }

  /// The file, described as an area's file is.
  func finished(_ first: DescribedFile) throws -> DescribedFile {
    DescribedFile(
      file: OutputFile(path: first.file.path, spooled: try spool.finish()), title: first.title,
      columns: first.columns.map { column in
        var column = column
        if column.name == AreaBasis.column { column.items = AreaBasis.allCases.map(\.rawValue) }
        return column
      }, key: first.key)
  }
}
