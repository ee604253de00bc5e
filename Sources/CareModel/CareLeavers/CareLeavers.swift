import Statistics

/// Projects care leavers from the children who leave care.
///
/// Numbers. Those aged 18 are the children ageing out this year and the eligible ones who left at 16
/// or 17 in this year and the two before, on average one year and evenly spread; those aged 17 are
/// the eligible ones who left at 16 or 17 in this year and the last. With `E` leaving at 18, `C`
/// leaving at 16 or 17:
///
/// `n₁₇(y) = e₁₇ · (C(y) + C(y−1)) / 2`
/// `n₁₈(y) = e₁₈ · E(y) + e₁₆₋₁₇ · (C(y) + 2C(y−1) + C(y−2)) / 4`
/// `n_a(y) = r_a · n_{a−1}(y−1)` for a = 19, 20, 21.
///
/// Activity. Each age has usual shares `u`. At 17 and 18 they apply. A cohort that stood away from
/// them a year before keeps a power ρ of its distance (ρ is the persistence), which leaves every
/// share above 0 and their sum 1:
///
/// `s_a,k(y) ∝ u_a,k(y) · (s_{a−1,k}(y−1) / u_{a−1,k}(y−1))^ρ`.
///
/// At 19 the cohort's past is that of the group 17 to 18, of whom 3 in 100 are 17.
///
/// Levers. The odds of NEET are then multiplied by `m`; all NEET reasons move together and all other
/// activities, not known among them, make room in proportion. The multiplier of an age group is the
/// whole effect at that age: it is not carried to later ages by persistence, so that an effect is
/// stated once for each age and never counted twice.
///
/// Laws: shares are in 0 to 1 and sum to 1; activities sum to the number of care leavers, and so does
/// accommodation; `m` = 1 changes nothing; NEET rises with `m`.
public enum CareLeavers {
  /// Projects care leavers for as many reporting years as there are assumptions.
  ///
  /// - Parameters:
  ///   - opening: Care leavers in the last year with data.
  ///   - leaving: Children leaving care by reporting year: from the year before the opening year to
  ///     the last projected year.
  ///   - assumptions: One value for each projected year, the first for the year after the opening
  ///     year. The opening year is measured against the first.
  /// - Returns: One value for each projected year, in order.
  /// - Throws: ``CareLeaverFaults`` if a year of `leaving` is missing.
  public static func projection(
    from opening: CareLeaverOpening, leaving: [Int: LeavingCare],
    under assumptions: [CareLeaverAssumptions]
  ) throws -> [CareLeaverYear] {
    guard !assumptions.isEmpty else { return [] }
    var faults = CareLeaverFaults()
    for year in (opening.year - 1)...(opening.year + assumptions.count)
    where leaving[year] == nil {
      faults.add("Children leaving care in the year to 31 March \(year) are missing; give them")
    }
    try faults.throwIfAny()

    var cohorts = CareLeaverCohorts(opening, usual: assumptions[0])
    return assumptions.enumerated().map { index, assumed in
      cohorts.advance(
        with: [0, 1, 2].map { leaving[cohorts.year + 1 - $0]! }, under: assumed,
        neetDrift: neetDrift(after: index + 1, under: assumed))
      return cohorts.result(under: assumed)
    }
  }

  /// The change of the log-odds of NEET since the opening year: `g · (1 + φ + … + φⁿ⁻¹)`.
  static func neetDrift(
    after years: Int, under assumed: CareLeaverAssumptions
  ) -> [CareLeaverAgeGroup: Uncertain] {
    var steps = Uncertain.zero
    for _ in 0..<years { steps = 1 + assumed.neetTrendDamping * steps }
    return assumed.neetTrend.mapValues { $0 * steps }
  }

  /// Shares with the odds of NEET multiplied.
  ///
  /// `s'_k = s_k · w_k / Σ_j s_j · w_j`, with `w` = `odds` for NEET and 1 otherwise.
  ///
  /// - Parameters:
  ///   - weights: A weight for each activity; ≥ 0, one of them > 0.
  ///   - odds: The multiplier. > 0.
  /// - Returns: Shares; each 0 to 1, sum 1.
  static func shares(
    of weights: [CareLeaverActivity: Uncertain], neetOddsTimes odds: Uncertain = 1
  ) -> [CareLeaverActivity: Uncertain] {
    func weight(_ activity: CareLeaverActivity) -> Uncertain {
      weights[activity]! * (activity.isNEET ? odds : 1)
    }
    let sum = CareLeaverActivity.allCases.reduce(0) { $0 + weight($1) }
    return Dictionary(
      uniqueKeysWithValues: CareLeaverActivity.allCases.map { ($0, weight($0) / sum) })
  }
}
