import Foundation
import Tables
import Testing

@testable import Report

/// Scenarios of several runs stand side by side.
@Suite struct ComparisonTests {
  @Test func eachScenarioHasItsBase() throws {
    try withFolder { folder in
      let comparison = try ReportSample.comparison(in: folder)
      #expect(comparison.scenarios.map(\.base) == [nil, 0, 0])
      #expect(comparison.years == [2024, 2025, 2026, 2027])
      #expect(comparison.scenarios.map(\.title)[1] == "The Review in full")
    }
  }

  @Test func whatIsTheSameIsShownOnce() throws {
    try withFolder { folder in
      let all = try ReportedRun(ReportSample.write(ReportSample.results.get(), to: folder))
      let two = try ReportedRun(
        ReportSample.write(
          ReportSample.projected(["review-in-full", "baseline"]), to: folder, named: "two"))
      #expect(
        try Comparison([all, two]).scenarios.map(\.title) == all.scenarios.map(\.words.title))
      let both = try Comparison([two, all])
      #expect(both.scenarios.count == 3)
      #expect(both.scenarios.map(\.base) == [nil, 0, 0])
    }
  }

  @Test func whatDiffersIsNamedAfterItsRun() throws {
    try withFolder { folder in
      let one = try ReportedRun(
        ReportSample.write(
          ReportSample.projected(["baseline", "review-in-full"]), to: folder, named: "run"))
      let flat = try ReportedRun(
        ReportSample.write(
          ReportSample.projected(["baseline", "review-in-full"], fundingBase: "flat-real"),
          to: folder, named: "run-flat"))
      let comparison = try Comparison([one, flat])
      #expect(
        comparison.scenarios.map(\.title) == [
          "Baseline, run", "The Review in full, run", "Baseline, run-flat",
          "The Review in full, run-flat",
        ])
      #expect(comparison.scenarios.map(\.base) == [nil, 0, nil, 2])
    }
  }
}
