import Foundation
import Tables
import Testing

/// The checking of a folder on disk.
@Suite struct ExportCheckTests {
  static func check(
    _ files: [OutputFile], at path: String = "run/ees", folder name: String = "run/ees"
  ) throws -> ExportCheck {
    try withFolder { base in
      let folder = URL(fileURLWithPath: base).appendingPathComponent(path)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in files {
        try Data(try file.bytes).write(to: folder.appendingPathComponent(file.path))
      }
      return try ExportCheck("\(base)/\(name)", places: .shipped)
    }
  }

  @Test func aGoodPairHasNoFindings() throws {
    let check = try Self.check(BrokenPair.good)
    #expect(check.pairs == 1 && check.findings.isEmpty)
    #expect(check.text.hasSuffix("pairs 1, rules \(ExportRules.all.count), FAIL 0, WARN 0"))
    try check.throwIfAnyFails()
  }

  @Test func aRunIsCheckedInItsExports() throws {
    let good = BrokenPair.good.map { OutputFile("ees/" + $0.path, $0.text) }
    let check = try withFolder { base in
      var folder = OutputFolder()
      try folder.add(good + [OutputFile("run.json", "{}"), OutputFile("changes.csv", "a\n")])
      try folder.write(to: base + "/run")
      return try ExportCheck(base + "/run", places: .shipped)
    }
    #expect(check.folder.hasSuffix("run/ees") && check.findings.isEmpty)
  }

  @Test func warningsDoNotFailAndFailuresDo() throws {
    let warned = try Self.check(BrokenPair("file-name-year", stem: "cs_202526").files)
    #expect(warned.count(.warn) == 2 && warned.count(.fail) == 0)
    try warned.throwIfAnyFails()
    let failed = try Self.check(BrokenPair("indicator-blank", data: [(",1000,", ",,")]).files)
    #expect(failed.count(.fail) == 1)
    #expect(throws: TableError.self) { try failed.throwIfAnyFails() }
    #expect(failed.text.contains("FAIL cs_sample.csv, row 2, children_count: is blank"))
    #expect(failed.text.contains("  Rule: No cell of an indicator is blank."))
  }

  @Test func theFindingsAreJSON() throws {
    let check = try Self.check(BrokenPair("indicator-blank", data: [(",1000,", ",,")]).files)
    let json = try JSONSerialization.jsonObject(with: Data(check.json.text.utf8))
    let object = try #require(json as? [String: Any])
    #expect(object["fail"] as? Int == 1 && object["warn"] as? Int == 0)
    let finding = try #require((object["findings"] as? [[String: Any]])?.first)
    #expect(finding["rule"] as? String == "indicator-blank")
    #expect(finding["row"] as? Int == 2)
    #expect(finding["column"] as? String == "children_count")
    #expect(finding["allowed"] as? String == "No cell of an indicator is blank.")
  }

  /// A link to a file is followed, so that what it leads to is not passed over.
  @Test func linkedFilesAreRead() throws {
    let check = try withFolder { base in
      let real = URL(fileURLWithPath: base).appendingPathComponent("real")
      let linked = URL(fileURLWithPath: base).appendingPathComponent("linked")
      for folder in [real, linked] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      for file in BrokenPair("indicator-blank", data: [(",1000,", ",,")]).files {
        let target = real.appendingPathComponent(file.path)
        try Data(try file.bytes).write(to: target)
        try FileManager.default.createSymbolicLink(
          at: linked.appendingPathComponent(file.path), withDestinationURL: target)
      }
      return try ExportCheck(linked.path, places: .shipped)
    }
    #expect(check.count(.fail) == 1)
  }
}
