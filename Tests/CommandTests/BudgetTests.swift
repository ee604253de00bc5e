import Foundation
import Testing

@Suite("carecast project --budget, compare --neighbours")
struct BudgetTests {
  private static func write(_ text: String, to folder: URL) throws -> String {
    let file = folder.appendingPathComponent("budget.csv")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  /// A budget of a pound is exceeded in every draw, one of a trillion in none, and what is spent beyond
  /// the first is the mean of all draws.
  @Test func budgetsAreSetBesideSpending() throws {
    try withScratchFolder { scratch in
      let budget = try Self.write(
        """
        area,year,budget
        Kent,2024-25,1
        886,202526,1000000000000
        England,2024-25,14000000000

        """.replacing("\n\n", with: "\n"), to: scratch)
      let run = scratch.appendingPathComponent("run")
      let command = try Command(
        "project", "--scenario", "baseline", "--years", "2", "--areas", "England", "Kent",
        "--draws", "40", "--budget", budget, "--output", run.path)
      #expect(command.status == 0, Comment(rawValue: command.errors))
      let lines = try String(
        contentsOf: run.appendingPathComponent("budget.csv"), encoding: .utf8
      ).split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
      #expect(
        lines[0] == [
          "scenario", "area_code", "area", "financial_year", "budget", "net_spending",
          "exceeding_percent", "expected_excess",
        ])
      #expect(lines.count == 4)
      let kent = lines.filter { $0[2] == "Kent" }
      #expect(kent.map { $0[6] } == ["100.0", "0.0"])
      #expect(kent[1][7] == "0")
      let (spent, excess) = (Double(kent[0][5])!, Double(kent[0][7])!)
      #expect(spent > 2e8 && abs(excess / spent - 1) < 0.1)
      #expect(FileManager.default.fileExists(atPath: run.path + "/budget.csv-metadata.json"))
    }
  }

  @Test(arguments: [
    ("area,year,amount\n", "budget"), ("area,year,budget\nKnet,2024-25,5\n", "Kent"),
    ("area,year,budget\nKent,2050-51,5\n", "2025-26"),
    ("area,year,budget\nKent,2024-25,many\n", "many"),
    ("area,year,budget\nKent,2024-25,0\n", "budget is 0"),
    ("area,year,budget\nKent,2024-25,5\n886,202425,6\n", "line 2"),
    ("area,year,budget\nSurrey,2024-25,5\n", "Kent"),
  ])
  func wrongBudgetsAreNamed(text: String, word: String) throws {
    try withScratchFolder { scratch in
      let budget = try Self.write(text, to: scratch)
      let run = scratch.appendingPathComponent("run")
      let command = try Command(
        "project", "--scenario", "baseline", "--years", "2", "--areas", "Kent", "--budget", budget,
        "--output", run.path)
      #expect(command.status == 65 && command.errors.contains(word), "\(command.errors)")
      #expect(!FileManager.default.fileExists(atPath: run.path))
    }
  }

  @Test func aCouncilIsSetBesideItsNeighbours() throws {
    let command = try Command("compare", "--areas", "Kent", "--neighbours", "--years", "3")
    #expect(command.status == 0, Comment(rawValue: command.errors))
    for name in ["Kent", "Essex", "Mean of neighbours", "England"] {
      #expect(command.output.contains(name), "\(name)")
    }
    #expect(command.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let region = try Command("compare", "--areas", "London", "--neighbours")
    #expect(region.status == 65 && region.errors.contains("local authority"))
    let alone = try Command("compare", "--areas", "Kent")
    #expect(alone.status == 64)
  }
}
