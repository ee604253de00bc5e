import Foundation
import Parameters
import Tables

/// The files of a folder that a command of carecast wrote.
struct RunFolder {
  /// The folder as it was named.
  let folder: String
  let summary: RunSummary
  private let record: RunRecord

  /// Finds a folder's files.
  ///
  /// - Parameter command: The command that must have written them.
  /// - Throws: `ReportError.noFolder`, `noFile`, `wrongCommand`; `InputError` where the manifest is
  ///   none.
  init(_ folder: String, of command: String) throws {
    guard NearestEntry.isFolder(folder) else {
      throw ReportError.noFolder(folder, nearest: NearestEntry.folder(to: folder))
    }
    self.folder = folder
    let manifest = RunManifest.fileName
    guard FileManager.default.fileExists(atPath: "\(folder)/\(manifest)") else {
      throw ReportError.noFile(manifest, in: folder, nearest: NearestEntry.folder(to: folder))
    }
    record = try RunRecord(folder)
    summary = try RunSummary(record.bytes(of: manifest) ?? [], as: "\(folder)/\(manifest)")
    let found = summary.arguments.first ?? ""
    guard found == command else {
      throw ReportError.wrongCommand(folder, found: found, wanted: command)
    }
  }

  /// A file's name in messages.
  func name(_ path: String) -> String { "\(folder)/\(path)" }

  /// A CSV file.
  ///
  /// - Throws: `ReportError.noFile`; `InputError` where it is not as a run has it.
  func table(_ path: String, needed: [String]) throws -> RunTable {
    guard let table = try tableIfAny(path, needed: needed) else {
      throw ReportError.noFile(
        path, in: folder, nearest: nearestName(to: path, among: record.paths))
    }
    return table
  }

  /// A CSV file; `nil` where the run has none, as of what was not projected.
  func tableIfAny(_ path: String, needed: [String]) throws -> RunTable? {
    try record.bytes(of: path).map { try RunTable($0, as: name(path), needed: needed) }
  }
}
