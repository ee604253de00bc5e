import CareModel
import Foundation
import Parameters
import Scenarios
import Statistics
import Tables
import Testing

@testable import Report

/// What is read from a run's folder is what was projected.
@Suite struct ReportedRunTests {
  @Test func figuresAreThoseOfTheProjection() throws {
    try withFolder { folder in
      let results = try ReportSample.results.get()
      let run = try ReportedRun(ReportSample.write(results, to: folder))
      #expect(run.place == "England")
      #expect(run.draws == nil)
      #expect(run.scenarios.map(\.id) == results.scenarios.map(\.id))
      for (read, made) in zip(run.scenarios, results.scenarios) {
        #expect(read.words.title == made.title)
        let figures = read.figures
        #expect(figures.children[2024] == RunFigure(value: 83_530, range: nil, isOutturn: true))
        #expect(figures.children.count == 4)
        let last = made.projection.years.last!
        #expect(abs(figures.children[last.year]!.value - last.stock.total.central) < 0.06)
        let gap = made.headline.gap.last!
        #expect(abs(figures.gap[2027]!.value - gap.gap.central / 1e6) < 1e-5)
        #expect(abs(figures.headline["gap"]![2027]!.value - gap.gap.central / 1e6) < 1e-3)
        #expect(figures.split.isEmpty == (read.id == "baseline"))
      }
      let (base, review) = (run.scenarios[0].figures, run.scenarios[1].figures)
      let difference =
        review.gap.values.reduce(0) { $0 + $1.value } - base.gap.values.reduce(0) { $0 + $1.value }
      #expect(abs(review.split["Total"]!.value - difference) < 1e-4)
    }
  }

  @Test func runsWithDrawsHaveRanges() throws {
    try withFolder { folder in
      let comparison = try ReportSample.drawnComparison(in: folder)
      let figures = comparison.scenarios[0].figures
      #expect(comparison.runs[0].draws == "40")
      #expect(figures.children[2024]!.range == nil)
      for figure in [figures.children[2027], figures.gap[2027], figures.neetShare[2027]] {
        let figure = try #require(figure)
        let range = try #require(figure.range)
        #expect(range.lowerBound < range.upperBound)
      }
    }
  }

  @Test func changesArePutTogetherByLeverAndParameter() throws {
    try withFolder { folder in
      let run = try ReportedRun(ReportSample.write(ReportSample.results.get(), to: folder))
      #expect(run.scenarios[0].changes.isEmpty)
      let changes = run.scenarios[1].changes
      let entries = try #require(
        changes.first { $0.label.contains("starting to be looked after") && $0.hasEffect })
      #expect(entries.leverNames == "Family group decision making; Family help")
      #expect(Set(entries.grades) == [.trial, .quasiExperiment])
      #expect(entries.relative!.upperBound < 0)
      let spending = changes.filter { $0.label == LeverChange.spendingLabel }
      #expect(spending.contains { $0.levers == ["family-help"] })
      let idle = try #require(changes.first { $0.levers == ["mockingbird"] })
      #expect(!idle.hasEffect && idle.relative == nil && idle.grades == [.nonePublished])
    }
  }

  /// Numbers that are none are found, with the file and the line.
  @Test(arguments: [
    ("headline.csv", "Projection,", "Projection,q"),
    ("headline.csv", "scenario,figure", "scenarios,figure"),
    ("changes.csv", ",trial ", ",trail "), ("run.json", "\"version\"", "\"versions\""),
    ("run.json", "\\nquestion:", "\\nquestions:"), ("changes.csv", "\n", "\n\""),
  ])
  func brokenFilesAreNamed(file: String, text: String, other: String) throws {
    try withFolder { folder in
      let path = try ReportSample.write(ReportSample.results.get(), to: folder)
      let name = "\(path)/\(file)"
      try edit(name, text, with: other)
      let error = #expect(throws: InputError.self) { try ReportedRun(path) }
      #expect("\(try #require(error))".contains(file))
    }
  }
}
