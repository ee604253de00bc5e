import Foundation
import Testing

/// The headline figures of every scenario as they were when last looked at. They show that nothing
/// changed, not that it is right; after a change that is meant, copy `headline.csv` of a run here.
@Suite("golden headline figures")
struct GoldenTests {
  @Test func everyScenarioIsAsBefore() throws {
    try withScratchFolder { scratch in
      let run = scratch.appendingPathComponent("run")
      #expect(try Command("project", "--output", run.path).status == 0)
      let now = try rows(run.appendingPathComponent("headline.csv"))
      let before = try rows(
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
          .deletingLastPathComponent().appendingPathComponent("Golden/headline.csv"))
      #expect(now.count == before.count)
      for (now, before) in zip(now, before) {
        #expect(now.key == before.key)
        // Written with three decimals, so half a unit of the last on either side.
        #expect(abs(now.value - before.value) <= 0.001_001, Comment(rawValue: now.key))
      }
    }
  }

  private func rows(_ url: URL) throws -> [(key: String, value: Double)] {
    try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      let comma = try #require(line.lastIndex(of: ","))
      let text = line[line.index(after: comma)...]
      return (String(line[..<comma]), Double(text) ?? .nan)
    }
  }
}
