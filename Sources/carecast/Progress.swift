import Foundation

/// Words for somebody who waits: on standard error, and only if that is a terminal.
enum Progress {
  /// Says what is being done now.
  static func say(_ words: String) {
    guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return }
    FileHandle.standardError.write(Data("\(words)\n".utf8))
  }

  /// Says how many of something are done, in one line that is written over.
  static func count(_ done: Int, of all: Int, _ what: String) {
    guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return }
    let filled = 40 * done / max(all, 1)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 40 - filled)
    let end = done == all ? "\n" : ""
    FileHandle.standardError.write(Data("\r\(bar) \(done) of \(all) \(what)\(end)".utf8))
  }
}
