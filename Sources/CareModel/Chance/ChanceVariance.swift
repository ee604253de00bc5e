public import Statistics

/// How far the number of children in care would vary by chance alone, were every rate known.
///
/// Children move and leave independently of each other and enter as a Poisson process. Of the children
/// of a birth cohort on 1 April, N with variance V, each is still in care on 31 March with probability s,
/// and those who entered since and are still there are Poisson with mean E:
///
/// `V' = s² V + s (1 − s) N + E`
///
/// The opening stock is known: V = 0. Where s differs between placements the mean of the cohort is
/// taken, which makes V slightly too large; siblings and shared shocks, which are not in it, make it too
/// small.
///
/// Laws: without exits V is the number of entries; V is at most the number of children who entered plus
/// N / 4 of those who opened.
public struct ChanceVariance: Sendable, Equatable {
  /// Variance of the children of each age on 31 March. 18; each ≥ 0.
  public private(set) var byAge: [Uncertain]

  /// The variance of a known stock: 0.
  public init() { byAge = BirthCohort.ages.map { _ in .zero } }

  /// The variance of all children: cohorts are independent.
  public var total: Uncertain { byAge.sum() }

  /// The variance a year later.
  ///
  /// - Parameters:
  ///   - stock: Children of the group on the opening 31 March.
  ///   - year: What happened to them.
  public func advanced(from stock: CareStock, through year: CareYear) -> ChanceVariance {
    let opening = stock.byAge
    var result = ChanceVariance()
    for age in BirthCohort.ages {
      let still = year.inCare(since: .firstOfApril, aged: age)
      result.byAge[age] = year.inCare(since: .enteredSince, aged: age)
      guard age > 0 else { continue }
      let share = still.share(of: opening[age - 1])
      result.byAge[age] += share * share * byAge[age - 1]
      result.byAge[age] += (1 - share) * still
    }
    return result
  }
}

extension CareYear {
  /// Children on the closing 31 March of an age who were in care on 1 April, or have entered since.
  fileprivate func inCare(since: InCareSince, aged age: Int) -> Uncertain {
    sums.closing.sum(
      (0..<PlacementsSoFar.counts).map { sums.closingPlace(since, count: $0, age: age) })
  }
}

extension Projection {
  /// Standard deviation by chance alone of all children on the 31 March of each projected year.
  public var chanceDeviations: [Uncertain] {
    var variances = Dictionary(
      uniqueKeysWithValues: ChildGroup.allCases.map { ($0, ChanceVariance()) })
    var stocks = opening
    return years.map { year in
      for group in ChildGroup.allCases {
        variances[group] = variances[group]!.advanced(
          from: stocks[group]!, through: year.groups[group]!)
      }
      stocks = year.stocks
      return ChildGroup.allCases.map { variances[$0]!.total }.sum().map { $0.squareRoot() }
    }
  }
}
