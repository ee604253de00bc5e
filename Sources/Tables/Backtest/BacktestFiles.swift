public import Calibration
public import Parameters
import Statistics

/// The files of a backtest: every forecast beside what was published, and the scores.
public enum BacktestFiles {
  /// Decimals of figures and scores.
  private static let decimals = 1e6

  private static func rounded(_ number: Double?) -> Double? {
    number.map { ($0 * decimals).rounded() / decimals }
  }

  private static let forecasts = RowFile<BacktestResult>(
    path: "forecasts.csv", title: "Forecasts from past origins beside what was published",
    key: ["origin", "horizon", "series", "item", "area_code", "forecaster"],
    columns: [
      .whole("origin", "The year to 31 March whose end is the origin") { $0.origin },
      .whole("horizon", "Years ahead") { $0.horizon },
      .whole("year", "The year to 31 March that is forecast") { $0.year },
      .text("series", "What is forecast, by its id") { $0.cell.series },
      .text("item", "The part of it; \(BacktestSeries.whole) where it is not divided") {
        $0.cell.item
      },
      .text("area_code", "Code of the area") { $0.area.code },
      .text("area_name", "Name of the area") { $0.area.name },
      .text("geographic_level", "How large the area is") { $0.area.level.rawValue },
      .text("size_class", "Its class by children looked after on the origin") {
        $0.sizeClass.rawValue
      },
      .text("forecaster", "Who forecasts, by id") { $0.forecaster },
      .number("published", "What was published") { rounded($0.published) },
      .number("forecast", "The forecast") { rounded($0.point) },
      .number("crps", "Continuous ranked probability score, ordinary; blank without a range") {
        rounded($0.range?.rankedProbability)
      },
    ]
      + BacktestResult.levels.indices.flatMap { place -> [RowFile<BacktestResult>.Column] in
        let name = percent(BacktestResult.levels[place])
        return [
          .number("lower_\(name)", "Lower end of the central interval of \(name)%") {
            rounded($0.range?.intervals[place].lower)
          },
          .number("upper_\(name)", "Upper end of the central interval of \(name)%") {
            rounded($0.range?.intervals[place].upper)
          },
        ]
      })

  private static let scores = RowFile<BacktestScore>(
    path: "scores.csv", title: "Scores of the forecasts, by origins, years ahead, series and areas",
    key: ["origins", "horizon", "series", "areas", "forecaster"],
    columns: [
      .text("origins", "Origins that are pooled") { $0.originText },
      .whole("horizon", "Years ahead") { $0.horizon },
      .text("series", "What is forecast, by its id") { $0.series },
      .text("areas", "Areas that are pooled, by children looked after on the origin") {
        $0.group.label
      },
      .text("forecaster", "Who forecasts, by id") { $0.forecaster },
      .whole("forecasts", "Forecasts that are pooled") { $0.count },
      .number("mae", "Mean absolute error") { rounded($0.meanAbsolute) },
      .number("wape", "Sum of absolute errors over the sum of what was published, a share") {
        rounded($0.weightedRelative)
      },
      .number("mase", "Mean of absolute errors over the area's mean absolute yearly change before")
      { rounded($0.meanScaled) },
      .number("bias", "Mean of forecast less published") { rounded($0.bias) },
      .number("crps", "Mean continuous ranked probability score, ordinary") {
        rounded($0.rankedProbability)
      },
    ]
      + BacktestResult.levels.flatMap { level -> [RowFile<BacktestScore>.Column] in
        let name = percent(level)
        let of: @Sendable (BacktestScore) -> BacktestScore.Interval? = { score in
          score.intervals.first { $0.level == level }
        }
        return [
          .number("coverage_\(name)", "Share of what was published in intervals of \(name)%") {
            rounded(of($0)?.coverage)
          },
          .number("coverage_\(name)_lower", "Lower end of its interval, origins drawn again") {
            rounded(of($0)?.coverageByOrigin.lowerBound)
          },
          .number("coverage_\(name)_upper", "Upper end of its interval, origins drawn again") {
            rounded(of($0)?.coverageByOrigin.upperBound)
          },
          .number("width_\(name)", "Mean width of intervals of \(name)%") {
            rounded(of($0)?.width)
          },
          .number("interval_score_\(name)", "Mean interval score of intervals of \(name)%") {
            rounded(of($0)?.score)
          },
        ]
      }
      + [
        .text("rival", "The forecaster chosen beforehand as the one to beat", isRequired: false) {
          $0.besideRival?.rival ?? ""
        }
      ]
      + ratio("wape", "wape") { $0.besideRival?.relative }
      + ratio("crps", "crps") { $0.besideRival?.rankedProbability })

  private static func ratio(
    _ name: String, _ of: String,
    _ ratio: @escaping @Sendable (BacktestScore) -> BacktestScore.Ratio?
  ) -> [RowFile<BacktestScore>.Column] {
    [
      .number("\(name)_ratio", "\(of) over the rival's, on the forecasts that both made") {
        rounded(ratio($0)?.value)
      },
      .number("\(name)_ratio_lower", "Lower end of its 95% interval, areas at origins drawn again")
      { rounded(ratio($0)?.interval.lowerBound) },
      .number("\(name)_ratio_upper", "Upper end of its 95% interval, areas at origins drawn again")
      { rounded(ratio($0)?.interval.upperBound) },
    ]
  }

  private static func percent(_ level: Double) -> String { String(Int((100 * level).rounded())) }

  /// The folder of a backtest.
  ///
  /// - Parameters:
  ///   - backtest: The forecasts.
  ///   - scores: Their scores.
  ///   - data: The data folder that it rests on.
  ///   - dataDigest: Its digest.
  ///   - version: Version of carecast.
  ///   - arguments: The command's, in a fixed form.
  ///   - seed: What draws and resamples share.
  /// - Throws: `TableError`.
  public static func folder(
    of backtest: Backtest, scores: [BacktestScore], data: DataFolder, dataDigest: String,
    version: String, arguments: [String], seed: UInt64
  ) throws -> OutputFolder {
    try OutputFolder(
      [try forecasts.file(of: backtest.results), try Self.scores.file(of: scores)],
      sources: data.sources,
      manifest: RunManifest(
        version: version, arguments: arguments, scenarios: [], dataDigest: dataDigest, seed: seed))
  }
}

extension BacktestScore {
  /// The origins in words: `2022, 2023`.
  var originText: String { origins.map(String.init).joined(separator: ", ") }
}
