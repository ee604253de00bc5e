import Foundation
import Testing

@Suite("carecast check exports")
struct CheckExportsTests {
  /// The pairs of a run in a folder of their own.
  private func withRun(_ body: (_ run: URL) throws -> Void) throws {
    try withScratchFolder { scratch in
      let run = scratch.appendingPathComponent("run")
      let command = try Command("project", "--scenario", "baseline", "--output", run.path)
      #expect(command.status == 0, Comment(rawValue: command.errors))
      try body(run)
    }
  }

  private func change(_ file: URL, _ old: String, _ new: String) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old))
    try text.replacing(old, with: new, maxReplacements: 1)
      .write(to: file, atomically: true, encoding: .utf8)
  }

  @Test func aRunHasNoFindings() throws {
    try withRun { run in
      for folder in [run, run.appendingPathComponent("ees")] {
        let command = try Command("check", "exports", folder.path)
        #expect(command.status == 0, Comment(rawValue: command.output))
        #expect(command.output.contains("FAIL 0, WARN 0"))
        #expect(command.errors.isEmpty)
      }
    }
  }

  @Test func whatHasToBePutRightEndsWith65() throws {
    try withRun { run in
      try change(run.appendingPathComponent("ees/cs_spending.csv"), "Outturn,Total", "Outturn,")
      let command = try Command("check", "exports", run.path)
      #expect(command.status == 65)
      #expect(command.output.contains("FAIL cs_spending.csv, row 2, spending_category: is blank"))
      #expect(command.output.contains("Rule: No cell of a filter is blank."))
      let json = try Command("check", "exports", run.path, "--json")
      #expect(json.status == 65)
      let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      let files = try FileManager.default.contentsOfDirectory(
        atPath: run.appendingPathComponent("ees").path)
      #expect((object as? [String: Any])?["pairs"] as? Int == files.count / 2)
    }
  }

  @Test func warningsAloneEndWith0() throws {
    try withRun { run in
      let meta = run.appendingPathComponent("ees/cs_spending.meta.csv")
      try change(meta, "Net current expenditure", String(repeating: "n", count: 101))
      let command = try Command("check", "exports", run.path)
      #expect(command.status == 0, Comment(rawValue: command.output))
      #expect(command.output.contains("WARN cs_spending.meta.csv"))
      #expect(command.output.contains("FAIL 0, WARN 1"))
    }
  }

  @Test func aFolderWithoutPairsIsAnError() throws {
    try withScratchFolder { scratch in
      let command = try Command("check", "exports", scratch.path)
      #expect(command.status == 65)
      #expect(command.errors.contains("no pair"))
      let missing = try Command("check", "exports", scratch.path + "/none")
      #expect(missing.status == 65)
      #expect(try Command("check", "exports").status == 64)
    }
  }
}
