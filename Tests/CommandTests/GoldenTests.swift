import Foundation
import Testing

/// Figures as they were when last looked at. They show that nothing changed, not that it is right;
/// after a change that is meant, `Tests/Golden/remake` writes them anew.
@Suite("golden files")
struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Golden")

  static let scenarios = [
    "baseline", "critics", "no-reform-2022", "review-as-claimed", "review-delayed-two-years",
    "review-in-full", "stabilise-first", "stable-homes",
  ]

  /// The last of ten years: a scenario that opens in another year than 2024 has it in its id.
  private static func lastYear(of scenario: String) -> Int {
    10 + (scenario.split(separator: "-").last.flatMap { Int($0) } ?? 2024)
  }

  @Test func headlinesAreAsBefore() throws {
    try withScratchFolder { scratch in
      let run = scratch.appendingPathComponent("run")
      #expect(try Command("project", "--output", run.path).status == 0)
      try compare(
        lines(run.appendingPathComponent("headline.csv")), lines(golden("headline")),
        valueFromEnd: 0)
    }
  }

  /// Every figure of the last projected year.
  @Test(arguments: scenarios) func everyTableIsAsBefore(scenario: String) throws {
    try withScratchFolder { scratch in
      let run = scratch.appendingPathComponent("run")
      let command = try Command(
        "project", "--scenario", scenario, "--format", "tidy", "--output", run.path)
      #expect(command.status == 0, Comment(rawValue: command.errors))
      let all = try lines(run.appendingPathComponent("tidy.csv"))
      let year = Self.lastYear(of: scenario)
      let financial = "\(year - 1)\(year % 100)"
      let last = all.filter {
        ($0.contains(",\(year),Reporting year,") || $0.contains(",\(financial),Financial year,"))
          && $0.contains(",Projection,") && $0.hasSuffix(",") && $0.dropLast().last!.isNumber
      }
      try compare(last, Array(lines(golden(scenario)).dropFirst()), valueFromEnd: 1)
    }
  }

  @Test func everyScenarioThatShipsHasAFile() throws {
    let shipped = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Datasets/scenarios")
    let ids = try FileManager.default.contentsOfDirectory(atPath: shipped.path).map {
      String($0.prefix { $0 != "." })
    }
    #expect(ids.sorted() == Self.scenarios)
  }

  private func golden(_ name: String) -> URL { Self.folder.appendingPathComponent("\(name).csv") }

  private func lines(_ url: URL) throws -> [Substring] {
    try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
  }

  /// Lines are equal but for a value, which may differ by one in its last decimal: where a figure
  /// lies between two, another processor's logarithm can tip it over.
  private func compare(
    _ now: [Substring], _ before: [Substring], valueFromEnd position: Int
  ) throws {
    #expect(now.count == before.count)
    for (now, before) in zip(now, before) where now != before {
      let cells = [now, before].map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      let index = try #require(cells.map(\.count).min()) - 1 - position
      let values = try cells.map { try #require(Double($0[index]), "\(now) was \(before)") }
      var rest = cells
      for side in rest.indices { rest[side].remove(at: rest[side].count - 1 - position) }
      #expect(rest[0] == rest[1], "\(now) was \(before)")
      let decimals = cells[1][index].split(separator: ".").dropFirst().first?.count ?? 0
      #expect(
        abs(values[0] - values[1]) <= 1.01 * pow(10, -Double(decimals)), "\(now) was \(before)")
    }
  }
}
