import Parameters
import Statistics

/// How a forecaster did over a group of forecasts, and beside the rival chosen beforehand.
public struct BacktestScore: Sendable, Equatable {
  /// The origins that are pooled.
  public let origins: [Int]
  /// Years ahead.
  public let horizon: Int
  /// The series by its id.
  public let series: String
  /// The areas that are pooled.
  public let group: AreaGroup
  /// The forecaster by its id.
  public let forecaster: String
  /// Forecasts that are pooled.
  public let count: Int
  /// Errors of the points.
  public let meanAbsolute: Double
  /// WAPE as a share; `nil` where all outcomes are 0.
  public let weightedRelative: Double?
  /// MASE over the figures that have a scale.
  public let meanScaled: Double?
  /// Mean of forecast less outcome.
  public let bias: Double
  /// The mean continuous ranked probability score of those that have a range.
  public let rankedProbability: Double?
  /// What became of the intervals, by level; none where no forecast has a range.
  public let intervals: [Interval]
  /// Beside the rival; `nil` for the rival itself and where there is none.
  public let besideRival: Comparison?

  /// What became of the intervals of a level.
  public struct Interval: Sendable, Equatable {
    /// The level, a share.
    public let level: Double
    /// The share of outcomes in them.
    public let coverage: Double
    /// Its interval of 95%: origins drawn again.
    public let coverageByOrigin: ClosedRange<Double>
    /// Their mean width.
    public let width: Double
    /// Their mean score.
    public let score: Double
  }

  /// A forecaster's score over the rival's on the forecasts that both made: below 1 is better.
  public struct Comparison: Sendable, Equatable {
    /// The rival by its id.
    public let rival: String
    /// WAPE over WAPE; its interval of 95%: areas at origins drawn again, both errors together.
    public let relative: Ratio?
    /// The same of the ranked probability score.
    public let rankedProbability: Ratio?
  }

  /// A ratio and its interval of 95%.
  public struct Ratio: Sendable, Equatable {
    /// Of all forecasts.
    public let value: Double
    /// Of the resamples.
    public let interval: ClosedRange<Double>
  }

  /// Areas that are pooled.
  public struct AreaGroup: Sendable, Hashable {
    /// Its words.
    public let label: String
    /// The classes in it.
    let classes: Set<SizeClass>

    /// The group that bars apply to.
    public static let judged = AreaGroup(
      label: "Councils of 100 and more",
      classes: [.fromHundred, .fromThreeHundred, .fromSixHundred])

    /// All groups: England, regions, councils together, and each class of councils.
    public static let all =
      [
        AreaGroup(label: SizeClass.england.rawValue, classes: [.england]),
        AreaGroup(label: SizeClass.region.rawValue, classes: [.region]), judged,
      ]
      + SizeClass.allCases.filter(\.isOfCouncils).map {
        AreaGroup(label: $0.rawValue, classes: [$0])
      }
  }
}

extension Backtest {
  /// Resamples of each interval.
  static let resamples = 1_000

  /// The origins that are scored together: those that nothing was chosen on, those before, and each
  /// alone.
  public var pools: [[Int]] {
    let judged = origins.filter(Self.judged.contains)
    let others = origins.filter { !Self.judged.contains($0) }
    return [judged, others].flatMap { part in (part.count > 1 ? [part] : []) + part.map { [$0] } }
  }

  /// All scores, in the order of pools, years ahead, series, groups of areas and forecasters.
  ///
  /// - Parameter seed: What all resamples share.
  public func scores(seed: UInt64) -> [BacktestScore] {
    struct Key: Hashable {
      let horizon: Int
      let series: String
      let sizeClass: SizeClass
    }
    let byKey = Dictionary(grouping: results) {
      Key(horizon: $0.horizon, series: $0.cell.series, sizeClass: $0.sizeClass)
    }
    return pools.flatMap { pool in
      (1...horizon).flatMap { ahead in
        BacktestSeries.all.flatMap { series in
          BacktestScore.AreaGroup.all.flatMap { group in
            let pooled = SizeClass.allCases.filter(group.classes.contains).flatMap {
              byKey[Key(horizon: ahead, series: series.id, sizeClass: $0)] ?? []
            }.filter { pool.contains($0.origin) }
            return BacktestScore.all(
              of: pooled, origins: pool, horizon: ahead, series: series, group: group, seed: seed)
          }
        }
      }
    }
  }
}

