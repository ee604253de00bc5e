import Foundation
import Testing

@testable import Tables

@Suite struct OutputFolderTests {
  @Test func writesEveryFile() throws {
    try withFolder { base in
      let table = try Sample.definition().table(of: Sample.rows)
      var folder = OutputFolder()
      try folder.add(table.files(), in: "ees")
      try folder.add(OutputFile(path: "run.json", text: "{}\n"))
      try folder.write(to: base + "/run")
      #expect(try names(base) == ["run"])
      #expect(try names(base + "/run") == ["ees", "run.json"])
      #expect(
        ExportRules.findings(in: try ExportFolder(reading: base + "/run/ees", places: .shipped))
          .isEmpty)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: base + "/run/ees/cs_sample.csv"))
      #expect(try [UInt8](bytes) == table.files()[0].bytes)
    }
  }

  @Test func replacesAPreviousRunOnlyWhenAsked() throws {
    try withFolder { base in
      try folder(["run.json": "1", "old.csv": "x"]).write(to: base + "/run")
      let next = try folder(["run.json": "2"])
      #expect(throws: TableError.targetIsARun(base + "/run")) { try next.write(to: base + "/run") }
      #expect(try names(base + "/run") == ["old.csv", "run.json"])
      try next.write(to: base + "/run", replace: true)
      #expect(try names(base + "/run") == ["run.json"])
      #expect(try names(base) == ["run"])
    }
  }

  @Test func takesAnEmptyFolder() throws {
    try withFolder { base in
      try FileManager.default.createDirectory(
        atPath: base + "/run", withIntermediateDirectories: false)
      try folder(["a.csv": "a"]).write(to: base + "/run")
      #expect(try names(base + "/run") == ["a.csv"])
    }
  }

  @Test func leavesNothingBehindWhenAFileCannotBeWritten() throws {
    try withFolder { base in
      let long = String(repeating: "n", count: 300)
      let error = try #require(throws: TableError.self) {
        try folder(["a.csv": "a", "b/\(long)": "b"]).write(to: base + "/run")
      }
      #expect(error.kind == .notWritten)
      #expect(try names(base).isEmpty)
    }
  }

  @Test(arguments: [1, 2]) func keepsThePreviousRunWhenTheSwapFails(failing: Int) throws {
    try withFolder { base in
      try folder(["run.json": "1"]).write(to: base + "/run")
      var steps = FolderSteps()
      var moves = 0
      steps.move = { from, to in
        moves += 1
        if moves == failing { throw CocoaError(.fileWriteNoPermission) }
        try FileManager.default.moveItem(at: from, to: to)
      }
      let error = try #require(throws: TableError.self) {
        try folder(["run.json": "2"]).write(to: base + "/run", replace: true, steps: steps)
      }
      #expect(error.kind == .notWritten)
      #expect(try names(base) == ["run"])
      let kept = try Data(contentsOf: URL(fileURLWithPath: base + "/run/run.json"))
      #expect([UInt8](kept) == Array("1".utf8))
    }
  }

  private func folder(_ files: [String: String]) throws -> OutputFolder {
    var folder = OutputFolder()
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      try folder.add(OutputFile(path: path, text: text))
    }
    return folder
  }

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

/// Runs a test in a folder of its own, which is removed afterwards.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appendingPathComponent("tables-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url.path)
}
