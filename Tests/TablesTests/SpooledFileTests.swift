import Foundation
import Parameters
import Testing

@testable import Tables

/// A file that waits on disk is moved to its place whole, or removed.
@Suite struct SpooledFileTests {
  private static func spool(in base: String) throws -> OutputFile {
    var spool = try FileSpool(in: URL(fileURLWithPath: base))
    try spool.append(Array("a,b\n".utf8)[...])
    try spool.append(Array("1,2\n".utf8)[...])
    return OutputFile(path: "ees/a.csv", spooled: try spool.finish())
  }

  private static func names(_ base: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: base)
  }

  @Test func itIsMovedWithItsFolder() throws {
    try withFolder { base in
      let file = try Self.spool(in: base)
      let bytes = Array("a,b\n1,2\n".utf8)
      #expect(file.size == 8 && file.digest == sha256(bytes))
      #expect(try file.bytes == bytes)
      var folder = OutputFolder()
      try folder.add([file, OutputFile(path: "run.json", text: "{}")])
      try folder.write(to: base + "/run")
      #expect(try Self.names(base) == ["run"])
      let written = try Data(contentsOf: URL(fileURLWithPath: base + "/run/ees/a.csv"))
      #expect([UInt8](written) == bytes)
      #expect(throws: TableError.self) { _ = try file.bytes }
    }
  }

  @Test func itIsRemovedIfItIsNeverMoved() throws {
    try withFolder { base in
      do { _ = try Self.spool(in: base) }
      #expect(try Self.names(base).isEmpty)
      var spool = try FileSpool(in: URL(fileURLWithPath: base))
      try spool.append([1][...])
      _ = consume spool
      #expect(try Self.names(base).isEmpty)
    }
  }

  @Test func aFolderThatIsNotThereIsAnError() throws {
    try withFolder { base in
      let error = #expect(throws: TableError.self) {
        _ = try FileSpool(in: URL(fileURLWithPath: base + "/none"))
      }
      #expect("\(error!)".contains("none"))
    }
  }
}