extension BacktestScore {
  /// The scores of all forecasters of some results.
  fileprivate static func all(
    of results: [BacktestResult], origins: [Int], horizon: Int, series: BacktestSeries,
    group: AreaGroup, seed: UInt64
  ) -> [BacktestScore] {
    let byForecaster = Dictionary(grouping: results, by: \.forecaster)
    let rival = Dictionary(
      uniqueKeysWithValues: (byForecaster[series.rival.id] ?? []).map { (Place($0), $0) })
    var ids: [String] = []
    for result in results where !ids.contains(result.forecaster) { ids.append(result.forecaster) }
    return ids.map { id in
      let own = byForecaster[id]!
      let errors = PointScores(own.map(\.point), outcomes: own.map(\.published))
      let ranges = own.compactMap(\.range)
      return BacktestScore(
        origins: origins, horizon: horizon, series: series.id, group: group, forecaster: id,
        count: own.count, meanAbsolute: errors.meanAbsolute,
        weightedRelative: errors.weightedRelative,
        meanScaled: errors.meanScaled(by: own.map(\.scale)), bias: errors.bias,
        rankedProbability: ranges.isEmpty ? nil : mean(of: ranges.map(\.rankedProbability)),
        intervals: intervals(of: own, seed: seed),
        besideRival: id == series.rival.id
          ? nil : Comparison(own, beside: rival, of: series.rival.id, seed: seed))
    }
  }

  private static func intervals(of results: [BacktestResult], seed: UInt64) -> [Interval] {
    let ranged = results.filter { $0.range != nil }
    guard !ranged.isEmpty else { return [] }
    let bootstrap = BlockBootstrap(
      blocks: ranged.map(\.origin), resamples: Backtest.resamples, seed: seed,
      purpose: RandomPurpose.scores.rawValue)
    return BacktestResult.levels.indices.map { place in
      let intervals = ranged.map { $0.range!.intervals[place] }
      let held = zip(intervals, ranged).map { $0.holds($1.published) ? 1.0 : 0 }
      let coverage = bootstrap.ratio(of: held, to: held.map { _ in 1 })!
      return Interval(
        level: BacktestResult.levels[place], coverage: coverage.value,
        coverageByOrigin: coverage.interval, width: mean(of: intervals.map(\.width)),
        score: mean(of: zip(intervals, ranged).map { $0.score($1.published) }))
    }
  }
}

/// What tells apart the results of one forecaster.
private struct Place: Hashable {
  let origin: Int
  let horizon: Int
  let cell: BacktestCell

  init(_ result: BacktestResult) {
    (origin, horizon, cell) = (result.origin, result.horizon, result.cell)
  }
}

extension BacktestScore.Comparison {
  /// One area at one origin: its figures hang together.
  private struct Block: Hashable {
    let origin: Int
    let area: String
  }

  fileprivate init?(
    _ own: [BacktestResult], beside rival: [Place: BacktestResult], of id: String, seed: UInt64
  ) {
    let pairs = own.compactMap { result in rival[Place(result)].map { (own: result, rival: $0) } }
    guard !pairs.isEmpty else { return nil }
    func ratio(
      _ pairs: [(own: BacktestResult, rival: BacktestResult)], _ score: (BacktestResult) -> Double
    ) -> BacktestScore.Ratio? {
      guard !pairs.isEmpty else { return nil }
      return BlockBootstrap(
        blocks: pairs.map { Block(origin: $0.own.origin, area: $0.own.cell.area) },
        resamples: Backtest.resamples, seed: seed, purpose: RandomPurpose.scores.rawValue
      ).ratio(of: pairs.map { score($0.own) }, to: pairs.map { score($0.rival) }).map {
        BacktestScore.Ratio(value: $0.value, interval: $0.interval)
      }
    }
    self.rival = id
    relative = ratio(pairs) { abs($0.point - $0.published) }
    rankedProbability = ratio(pairs.filter { $0.own.range != nil && $0.rival.range != nil }) {
      $0.range!.rankedProbability
    }
  }
}
