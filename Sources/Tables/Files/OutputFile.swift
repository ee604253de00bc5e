import Foundation
import Parameters

/// A file of a run: where in the output folder, and what.
public struct OutputFile: Sendable, Hashable {
  /// Plain names joined by `/`, such as `ees/cs_spending.csv`.
  public let path: String
  private let content: Content

  private enum Content: Sendable, Hashable {
    case bytes([UInt8])
    case spooled(SpooledFile)
  }

  /// A file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    content = .bytes(bytes)
  }

  /// A file of text, written as UTF-8.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// A file that lies on disk already.
  init(path: String, spooled: SpooledFile) {
    self.path = path
    content = .spooled(spooled)
  }

  private init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  /// The same file under another path.
  func moved(to path: String) -> OutputFile { OutputFile(path: path, content: content) }

  /// The whole content, read from disk if it lies there.
  ///
  /// - Throws: `TableError.notRead` where it cannot be read there.
  public var bytes: [UInt8] {
    get throws(TableError) {
      switch content {
      case .bytes(let bytes): bytes
      case .spooled(let file): try file.bytes
      }
    }
  }

  /// Number of bytes.
  var size: Int {
    switch content {
    case .bytes(let bytes): bytes.count
    case .spooled(let file): file.size
    }
  }

  /// The SHA-256 digest of the content.
  var digest: String {
    switch content {
    case .bytes(let bytes): sha256(bytes)
    case .spooled(let file): file.digest
    }
  }

  /// Writes the file; one that lies on disk is moved, and can be written once.
  func write(to url: URL) throws {
    switch content {
    case .bytes(let bytes): try Data(bytes).write(to: url)
    case .spooled(let file): try file.move(to: url)
    }
  }
}
