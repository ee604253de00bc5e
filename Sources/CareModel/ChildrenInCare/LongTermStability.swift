import Foundation
import Parameters
public import Statistics

/// How many children in care for long have lived with the same carer for two years: the
/// department's long-term stability measure, of children under 16 looked after for 2.5 years.
///
/// The model does not follow a child for more than a year, so the share is tied to what it does
/// follow by one exponent:
///
/// `S(y) = (p(y − 1) · p(y))^κ`
///
/// where p is the share with one placement in the year among children in care throughout it, and κ
/// the parameter `moves.same-carer-exponent`. κ = 1 if each year's moves fell on children without
/// regard to the other year's and every move changed the carer; it is below 1 because moves come to
/// the same children again and because long-settled children move less.
public struct LongTermStability: Sendable, Equatable {
  /// The exponent κ, ≥ 0.
  public let exponent: Uncertain

  /// Creates the link.
  public init(exponent: Uncertain) {
    precondition(exponent >= 0, "the exponent is \(exponent), below 0")
    self.exponent = exponent
  }

  /// The exponent that a year's published share stands for.
  ///
  /// - Parameters:
  ///   - share: Share with the same carer for two years, above 0 and below 1.
  ///   - settled: Shares with one placement in the year before and in the year, each above 0 and
  ///     below 1.
  public init(giving share: Uncertain, settled: (before: Uncertain, now: Uncertain)) {
    self.init(exponent: log(share) / log(settled.before * settled.now))
  }

  /// Share with the same carer for two years.
  ///
  /// - Parameter settled: Shares with one placement in the year before and in the year, 0 to 1.
  public func share(settled: (before: Uncertain, now: Uncertain)) -> Uncertain {
    pow(settled.before * settled.now, exponent)
  }
}

extension ProjectedYear {
  /// The share of children in care since 1 April who have had one placement.
  public var settledShare: Uncertain {
    let counts = placementsSoFar(.firstOfApril)
    return counts[0] / counts.sum()
  }
}

extension CohortModel {
  /// Share with the same carer for two years, by projected year.
  ///
  /// - Throws: `InputError` where the exponent is missing.
  func longTermStability(_ years: [ProjectedYear]) throws -> [Uncertain] {
    let settled = [Uncertain(assumptions.inputs.settledShare)] + years.map(\.settledShare)
    return try years.indices.map { index in
      let exponent = try assumptions.parameters.value(
        of: "moves.same-carer-exponent", on: years[index].financialYear.start)
      return LongTermStability(exponent: exponent)
        .share(settled: (before: settled[index], now: settled[index + 1]))
    }
  }
}
