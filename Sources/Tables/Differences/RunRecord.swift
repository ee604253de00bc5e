import Foundation
import Parameters

/// A run as it lies in its folder: what its manifest says, and its files.
public struct RunRecord: Sendable {
  /// The arguments that made it, without the program's own name.
  public let arguments: [String]
  private let files: [String: URL]

  /// What of the manifest has to be known to run it again.
  private struct Manifest: Decodable {
    let arguments: [String]
  }

  /// Reads a run.
  ///
  /// - Throws: `TableError.notRead` where the folder cannot be read; `InputError` where it holds no
  ///   manifest, or one that is not understood.
  public init(_ folder: String) throws {
    files = try Differences.paths(below: folder)
    let place = Place(file: "\(folder)/\(RunManifest.fileName)")
    guard let bytes = try files[RunManifest.fileName].map(Differences.bytes) else {
      throw InputError(InputFault.unreadableFile(reason: "there is no such file"), at: place)
    }
    do {
      arguments = try JSONDecoder().decode(Manifest.self, from: Data(bytes)).arguments
    } catch {
      throw InputError(
        InputFault.unreadableFile(reason: "it is no manifest of a run: \(error)"), at: place)
    }
  }

  /// The paths of its files, in alphabetical order.
  public var paths: [String] { files.keys.sorted() }

  /// The bytes of one of its files; `nil` where it has no such file.
  ///
  /// - Throws: `TableError.notRead` where the file cannot be read.
  public func bytes(of path: String) throws(TableError) -> [UInt8]? {
    guard let url = files[path] else { return nil }
    return try Differences.bytes(of: url)
  }

  /// The first difference of the run from the files that the same arguments give now; `nil` if there
  /// is none. The manifest comes first: other data or another version explain the rest.
  public func difference(from again: OutputFolder) throws -> String? {
    let ordered = again.files.sorted {
      ($0.path == RunManifest.fileName ? 0 : 1, $0.path)
        < ($1.path == RunManifest.fileName ? 0 : 1, $1.path)
    }
    for file in ordered {
      guard let url = files[file.path] else { return "\(file.path) is missing" }
      guard try Differences.digest(of: url) != file.digest else { continue }
      let bytes = try Differences.bytes(of: url)
      let found = FirstDifference(between: bytes, and: try file.bytes)
      return "\(file.path), line \(found.line), was '\(found.first)', is '\(found.second)'"
    }
    let known = Set(again.files.map(\.path))
    return files.keys.sorted().first { !known.contains($0) }.map { "\($0) is no file of the run" }
  }
}
