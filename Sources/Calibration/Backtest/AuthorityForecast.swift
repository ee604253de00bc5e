import CareModel
import Foundation
import Parameters
import Statistics

/// The years of an authority after an origin, in draws.
///
/// Starts and ceasings per child looked after are England's times `exp(u ± v / 2)`, u being the turnover
/// and v the balance of ``AreaEffect``; the stock follows from them. Shares have England's odds times the
/// exponential of the effect. Effects go on as they were fitted, and chance adds to every count.
struct AuthorityForecast {
  private let origin: BacktestOrigin
  private let code: String
  private let children: Double
  private let effects: AreaEffects

  /// The forecast of an authority; `nil` of other areas, and where its children or England's years are
  /// not known.
  init?(of code: String, from origin: BacktestOrigin) {
    let known = origin.successors[code] ?? code
    guard origin.effects[.turnover]?.estimates[known] != nil, origin.england != nil,
      let children = origin.history.value(
        BacktestCell(series: "stock", area: code), in: origin.year)
    else { return nil }
    (self.origin, self.code, self.children, effects) = (origin, known, children, origin.effects)
  }

  /// The draws of a series so many years ahead; `nil` of one that has no effect.
  func draws(of series: String, horizon: Int) -> [Double]? {
    switch series {
    case "stock", "entries", "exits":
      return flows(horizon: horizon)?.map { flows in
        series == "stock" ? flows.stock : series == "entries" ? flows.entries : flows.exits
      }
    case "placements-3-or-more":
      guard let england = england(series, horizon) else { return nil }
      return shares(of: .threeOrMore, series, england, whole: children, horizon)
    default:
      guard
        let group = CareLeaverAgeGroup.allCases.first(where: { AreaEffect.neet($0).id == series }),
        let last = origin.history.value(
          BacktestCell(series: series, area: Area.england.code), in: origin.year),
        let whole = origin.history.whole(
          BacktestCell(series: series, area: code), in: origin.year)
      else { return nil }
      let england = [Double](repeating: last, count: origin.draws + 1)
      return shares(of: .neet(group), series, england, whole: whole, horizon)
    }
  }

  private func england(_ series: String, _ horizon: Int) -> [Double]? {
    origin.england?.draws(
      of: BacktestCell(series: series, area: Area.england.code), horizon: horizon)
  }

  /// The stock after some years, and starts and ceasings of the last of them, by draw.
  private func flows(
    horizon: Int
  ) -> [(stock: Double, entries: Double, exits: Double)]? {
    let years = (1...horizon).map {
      (england("entries", $0), england("exits", $0), england("stock", $0))
    }
    guard
      let before = origin.history.value(
        BacktestCell(series: "stock", area: Area.england.code), in: origin.year),
      years.allSatisfy({ $0.0 != nil && $0.1 != nil && $0.2 != nil })
    else { return nil }
    return (1...origin.draws).map { draw in
      var (stock, entries, exits, england) = (children, 0.0, 0.0, before)
      for (year, rates) in years.enumerated() {
        let (starts, ceased) = (rates.0![draw] / england, rates.1![draw] / england)
        let chance =
          AreaEffect.chance(ofCount: starts * stock)
          + AreaEffect.chance(ofCount: ceased * stock)
        let u = effect(.turnover, chance / 4, year + 1, draw)
        let v = effect(.balance, chance, year + 1, draw)
        entries = stock * starts * exp(u + v / 2)
        exits = stock * ceased * exp(u - v / 2)
        stock = max(0, stock + entries - exits)
        england = rates.2![draw]
      }
      return (stock, entries, exits)
    }
  }

  private func shares(
    of effect: AreaEffect, _ series: String, _ england: [Double], whole: Double, _ horizon: Int
  ) -> [Double] {
    (1...origin.draws).map { draw in
      let share = min(max(england[draw] / 100, 1e-6), 1 - 1e-6)
      let x = self.effect(
        effect, AreaEffect.chance(ofShare: share, of: whole), horizon, draw)
      let odds = share / (1 - share) * exp(x)
      return 100 * odds / (1 + odds)
    }
  }

  /// An effect as a count of a year shows it: where the fit has it, gone on, and chance.
  private func effect(_ effect: AreaEffect, _ chance: Double, _ year: Int, _ draw: Int) -> Double {
    guard let fitted = effects[effect], let known = fitted.estimates[code] else { return 0 }
    let stream = RandomStream(
      seed: origin.seed, purpose: RandomPurpose.backtest.rawValue, draw: UInt32(draw))
    func normal(_ name: String) -> Double {
      stream.normal(at: addressHash("\(effect.id).\(code).\(origin.year).\(name)"))
    }
    var level = known.value + known.deviation * normal("0")
    for ahead in 1...year {
      level = fitted.spread.persistence * level + fitted.spread.yearlyChange * normal("\(ahead)")
    }
    return level + (fitted.spread.dispersion * chance).squareRoot() * normal("\(year).chance")
  }
}
