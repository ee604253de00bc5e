public import Parameters
public import Statistics

/// The four headline figures of a projection.
///
/// Amounts are GBP; shares 0 to 1; stocks and counts are of the 31 March that ends the year.
public struct Headline: Hashable, Sendable {
  /// H1: spending of the programme in one year, GBP.
  public struct ProgrammeYear: Hashable, Sendable {
    /// The financial year.
    public let year: FinancialYear
    /// In prices of the day.
    public let cash: Uncertain
    /// In prices of the projection's price year.
    public let real: Uncertain
  }

  /// H3: how often children looked after on 31 March have been moved in the year to it.
  public struct Stability: Hashable, Sendable {
    /// The reporting year.
    public let year: Int
    /// Children looked after on 31 March, > 0.
    public let children: Uncertain
    /// Those with two or more placements in the year.
    public let twoOrMore: Uncertain
    /// Those with three or more placements in the year.
    public let threeOrMore: Uncertain

    /// Share with two or more placements.
    public var shareTwoOrMore: Uncertain { twoOrMore / children }
    /// Share with three or more placements.
    public var shareThreeOrMore: Uncertain { threeOrMore / children }
  }

  /// H4: care leavers aged 19 to 21 not in education, employment or training.
  public struct NEET: Hashable, Sendable {
    /// The reporting year.
    public let year: Int
    /// All care leavers aged 19 to 21, those whose activity is not known among them.
    public let careLeavers: Uncertain
    /// Those known not to be in education, employment or training.
    public let number: Uncertain

    /// Their share of all care leavers aged 19 to 21.
    public var share: Uncertain { number / careLeavers }
  }

  /// H1 by year of the programme; empty without one. Years before the projection opens or after it
  /// ends are among them.
  public let programme: [ProgrammeYear]
  /// H1 over all years of the programme, in prices of the day.
  public var programmeCash: Uncertain { programme.reduce(0) { $0 + $1.cash } }
  /// H1 over all years of the programme, in prices of the projection's price year.
  public var programmeReal: Uncertain { programme.reduce(0) { $0 + $1.real } }
  /// H2 by projected year, with the cumulative gap. Net, in prices of the day; below 0 is a
  /// surplus.
  public let gap: [FundingGap.Year]
  /// H3 by projected year.
  public let stability: [Stability]
  /// H4 by projected year.
  public let neet: [NEET]
}

extension Projection {
  /// The four headline figures; H3 alone where only children in care are projected.
  public var headline: Headline {
    let isWhole = coverage == .everything
    return Headline(
      programme: isWhole ? programmeYears : [], gap: isWhole ? gap.years : [],
      stability: years.map { year in
        let children = year.placementsSoFar()
        return Headline.Stability(
          year: year.year, children: children.reduce(0, +),
          twoOrMore: children.dropFirst().reduce(0, +), threeOrMore: children[2])
      },
      neet: isWhole ? neetYears : [])
  }

  private var programmeYears: [Headline.ProgrammeYear] {
    programme.years.map { year in
      Headline.ProgrammeYear(
        year: year, cash: programme.cash(in: year), real: programme.real(in: year))
    }
  }

  private var neetYears: [Headline.NEET] {
    careLeavers.map { year in
      Headline.NEET(
        year: year.year, careLeavers: year.total(.nineteenToTwentyOne),
        number: year.neet(.nineteenToTwentyOne))
    }
  }
}
