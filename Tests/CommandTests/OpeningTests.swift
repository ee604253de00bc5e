import Foundation
import Testing

/// Scenarios that open on an earlier 31 March.
@Suite struct OpeningTests {
  private static let id = "no-reform-2022"

  /// Only the tables of children in care are written, and the run says why.
  @Test func writesTheTablesThatItCan() throws {
    try withScratchFolder { scratch in
      let run = scratch.appendingPathComponent("run")
      let command = try Command(
        "project", "--scenario", Self.id, "--draws", "40", "--keep-draws", "--output", run.path)
      #expect(command.status == 0, Comment(rawValue: command.errors))
      #expect(command.errors.contains("only children in care"))
      #expect(command.output.contains("Children looked after, on 31 March"))
      #expect(!command.output.contains("Funding gap"))
      let files = try FileManager.default.contentsOfDirectory(
        atPath: run.appendingPathComponent("ees").path)
      #expect(
        files.filter { $0.hasSuffix(".csv") && !$0.hasSuffix(".meta.csv") }.sorted() == [
          "cs_children_looked_after.csv", "cs_entries.csv", "cs_exits.csv",
          "cs_placement_moves.csv",
        ])
      let headline = try String(
        contentsOf: run.appendingPathComponent("headline.csv"), encoding: .utf8)
      #expect(headline.contains("no-reform-2022,B1,children,"))
      #expect(headline.contains(",2032,Projection,"))
      let check = try Command("check", "exports", run.path)
      #expect(check.status == 0, Comment(rawValue: check.output + check.errors))
      let again = try Command("reproduce", run.path)
      #expect(again.status == 0, Comment(rawValue: again.errors))
    }
  }

  @Test(arguments: [
    ["project", "--scenario", "baseline", id], ["compare", "--scenario", id, "baseline"],
    ["compare", "--scenario", id, "family-help"],
    [
      "solve", "children=80000", "--vary", "entries.rate", "--scenario", "baseline", "--beside", id,
    ],
  ])
  func differentOpeningsEndWith65(_ arguments: [String]) throws {
    let command = try Command(arguments)
    #expect(command.status == 65, Comment(rawValue: command.output))
    #expect(command.errors.contains("31 March of different years"))
    #expect(command.errors.contains("2022 of no-reform-2022"))
  }

  @Test func whatIsNotProjectedEndsWith65() throws {
    try withScratchFolder { scratch in
      let lever = scratch.appendingPathComponent("help.yaml")
      try Data(
        """
        id: help
        title: Help from 2022
        question: "What if?"
        author: Nobody
        reference: None
        base: \(Self.id)
        levers: [{id: family-help, start: 2022-23, reason: Invented.}]
        """.utf8
      ).write(to: lever)
      let budget = scratch.appendingPathComponent("budget.csv")
      try Data("area,year,budget\nEngland,2024-25,400000000\n".utf8).write(to: budget)
      let output = ["--output", scratch.appendingPathComponent("run").path]
      for arguments in [
        ["project", "--scenario", lever.path],
        ["project", "--scenario", Self.id, "--areas", "Kent"] + output,
        ["project", "--scenario", Self.id, "--budget", budget.path] + output,
        ["compare", "--scenario", Self.id, "--areas", "Kent", "--neighbours"],
      ] {
        let command = try Command(arguments)
        #expect(command.status == 65, Comment(rawValue: "\(arguments): \(command.output)"))
        #expect(command.errors.contains("cannot be had of a projection from 31 March 2022"))
      }
      let gap = try Command("solve", "gap=0", "--vary", "entries.rate", "--scenario", Self.id)
      #expect(gap.status == 65)
    }
  }

  /// Changes act on it from its own first day, and it can be compared with a scenario built on it.
  @Test func changesActFromItsOpening() throws {
    try withScratchFolder { scratch in
      let fewer = scratch.appendingPathComponent("fewer.yaml")
      try Data(
        """
        id: fewer
        title: Fewer entries
        question: "What if fewer children entered?"
        author: Nobody
        reference: None
        base: \(Self.id)
        overrides:
          - {path: entries.rate, multiply: 0.9, from: 2022-04-01, reason: Invented.}
        """.utf8
      ).write(to: fewer)
      let compared = try Command("compare", "--scenario", Self.id, fewer.path)
      #expect(compared.status == 0, Comment(rawValue: compared.errors))
      #expect(compared.output.contains("2023") && compared.output.contains("difference"))
      let file = try Command("project", "--scenario", fewer.path)
      let option = try Command("project", "--scenario", Self.id, "--scale", "entries.rate=0.9")
      #expect(option.status == 0, Comment(rawValue: option.errors))
      // The same figures under another title.
      let numbers = { (text: String) in text.matches(of: /[0-9,]+\.?[0-9]*/).map(\.output) }
      let own = numbers(file.output.replacing("Fewer entries", with: ""))
      let other = numbers(option.output.replacing("No reform, seen from 2022", with: ""))
      #expect(own.count > 10 && own == other)
    }
  }

  @Test func switchingValuesAreFound() throws {
    let command = try Command(
      "solve", "children=85000", "--vary", "entries.rate", "--scenario", Self.id, "--year", "2032",
      "--draws", "5")
    #expect(command.status == 0, Comment(rawValue: command.errors))
    #expect(command.output.contains("no-reform-2022, is 85000"))
  }
}

/// The scenario whose effects are solved for.
@Suite struct ClaimTests {
  /// Solved again, the claim is the file's.
  @Test func theClaimIsSolved() throws {
    let command = try Command(
      "solve", "children=-30000", "--scenario", "review-as-claimed", "--beside", "baseline",
      "--vary", "claim", "--year", "2032")
    #expect(command.status == 0, Comment(rawValue: command.errors))
    let found = try #require(command.output.firstMatch(of: /central run: ([0-9.]+)/))
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Datasets/scenarios/review-as-claimed.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let kept = try #require(text.firstMatch(of: /times: ([0-9.]+)/))
    // The file has the six digits that the command prints.
    #expect(abs(try #require(Double(found.1)) - (try #require(Double(kept.1)))) <= 2e-5)
    for word in ["carecast solve", "children=-30000", "--beside baseline --vary claim --year 2032"]
    {
      #expect(text.contains(word))
    }
  }

  @Test(arguments: [
    ["--vary", "claim", "--by", "set"], ["--vary", "claim", "--to", "200"],
    ["--vary", "claim", "--from", "0"],
  ])
  func aWrongRangeEndsWith65(_ more: [String]) throws {
    let command = try Command(["solve", "children=50000", "--scenario", "review-in-full"] + more)
    #expect(command.status == 65, Comment(rawValue: command.output))
  }

  /// Every draw is solved by itself.
  @Test func drawsHaveClaimsOfTheirOwn() throws {
    let command = try Command(
      "solve", "children=-30000", "--scenario", "review-in-full", "--beside", "baseline",
      "--vary", "claim", "--year", "2032", "--draws", "4", "--threads", "2")
    #expect(command.status == 0, Comment(rawValue: command.errors))
    #expect(command.output.contains("of 4 draws 100.0% have such a value"))
  }
}
