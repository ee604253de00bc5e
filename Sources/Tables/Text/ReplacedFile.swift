import Foundation

/// A file that appears whole or not at all: written beside its place under a hidden name, which
/// `finish` gives up for the right one. Unfinished, it is removed.
struct ReplacedFile: ~Copyable {
  private let path: String
  private let hidden: String
  private let descriptor: Int32
  private var isFinished = false

  /// An empty file.
  ///
  /// - Parameter path: Where it will lie; a file that lies there is replaced.
  /// - Throws: `TableError.notWritten`.
  init(_ path: String) throws(TableError) {
    let url = URL(fileURLWithPath: path)
    let name = ".\(url.lastPathComponent).new-\(UUID().uuidString)"
    self.path = path
    hidden = url.deletingLastPathComponent().appendingPathComponent(name).path
    descriptor = open(hidden, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else { throw Self.fault(path) }
  }

  deinit {
    close(descriptor)
    if !isFinished { unlink(hidden) }
  }

  /// Appends bytes.
  ///
  /// - Throws: `TableError.notWritten`.
  borrowing func write(_ bytes: UnsafeRawBufferPointer) throws(TableError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw Self.fault(path) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Puts the file in its place.
  ///
  /// - Throws: `TableError.notWritten`, with what lay there untouched.
  mutating func finish() throws(TableError) {
    guard rename(hidden, path) == 0 else { throw Self.fault(path) }
    isFinished = true
  }

  private static func fault(_ path: String) -> TableError {
    .notWritten(path: path, reason: String(cString: strerror(errno)))
  }
}
