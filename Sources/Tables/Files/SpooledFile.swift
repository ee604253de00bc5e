import Foundation
import Parameters

/// A finished file that waits on disk, under a hidden name, until it is moved to its place; it is
/// removed if it never is.
final class SpooledFile: Sendable, Hashable {
  /// Number of bytes.
  let size: Int
  /// The SHA-256 digest of the content.
  let digest: String
  private let url: URL

  fileprivate init(_ url: URL, size: Int, digest: String) {
    self.url = url
    self.size = size
    self.digest = digest
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The whole content.
  ///
  /// - Throws: `TableError.notRead`, also once it has been moved.
  var bytes: [UInt8] {
    get throws(TableError) {
      do {
        return [UInt8](try Data(contentsOf: url))
      } catch {
        throw .notRead(path: url.path, reason: error.localizedDescription)
      }
    }
  }

  /// Moves the file to its place.
  func move(to place: URL) throws { try FileManager.default.moveItem(at: url, to: place) }

  static func == (a: SpooledFile, b: SpooledFile) -> Bool { a === b }

  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A file being written part by part, so that it is never whole in memory.
struct FileSpool: ~Copyable {
  private let url: URL
  private let handle: FileHandle
  private var digest = RunningDigest()
  private var size = 0
  private var isFinished = false

  /// An empty file.
  ///
  /// - Parameter folder: Where it waits; on the disk of its later place it is moved without a copy.
  /// - Throws: `TableError.notWritten`.
  init(in folder: URL) throws(TableError) {
    url = folder.appendingPathComponent(".carecast-\(UUID().uuidString)")
    do {
      try Data().write(to: url)
      handle = try FileHandle(forWritingTo: url)
    } catch {
      throw .notWritten(path: folder.path, reason: error.localizedDescription)
    }
  }

  deinit {
    if !isFinished {
      try? handle.close()
      try? FileManager.default.removeItem(at: url)
    }
  }

  /// Appends bytes.
  ///
  /// - Throws: `TableError.notWritten`.
  mutating func append(_ bytes: ArraySlice<UInt8>) throws(TableError) {
    do {
      try handle.write(contentsOf: bytes)
    } catch {
      throw .notWritten(path: url.path, reason: error.localizedDescription)
    }
    digest.append(bytes)
    size += bytes.count
  }

  /// The finished file.
  ///
  /// - Throws: `TableError.notWritten`.
  mutating func finish() throws(TableError) -> SpooledFile {
    do {
      try handle.close()
    } catch {
      throw .notWritten(path: url.path, reason: error.localizedDescription)
    }
    isFinished = true
    return SpooledFile(url, size: size, digest: digest.hexadecimal)
  }
}
