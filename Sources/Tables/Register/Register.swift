public import Foundation
import Parameters

/// A folder of projections that are kept, to be scored when their years have been published.
///
/// Each lies in a folder of its own: the manifest of its run, its headline figures, and its children
/// looked after, starting and ceasing. The name is that of what is in it, so that nothing kept can
/// change without showing.
public struct Register: Sendable {
  private let folder: URL

  /// What is kept of a projection.
  struct Kept: Sendable {
    let id: String
    let figures: [KeptFigure]
  }

  /// The register of a folder, which need not be there before something is kept.
  public init(_ folder: URL) {
    self.folder = folder
  }

  private static let digits = 12

  /// Keeps a projection; one that is kept already stays as it is.
  ///
  /// - Parameter run: The folder that `carecast project --output` wrote.
  /// - Returns: Its name in the register, and whether it is new there.
  /// - Throws: `TableError` where the folder lacks a file or nothing could be written; `InputError`
  ///   where a file is not as a run has it.
  public func add(_ run: URL) throws -> (id: String, isNew: Bool) {
    func bytes(_ path: String) throws -> [UInt8] {
      try Differences.bytes(of: run.appendingPathComponent(path))
    }
    let manifest = try bytes(RunManifest.fileName)
    let headline = try bytes("headline.csv")
    let figures = try RegisterFigure.allCases.flatMap { figure in
      let table = try CSVTable(
        contentsOf: run.appendingPathComponent(figure.table), as: figure.table)
      return try KeptFigure.all(figure, in: table, as: figure.table)
    }
    let file = try KeptFigure.file.file(of: figures).file
    let id = String(sha256(manifest + (try file.bytes)).prefix(Self.digits))
    let place = folder.appendingPathComponent(id)
    guard !FileManager.default.fileExists(atPath: place.path) else { return (id, false) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw TableError.notWritten(path: folder.path, reason: error.localizedDescription)
    }
    var kept = OutputFolder()
    try kept.add([
      OutputFile(path: RunManifest.fileName, bytes: manifest),
      OutputFile(path: "headline.csv", bytes: headline), file,
    ])
    try kept.write(to: place.path)
    return (id, true)
  }

  /// Everything that is kept, by name.
  ///
  /// - Throws: `TableError.notRead` where there is no such folder, or not what was kept in it;
  ///   `InputError` where that is not as it was written.
  func all() throws -> [Kept] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      throw TableError.notRead(path: folder.path, reason: error.localizedDescription)
    }
    return try names.filter { !$0.hasPrefix(".") }.sorted().map { id in
      let (manifest, path) = ("\(id)/\(RunManifest.fileName)", "\(id)/\(KeptFigure.file.path)")
      let bytes = try [manifest, path].map {
        try Differences.bytes(of: folder.appendingPathComponent($0))
      }
      let computed = String(sha256(bytes[0] + bytes[1]).prefix(Self.digits))
      guard computed == id else {
        throw InputError(
          InputFault.digestMismatch(stated: id, computed: computed), at: Place(file: path))
      }
      let table = try CSVTable(contentsOf: folder.appendingPathComponent(path), as: path)
      return Kept(id: id, figures: try KeptFigure.kept(in: table, as: path))
    }
  }
}
