public import Statistics

/// Children who cease to be looked after in one reporting year at the ages that can make them care
/// leavers.
public struct LeavingCare: Equatable, Sendable {
  /// Children ceasing at 18 or over, nearly all on the 18th birthday; ≥ 0.
  public var atEighteen: Uncertain
  /// Children ceasing at 16 or 17, other than by passing to another authority; ≥ 0.
  public var atSixteenOrSeventeen: Uncertain

  /// Children leaving care altogether, as the projection of children in care counts exits.
  ///
  /// - Parameters:
  ///   - atEighteen: Children ceasing at 18 or over. ≥ 0.
  ///   - atSixteenOrSeventeen: Children ceasing at 16 or 17 without passing to another authority.
  ///     ≥ 0.
  /// - Throws: ``CareLeaverFaults`` if a number is below 0 or not finite.
  public init(atEighteen: Uncertain, atSixteenOrSeventeen: Uncertain) throws {
    self.atEighteen = atEighteen
    self.atSixteenOrSeventeen = atSixteenOrSeventeen
    var faults = CareLeaverFaults()
    let number = 0.0...Double.greatestFiniteMagnitude
    faults.check(atEighteen, "children leaving care at 18", number)
    faults.check(atSixteenOrSeventeen, "children leaving care at 16 or 17", number)
    try faults.throwIfAny()
  }

  /// Children leaving care in a past year, from published counts of ceasings.
  ///
  /// The published count of children ceasing includes those whose care another authority takes over.
  /// They stay in care and are not care leavers, so they are taken off the ceasings at 16 and 17:
  /// `c₁₆₋₁₇ − s · t`.
  ///
  /// - Parameters:
  ///   - atEighteen: Children ceasing at 18 or over. ≥ 0.
  ///   - ceasedAtSixteenOrSeventeen: All children ceasing at 16 or 17. ≥ 0.
  ///   - transfers: Children of any age whose care another authority took over. ≥ 0.
  ///   - share: The part of the transfers who are 16 or 17. 0 to 1.
  /// - Throws: ``CareLeaverFaults`` if a number is below 0 or not finite, also when the transfers
  ///   taken off are more than the ceasings.
  public init(
    atEighteen: Uncertain, ceasedAtSixteenOrSeventeen: Uncertain, transfers: Uncertain,
    transfersAgedSixteenOrSeventeen share: Uncertain
  ) throws {
    try self.init(
      atEighteen: atEighteen,
      atSixteenOrSeventeen: ceasedAtSixteenOrSeventeen - share * transfers)
  }
}
