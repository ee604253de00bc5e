import CareModel
import Statistics
import Scenarios
import Tables
import Testing

/// The files of a run that are not for Explore Education Statistics, and the terminal's summary.
@Suite struct CatalogueRunTests {
  typealias Sample = CatalogueSample

  static func file(_ path: String) throws -> String {
    let folder = try RunFiles.folder(
      for: Sample.full.get(), version: "0.1.0", arguments: ["project"], dataDigest: "sha256:0")
    return try #require(folder.files.first { $0.path == path }).text
  }

  @Test func changesHaveARowForEachChange() throws {
    let lines = try Self.file("changes.csv").split(separator: "\n")
    #expect(lines[0] == "scenario,parameter,unit,date,until,from,to,lever,evidence,reason")
    let changes = try Sample.full.get().scenarios.map(\.assumptions.changes.count)
    #expect(changes[0] == 0)
    #expect(lines.count == 1 + changes.reduce(0, +))
    #expect(
      lines.contains { $0.hasPrefix("review-in-full,programme.spending.family-help,GBP/year") })
  }

  /// The share of 2024 as published, 39.35 per cent, and each scenario's of the last year.
  @Test func headlineHasEveryFigureOfEveryScenario() throws {
    let lines = try Self.file("headline.csv").split(separator: "\n").map(String.init)
    for scenario in try Sample.full.get().scenarios {
      for figure in ["H1", "H2", "H3", "H4"] where figure != "H1" || scenario.id != "baseline" {
        #expect(lines.contains { $0.hasPrefix("\(scenario.id),\(figure),") })
      }
      let last = scenario.projection.headline.neet.last!
      let text = FixedDecimal.text(100 * last.share.central, decimals: 4)
      #expect(
        lines.contains {
          $0.hasPrefix("\(scenario.id),H4,neet_share")
            && $0.hasSuffix(",\(last.year),Projection,\(text)")
        })
    }
    #expect(lines.contains { $0.hasSuffix(",%,2024,Outturn,39.3506") })
    #expect(!lines.contains { $0.contains(",H1,") && $0.contains("Outturn") })
  }

  @Test func theManifestHoldsScenariosAndWarnings() throws {
    let text = try Self.file(RunManifest.fileName)
    #expect(text.contains("\"id\": \"review-delayed-two-years\""))
    #expect(text.contains("\"warnings\": {"))
    #expect(text.contains("no effect is published"))
  }

  @Test func theSummaryFitsTheTerminal() throws {
    let summary = HeadlineSummary(of: try Sample.full.get())
    #expect(summary.years == [2024, 2025, 2027])
    let lines = summary.text().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 80 })
    for figure in ["H1", "H2", "H3", "H4"] {
      #expect(lines.contains { $0.hasPrefix("\(figure)  ") })
    }
    let shares = lines.filter { $0.hasPrefix("Baseline") && $0.contains("39.4") }
    #expect(!shares.isEmpty)
    #expect(!HeadlineSummary(of: try Sample.alone.get()).text().contains("H1"))
  }
}
