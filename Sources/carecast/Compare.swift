import ArgumentParser
import CareModel
import Parameters
import Tables

/// Sets scenarios beside the first one: value, value, difference.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare scenarios with the first one: baseline, scenario, difference.",
    discussion: """
      Examples:
        carecast compare
        carecast compare --scenario baseline review-in-full --years 5
      """)

  @OptionGroup var options: RunOptions

  func validate() throws {
    guard options.scenario.count >= 2 else {
      throw ValidationError("compare needs two scenarios or more, the one to compare with first.")
    }
  }

  func run() throws {
    let results = try options.results()
    RunOptions.warn(results)
    let base = results.scenarios[0]
    for scenario in results.scenarios.dropFirst() {
      print("\(scenario.title), beside \(base.title)\n")
      var table = TextTable(
        columns: [
          .text("Measure"), .text("Year"), .number("Beside"), .number("Scenario"),
          .number("Difference"),
        ])
      for measure in ComparedMeasure.all {
        for year in Self.years(base.projection) {
          let before = measure.value(base.projection, year)
          let after = measure.value(scenario.projection, year)
          table.add(
            [
              measure.label, String(base.projection.years[year].year),
              FixedDecimal.grouped(before, decimals: measure.decimals),
              FixedDecimal.grouped(after, decimals: measure.decimals),
              FixedDecimal.grouped(after - before, decimals: measure.decimals),
            ])
        }
      }
      print(table.text())
    }
  }

  /// The first projected year, the middle one and the last.
  private static func years(_ projection: Projection) -> [Int] {
    let last = projection.years.count - 1
    return [0, last / 2, last].reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// A measure that `compare` shows.
struct ComparedMeasure: Sendable {
  let label: String
  let decimals: Int
  let value: @Sendable (Projection, Int) -> Double

  static let all = [
    ComparedMeasure(label: "Children in care", decimals: 0) { $0.years[$1].stock.total },
    ComparedMeasure(label: "Entries in the year", decimals: 0) { projection, year in
      projection.years[year].sum { $0.entered }
    },
    ComparedMeasure(label: "2 or more placements, %", decimals: 1) {
      100 * $0.headline.stability[$1].shareTwoOrMore
    },
    ComparedMeasure(label: "NEET at 19 to 21, %", decimals: 1) {
      100 * $0.headline.neet[$1].share
    },
    ComparedMeasure(label: "Net spending, £m cash", decimals: 0) {
      $0.gap.years[$1].spending / 1e6
    },
    ComparedMeasure(label: "Programme, £m cash", decimals: 0) {
      $0.programme.cash(in: $0.financialYears[$1]) / 1e6
    },
    ComparedMeasure(label: "Funding gap, £m cash", decimals: 0) { $0.gap.years[$1].gap / 1e6 },
    ComparedMeasure(label: "Gap so far, £m cash", decimals: 0) {
      $0.gap.years[$1].cumulative / 1e6
    },
  ]
}
