import Foundation
public import Parameters
public import Statistics

/// The price of one line against its price in a base year: general prices, a real drift that fades,
/// and what moves it away from the two.
///
/// In the n-th year after the base,
/// `P(n) = D(n)/D(0) · exp(drift · (1 + φ + … + φⁿ⁻¹) + move(n))`, with D the deflator and φ the
/// damping. `P` is 1 in the base year and before it `D(n)/D(0)`: neither drift nor moves apply to
/// years already published.
public struct PriceIndex: Hashable, Sendable {
  /// Year whose price is 1.
  public let base: FinancialYear
  /// Real growth in the first year, as a difference of logarithms.
  public let drift: Uncertain
  /// Share of the drift left a year later, 0 to 1.
  public let damping: Uncertain
  /// By how much the logarithm of a year's price lies off its trend; 0 for a year that is missing.
  public let moves: [FinancialYear: Uncertain]
  /// General prices.
  public let deflator: Deflator

  /// A price index.
  ///
  /// - Parameters:
  ///   - base: Year whose price is 1.
  ///   - drift: Real growth in the first year, log scale.
  ///   - damping: Share of the drift left a year later, 0 to 1.
  ///   - moves: By how much the logarithm of a year's price lies off its trend; 0 where missing.
  ///   - deflator: General prices; has a level in the base year.
  public init(
    base: FinancialYear, drift: Uncertain, damping: Uncertain,
    moves: [FinancialYear: Uncertain] = [:], deflator: Deflator
  ) {
    precondition((0...1).contains(damping), "damping is \(damping), not 0 to 1")
    self.base = base
    self.drift = drift
    self.damping = damping
    self.moves = moves
    self.deflator = deflator
  }

  /// Price in a year over the price in the base year.
  public func value(in year: FinancialYear) -> Uncertain {
    let general = deflator.level(in: year) / deflator.level(in: base)
    let ahead = base.distance(to: year)
    guard ahead > 0 else { return general }
    var drifts = Uncertain.zero
    var weight: Uncertain = 1
    for _ in 0..<ahead {
      drifts += weight
      weight *= damping
    }
    return general * exp(drift * drifts + (moves[year] ?? 0))
  }
}
