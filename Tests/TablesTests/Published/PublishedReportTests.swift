import CareModel
import Statistics
import Foundation
import Parameters
import Scenarios
import Tables
import Testing

/// Figures of others beside ours.
@Suite struct PublishedReportTests {
  typealias Sample = PublishedSample

  @Test func everyFigureHasASourceAndWords() throws {
    let rows = try Sample.report.get().rows
    #expect(Set(rows.map(\.figure.id)).count == rows.count)
    #expect(Set(rows.map(\.figure.id)) == Set(CitedComparison.all.map(\.id)))
    for row in rows {
      let figure = row.figure
      #expect(figure.source.address.hasPrefix("https://"), "\(figure.id)")
      #expect(figure.why.hasSuffix("."), "\(figure.id)")
      #expect(!figure.ours.hasSuffix("."), "\(figure.id)")
      #expect((figure.prices != nil) == figure.unit.isMoney, "\(figure.id)")
    }
  }

  /// A comparison gives a number, or says that there is none to give.
  @Test func oursIsFiniteOrAbsent() throws {
    for row in try Sample.report.get().rows {
      if let value = row.ours.value {
        #expect(value.isFinite && row.figure.ours != "none", "\(row.figure.id)")
        #expect(row.difference! == value - row.figure.value, "\(row.figure.id)")
      } else {
        #expect(row.ours.kind == "none" && row.figure.ours == "none", "\(row.figure.id)")
        #expect(row.difference == nil)
      }
    }
  }

  /// The profile is spent as printed: 46, 987, 1,257 and 233 million.
  @Test func theProgrammeIsTheProfile() throws {
    #expect(abs(try Sample.ours("programme") - 2_523e6) < 1)
    for (index, millions) in [46.0, 987, 1_257, 233].enumerated() {
      let row = try Sample.row("programme-year-\(index + 1)")
      #expect(row.figure.value == millions * 1e6)
      #expect(abs(row.difference!) < 1)
    }
  }

  @Test func theOpeningIsTheCount() throws {
    let row = try Sample.row("children-2024")
    #expect(row.figure.value == 83_530)
    #expect(abs(row.difference!) < 1e-6)
  }

  @Test(arguments: ["residential-week-2024", "fostering-week-2024"])
  func unitCostsAreTheTools(_ id: String) throws {
    let row = try Sample.row(id)
    #expect(abs(row.difference! / row.figure.value) < 0.03, "\(row.ours)")
  }

  /// Net current expenditure of 2021-22 is 10,904.06 million, and 13,250 of 32,460 are 40.8%.
  @Test func outturnIsThePublishedOne() throws {
    #expect(try Sample.row("cost-2022").ours == .outturn(10_904_060_000))
    #expect(abs(try Sample.ours("neet-2021") - 40.82) < 0.005)
    // 2,548.205 + 1,984.229 + 555.086 million.
    #expect(abs(try Sample.ours("placements-2023-spending") - 5_087_520_000) < 1)
  }

  /// Funding is the same in both scenarios, so spending and the cumulative gap differ by as much.
  @Test func delayIsTheDifferenceOfTheGaps() throws {
    let scenarios = try Sample.basis.get().results.scenarios
    func cumulative(_ id: String, _ year: Int) -> Double {
      scenarios.first { $0.id == id }!.projection.gap.years
        .first { $0.year.endingIn == year }!.cumulative.central
    }
    for (id, year) in [("delay-cost-ten-cash", 2034), ("delay-cost-twenty-cash", 2044)] {
      let gaps = cumulative("review-delayed-two-years", year) - cumulative("review-in-full", year)
      #expect(abs(try Sample.ours(id) - gaps) < 1e3, "\(id)")
    }
  }

  @Test func theTextFitsTheTerminal() throws {
    let report = try Sample.report.get()
    for line in report.text().split(separator: "\n") where !line.contains("https://") {
      #expect(line.count <= 80, "\(line)")
    }
    for row in report.rows { #expect(report.text().contains("[\(row.figure.source.id)]")) }
  }

  @Test func theMarkdownHasARowForEachFigureAndEachSourceOnce() throws {
    let report = try Sample.report.get()
    let lines = report.markdown.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("| ") } == report.rows.count + 2)
    for source in report.sources {
      #expect(lines.count { $0.contains("[\(source.title)](\(source.address))") } == 1)
    }
  }

  @Test func theJSONIsReadByOthers() throws {
    let report = try Sample.report.get()
    let read = try JSONSerialization.jsonObject(with: Data(report.json.text.utf8))
    let objects = try #require(read as? [[String: Any]])
    #expect(objects.map { $0["id"] as? String } == report.rows.map(\.figure.id))
    #expect(objects.allSatisfy { ($0["source"] as? [String: Any])?["publisher"] is String })
    let absent = try #require(objects.first { $0["id"] as? String == "neet-2021-all" })
    #expect(absent["ours"] is NSNull && absent["difference"] is NSNull)
  }
}
