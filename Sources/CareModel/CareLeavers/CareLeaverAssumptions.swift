public import Statistics

/// What is assumed about care leavers in one reporting year.
///
/// A projection takes one value for each year, so that a dated change of any of them is a change of
/// that year's value.
public struct CareLeaverAssumptions: Equatable, Sendable {
  /// Care leavers aged 18 per child ceasing to be looked after at 18 or over. Ratio, ≥ 0.
  public var eligibleAtEighteen: Uncertain
  /// Care leavers aged 18 per child who had ceased at 16 or 17. Share, 0 to 1.
  public var eligibleBeforeEighteen: Uncertain
  /// Care leavers aged 17 per child who ceased at 16 or 17. Share, 0 to 1.
  public var eligibleAtSeventeen: Uncertain
  /// Care leavers of the age per care leaver a year younger the year before. Ratios, ≥ 0, for 19, 20
  /// and 21.
  public var retention: [CareLeaverAge: Uncertain]
  /// Usual activity at each age: weights > 0, divided by their sum when used, so that independent
  /// draws of them are shares.
  public var activity: [CareLeaverAge: [CareLeaverActivity: Uncertain]]
  /// How far a cohort keeps its distance from the usual activity of its age, on the scale of
  /// log-odds: 0 not at all, 1 wholly.
  public var persistence: Uncertain
  /// Yearly change of the log-odds of NEET in the first projected year.
  public var neetTrend: [CareLeaverAgeGroup: Uncertain]
  /// What is left of the yearly change a year later, 0 to 1.
  public var neetTrendDamping: Uncertain
  /// Odds of NEET times those without reform, > 0. Levers act here.
  public var neetOdds: [CareLeaverAgeGroup: Uncertain]
  /// Care leavers aged 18 who left foster care on their 18th birthday. Share, 0 to 1.
  public var stayingPutBaseShare: Uncertain
  /// Those of them who live with the former foster carers. Shares, 0 to 1; the first age stands for
  /// 18 alone.
  public var stayingPut: [CareLeaverAge: Uncertain]
  /// Care leavers outside Staying Put who live with former foster carers. Shares, 0 to 1.
  public var otherWithFormerCarers: [CareLeaverAge: Uncertain]
  /// Accommodation of all who do not live with former foster carers: weights ≥ 0 for every other
  /// type, divided by their sum when used.
  public var accommodation: [CareLeaverAge: [CareLeaverAccommodation: Uncertain]]

  /// Gathers the assumptions of one year.
  ///
  /// - Throws: ``CareLeaverFaults`` with every value that is missing or outside its range.
  public init(
    eligibleAtEighteen: Uncertain, eligibleBeforeEighteen: Uncertain,
    eligibleAtSeventeen: Uncertain,
    retention: [CareLeaverAge: Uncertain],
    activity: [CareLeaverAge: [CareLeaverActivity: Uncertain]], persistence: Uncertain,
    neetTrend: [CareLeaverAgeGroup: Uncertain], neetTrendDamping: Uncertain,
    neetOdds: [CareLeaverAgeGroup: Uncertain],
    stayingPutBaseShare: Uncertain, stayingPut: [CareLeaverAge: Uncertain],
    otherWithFormerCarers: [CareLeaverAge: Uncertain],
    accommodation: [CareLeaverAge: [CareLeaverAccommodation: Uncertain]]
  ) throws {
    self.eligibleAtEighteen = eligibleAtEighteen
    self.eligibleBeforeEighteen = eligibleBeforeEighteen
    self.eligibleAtSeventeen = eligibleAtSeventeen
    self.retention = retention
    self.activity = activity
    self.persistence = persistence
    self.neetTrend = neetTrend
    self.neetTrendDamping = neetTrendDamping
    self.neetOdds = neetOdds
    self.stayingPutBaseShare = stayingPutBaseShare
    self.stayingPut = stayingPut
    self.otherWithFormerCarers = otherWithFormerCarers
    self.accommodation = accommodation
    try validate()
  }

  /// Checks every value against its range.
  ///
  /// - Throws: ``CareLeaverFaults`` with every value that is missing or outside its range.
  public func validate() throws {
    var faults = CareLeaverFaults()
    let share = 0.0...1.0
    let ratio = 0.0...Double.greatestFiniteMagnitude
    let positive = Double.leastNormalMagnitude...Double.greatestFiniteMagnitude
    let finite = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    let ages = CareLeaverAge.allCases
    faults.check(eligibleAtEighteen, "eligibleAtEighteen", ratio)
    faults.check(eligibleBeforeEighteen, "eligibleBeforeEighteen", share)
    faults.check(eligibleAtSeventeen, "eligibleAtSeventeen", share)
    faults.check(retention, for: CareLeaverAgeGroup.nineteenToTwentyOne.ages, "retention", ratio)
    faults.check(persistence, "persistence", share)
    faults.check(neetTrend, for: CareLeaverAgeGroup.allCases, "neetTrend", finite)
    faults.check(neetTrendDamping, "neetTrendDamping", share)
    faults.check(neetOdds, for: CareLeaverAgeGroup.allCases, "neetOdds", positive)
    faults.check(stayingPutBaseShare, "stayingPutBaseShare", share)
    faults.check(stayingPut, for: ages, "stayingPut", share)
    faults.check(otherWithFormerCarers, for: ages, "otherWithFormerCarers", share)
    let elsewhere = CareLeaverAccommodation.allCases.filter { $0 != .formerFosterCarers }
    for age in ages {
      faults.check(
        activity[age] ?? [:], for: CareLeaverActivity.allCases, "activity \(age.rawValue)", positive
      )
      faults.check(
        accommodation[age] ?? [:], for: elsewhere, "accommodation \(age.rawValue)", ratio)
      if elsewhere.allSatisfy({ accommodation[age]?[$0] == 0 }) {
        faults.add("accommodation \(age.rawValue) is 0 for every type; give one a weight above 0")
      }
    }
    try faults.throwIfAny()
  }
}
