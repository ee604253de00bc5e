import Foundation
import Testing

@Suite("carecast reproduce")
struct ReproduceTests {
  @Test func aRunIsReproducedAndAChangeIsNamed() throws {
    try withScratchFolder { scratch in
      let run = scratch.appendingPathComponent("run")
      let made = try Command(
        "project", "--scenario", "baseline", "--years", "2", "--output", run.path)
      #expect(made.status == 0, Comment(rawValue: made.errors))
      let same = try Command("reproduce", run.path)
      #expect(same.status == 0, Comment(rawValue: same.errors))
      #expect(same.output.contains("the same bytes"))

      let file = run.appendingPathComponent("ees/cs_entries.csv")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacing("2025,", with: "2035,", maxReplacements: 1).utf8).write(to: file)
      let changed = try Command("reproduce", run.path)
      #expect(changed.status == 65)
      #expect(changed.errors.contains("ees/cs_entries.csv, line "))
    }
  }

  @Test func aFolderWithoutAManifestIsAnError() throws {
    try withScratchFolder { scratch in
      let command = try Command("reproduce", scratch.path)
      #expect(command.status == 65 && command.errors.contains("run.json"))
    }
  }
}
