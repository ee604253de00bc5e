import Foundation

/// Words for somebody who waits: on standard error, and only if that is a terminal.
enum Progress {
  /// Says what is being done now.
  static func say(_ words: String) {
    guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return }
    FileHandle.standardError.write(Data("\(words)\n".utf8))
  }
}
