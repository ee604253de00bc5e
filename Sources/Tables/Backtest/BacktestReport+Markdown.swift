import Calibration
import Statistics

extension BacktestReport {
  /// The page of the documentation.
  public var markdown: String {
    var lines = [
      "# Forecasts of past years", "",
      "What the model would have forecast from past origins, fitted to the years up to each origin "
        + "alone, beside what happened, and beside forecasts that know the history only. "
        + "`carecast backtest --markdown` writes this page; `--output` writes every forecast and "
        + "every score as CSV files.", "",
      "Nothing was chosen on the origins \(Self.words(Array(Backtest.judged))). The rivals were "
        + "chosen beforehand: the three-year mean for children with three or more placements, the "
        + "last value for everything else.", "",
    ]
    lines += ["## Forecasters", ""]
    lines += Forecaster.all.map { "- `\($0.id)`: \($0.sentence)" }
    lines += ["", "## What the scores rest on", ""]
    lines += (Self.caveats + backtest.limits).map { "- \($0)" }
    lines += ["", "## Scores", "", Self.legend, ""]
    for pool in mainPools {
      for horizon in 1...backtest.horizon {
        for group in BacktestScore.AreaGroup.all {
          let parts = parts(group, origins: pool, horizon: horizon)
          guard !parts.isEmpty else { continue }
          lines += [
            "### \(group.label), origins \(Self.words(pool)), \(Self.years(horizon)) ahead", "",
          ]
          for part in parts { lines += table(part) + [""] }
        }
      }
    }
    return lines.joined(separator: "\n").trimmingNewlines + "\n"
  }

  /// What a reader has to know to read the scores.
  static let caveats = [
    "Each year is of the newest release held. What was published on an origin was revised later, so "
      + "that forecasts begin from better figures than were known then; all forecasters alike.",
    "The model reads the population of the years ahead as it is estimated and projected today. Its "
      + "assumed priors, such as how far rates move in a year, were set with all years in view.",
    "Ranges of reference forecasts are their own one-step errors up to the origin, pooled over the "
      + "areas of a size class, times the root of the years ahead; with fewer than five errors "
      + "there is no range.",
    "A figure that was suppressed on the origin or in the year ahead is not scored. Authorities "
      + "that were divided after an origin are scored as they were, by the sum of those that "
      + "followed them.",
    "Supported accommodation and other placements are one group, because children were moved "
      + "between these headings in 2023-24. Unit costs are at constant prices by the GDP deflator "
      + "published later, the first year of each line being 100.",
  ]

  private func table(_ part: Part) -> [String] {
    let columns = Self.headings
    return [
      "**\(part.series.label)** (`\(part.series.id)`, \(part.series.unit.rawValue); rival "
        + "`\(part.series.rival.id)`)", "",
      "| " + columns.joined(separator: " | ") + " |",
      "| --- |" + String(repeating: " ---: |", count: columns.count - 1),
    ]
      + part.scores.map {
        "| " + Self.cells($0, unit: part.series.unit).joined(separator: " | ") + " |"
      }
  }
}

extension String {
  /// Without line breaks at the end.
  fileprivate var trimmingNewlines: String {
    String(self[..<(lastIndex { !$0.isNewline }.map(index(after:)) ?? startIndex)])
  }
}
