public import Statistics

/// Care leavers of the last year with data: where a projection starts.
public struct CareLeaverOpening: Equatable, Sendable {
  /// The year to 31 March of which the figures are.
  public let year: Int
  /// Care leavers in each activity; ≥ 0, and above 0 in total at every age.
  public let activity: [CareLeaverAge: [CareLeaverActivity: Uncertain]]
  /// Those of the first age group who are 17; between 0 and the group's number.
  public let aged17: Uncertain
  /// Young people who left foster care on their 18th birthday, at 18 (under the first age), 19 and
  /// 20; ≥ 0.
  public let stayingPutBase: [CareLeaverAge: Uncertain]

  /// Gathers the opening figures.
  ///
  /// - Throws: ``CareLeaverFaults`` with every figure that is missing or outside its range.
  public init(
    year: Int, activity: [CareLeaverAge: [CareLeaverActivity: Uncertain]], aged17: Uncertain,
    stayingPutBase: [CareLeaverAge: Uncertain]
  ) throws {
    self.year = year
    self.activity = activity
    self.aged17 = aged17
    self.stayingPutBase = stayingPutBase
    var faults = CareLeaverFaults()
    let number = 0.0...Double.greatestFiniteMagnitude
    for age in CareLeaverAge.allCases {
      faults.check(
        activity[age] ?? [:], for: CareLeaverActivity.allCases, "opening \(age.rawValue)", number)
      if !(activity[age] ?? [:]).values.contains(where: { $0 > 0 }) {
        faults.add("opening \(age.rawValue) has no care leavers; a cohort must start somewhere")
      }
    }
    let youngest = CareLeaverActivity.allCases.reduce(0) {
      $0 + max(0, (activity[.seventeenToEighteen]?[$1] ?? 0).central)
    }
    faults.check(aged17, "opening aged 17", 0...youngest)
    faults.check(
      stayingPutBase, for: [.seventeenToEighteen, .nineteen, .twenty], "opening stayingPutBase",
      number)
    try faults.throwIfAny()
  }
}
