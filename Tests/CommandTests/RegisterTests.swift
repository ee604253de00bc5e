import Foundation
import Testing

/// `carecast register`: what is kept, and its score against figures published later.
@Suite("carecast register")
struct RegisterTests {
  /// Invented figures of a year after the projection's opening.
  private static let later = """
    year,area,figure,value
    2025,England,stock,84000
    2025,E92000001,entries,32000
    2025,970,exits,33000

    """.replacing("\n\n", with: "\n")

  private func rows(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func aKeptProjectionIsScoredAndItsMissDivided() throws {
    try withScratchFolder { scratch in
      func path(_ name: String) -> String { scratch.appendingPathComponent(name).path }
      let made = try Command(
        "project", "--scenario", "baseline", "--years", "2", "--draws", "40", "--output",
        path("run"))
      #expect(made.status == 0, Comment(rawValue: made.errors))
      let kept = try Command("register", "add", path("run"), "--register", path("kept"))
      #expect(kept.status == 0 && kept.output.hasPrefix("Kept: "), "\(kept.errors)")
      let again = try Command("register", "add", path("run"), "--register", path("kept"))
      #expect(again.status == 0 && again.output.hasPrefix("Kept already: "))
      let id = try #require(kept.output.split(separator: " ").last).trimmingCharacters(
        in: .newlines)

      let none = try Command("register", "score", "--register", path("kept"))
      #expect(none.status == 0 && none.output.contains("1 kept; no projected year"))

      try Data(Self.later.utf8).write(to: scratch.appendingPathComponent("later.csv"))
      let scored = try Command(
        "register", "score", "--register", path("kept"), "--published", path("later.csv"), "--csv")
      #expect(scored.status == 0, Comment(rawValue: scored.errors))
      let table = rows(scored.output)
      try #require(table.count == 2, "a header and 2025 alone")
      let row = Dictionary(uniqueKeysWithValues: zip(table[0], table[1]))
      #expect(row["kept"] == id && row["area"] == "E92000001" && row["year"] == "2025")
      func number(_ column: String) throws -> Double { try #require(Double(row[column] ?? "")) }
      #expect(try number("published") == 84_000)
      #expect(try abs(number("projected") - 84_000 - number("miss")) < 1e-6)
      let parts = try ["opening", "entries", "exits", "rest"].reduce(0) { try $0 + number($1) }
      #expect(try abs(parts - number("miss")) < 1e-5)
      // It opened on the published stock; its entries are those of its own table.
      #expect(try abs(number("opening")) < 1)
      let entries = try rows(
        String(
          contentsOf: scratch.appendingPathComponent("run/ees/cs_entries.csv"), encoding: .utf8))
      let header = Dictionary(
        uniqueKeysWithValues: entries[0].enumerated().map { ($0.element, $0.offset) })
      let starts = try #require(
        entries.first {
          $0[header["time_period"]!] == "2025" && $0[header["age_group"]!] == "Total"
            && $0[header["estimate_type"]!] == "Projection"
        })
      let started = try #require(Double(starts[header["children_count"]!]))
      #expect(try abs(number("entries") - (started - 32_000)) < 1e-6)
      #expect(["yes", "no"].contains(row["within"] ?? ""))

      let shown = try Command(
        "register", "score", "--register", path("kept"), "--published", path("later.csv"))
      #expect(shown.output.contains("84,000"))
    }
  }

  @Test func whatWasChangedAfterwardsIsFound() throws {
    try withScratchFolder { scratch in
      func path(_ name: String) -> String { scratch.appendingPathComponent(name).path }
      #expect(
        try Command(
          "project", "--scenario", "baseline", "--years", "1", "--output", path("run")
        ).status == 0)
      let kept = try Command("register", "add", path("run"), "--register", path("kept"))
      let id = try #require(kept.output.split(separator: " ").last).trimmingCharacters(
        in: .newlines)
      let file = scratch.appendingPathComponent("kept/\(id)/figures.csv")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacing(",2025,", with: ",2026,", maxReplacements: 1).utf8).write(to: file)
      let scored = try Command("register", "score", "--register", path("kept"))
      #expect(scored.status == 65 && scored.errors.contains(id), "\(scored.errors)")
    }
  }

  @Test(arguments: [
    ("2025,England,stok,84000", "stock"), ("2025,Kemt,stock,84000", "Kent"),
    ("then,England,stock,84000", "then"), ("2025,England,stock,c", "c"),
  ])
  func aWrongFileOfLaterFiguresEndsWith65(row: String, says: String) throws {
    try withScratchFolder { scratch in
      let file = scratch.appendingPathComponent("later.csv")
      try Data("year,area,figure,value\n\(row)\n".utf8).write(to: file)
      let scored = try Command(
        "register", "score", "--register", scratch.path, "--published", file.path)
      #expect(scored.status == 65 && scored.errors.contains(says), "\(scored.errors)")
    }
  }

  @Test func aFolderThatIsNoRunIsAnError() throws {
    try withScratchFolder { scratch in
      let kept = try Command(
        "register", "add", scratch.path, "--register",
        scratch.appendingPathComponent("kept").path)
      #expect(kept.status == 65 && kept.errors.contains("run.json"))
      let scored = try Command(
        "register", "score", "--register", scratch.appendingPathComponent("none").path)
      #expect(scored.status == 65)
    }
  }

  @Test func whatIsMissingEndsWith64() throws {
    #expect(try Command("register", "add", "run").status == 64)
    #expect(try Command("register", "score").status == 64)
  }
}
