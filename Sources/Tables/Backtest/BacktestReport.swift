public import Calibration

/// The scores of a backtest in words: for the terminal, and as a page of the documentation.
public struct BacktestReport {
  let backtest: Backtest
  let scores: [BacktestScore]

  /// A report.
  public init(_ backtest: Backtest, scores: [BacktestScore]) {
    self.backtest = backtest
    self.scores = scores
  }

  /// What stands above the columns.
  static let headings = [
    "forecaster", "n", "MAE", "WAPE %", "MASE", "bias", "CRPS", "50%", "80%", "95%", "WAPE ratio",
    "CRPS ratio",
  ]

  /// What the columns are.
  static let legend = """
    n: forecasts. WAPE: absolute errors over what was published. MASE: absolute errors over the \
    area's mean yearly change before the origin. CRPS: continuous ranked probability score of the \
    sample as it stands. 50%, 80%, 95%: what percentage of outcomes lay in central intervals of \
    that level, for 80% with the interval from drawing origins again. Ratios: score over that of the rival, on the forecasts that both made, with 95% \
    intervals from drawing areas at origins again; below 1 is better.
    """

  /// One table: a group of areas, origins, years ahead and a series.
  struct Part {
    let series: BacktestSeries
    let scores: [BacktestScore]
  }

  /// The tables of a group of areas.
  func parts(_ group: BacktestScore.AreaGroup, origins: [Int], horizon: Int) -> [Part] {
    BacktestSeries.all.compactMap { series in
      let own = scores.filter {
        $0.series == series.id && $0.group == group && $0.origins == origins
          && $0.horizon == horizon
      }
      return own.isEmpty ? nil : Part(series: series, scores: own)
    }
  }

  /// The cells of a score.
  static func cells(_ score: BacktestScore, unit: BacktestSeries.Unit) -> [String] {
    let decimals = unit == .children ? 1 : 2
    func text(_ number: Double?, _ decimals: Int) -> String {
      number.map { FixedDecimal.text($0, decimals: decimals) } ?? "-"
    }
    func ratio(_ ratio: BacktestScore.Ratio?) -> String {
      guard let ratio else { return "-" }
      let ends = [ratio.interval.lowerBound, ratio.interval.upperBound].map { text($0, 2) }
      return "\(text(ratio.value, 3)) (\(ends[0]) to \(ends[1]))"
    }
    let levels = BacktestResult.levels.map { level -> String in
      let interval = score.intervals.first { $0.level == level }
      let coverage = text(interval.map { 100 * $0.coverage }, 0)
      guard level == 0.8, score.origins.count > 1, let ends = interval?.coverageByOrigin else {
        return coverage
      }
      return "\(coverage) (\(text(100 * ends.lowerBound, 0)) to \(text(100 * ends.upperBound, 0)))"
    }
    return [
      score.forecaster, String(score.count), text(score.meanAbsolute, decimals),
      text(score.weightedRelative.map { 100 * $0 }, 2), text(score.meanScaled, 2),
      text(score.bias, decimals), text(score.rankedProbability, decimals),
    ] + levels + [ratio(score.besideRival?.relative), ratio(score.besideRival?.rankedProbability)]
  }

  /// The report for the terminal: what bars apply to where it is there, else all groups that are.
  public func text() -> String {
    var lines: [String] = []
    for pool in mainPools {
      for horizon in 1...backtest.horizon {
        for group in groups(pool, horizon) {
          let parts = parts(group, origins: pool, horizon: horizon)
          guard !parts.isEmpty else { continue }
          lines.append(
            "\(group.label), origins \(Self.words(pool)), \(Self.years(horizon)) ahead\n")
          for part in parts { lines.append(table(part)) }
        }
      }
    }
    lines += backtest.limits
    return lines.joined(separator: "\n") + "\n"
  }

  /// The origins that are pooled, without each alone.
  var mainPools: [[Int]] {
    let pools = backtest.pools
    return pools.filter { pool in
      pool.count > 1 || !pools.contains { $0.count > 1 && $0.contains(pool[0]) }
    }
  }

  private func groups(_ pool: [Int], _ horizon: Int) -> [BacktestScore.AreaGroup] {
    let judged = BacktestScore.AreaGroup.judged
    let england = BacktestScore.AreaGroup.all[0]
    return parts(judged, origins: pool, horizon: horizon).isEmpty
      ? BacktestScore.AreaGroup.all : [judged, england]
  }

  private func table(_ part: Part) -> String {
    let shown = [0, 1, 3, 6, 8, 10, 11]
    var table = TextTable(
      columns: shown.map { $0 == 0 ? .text(part.series.id) : .number(Self.headings[$0]) })
    for score in part.scores {
      let cells = Self.cells(score, unit: part.series.unit)
      table.add(shown.map { $0 > 7 ? String(cells[$0].prefix { $0 != " " }) : cells[$0] })
    }
    return table.text()
  }

  /// Origins in words.
  static func words(_ origins: [Int]) -> String { origins.map(String.init).joined(separator: ", ") }

  /// Years ahead in words.
  static func years(_ horizon: Int) -> String { horizon == 1 ? "1 year" : "\(horizon) years" }
}
