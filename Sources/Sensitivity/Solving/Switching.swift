/// Where a function of one input passes a target.
public enum Switching: Sendable, Equatable {
  /// At these values, rising; more than one where the function turns back.
  case at([Double])
  /// Nowhere in the range: the function stays above the target.
  case staysAbove
  /// Nowhere in the range: the function stays below the target.
  case staysBelow

  /// The least value; `nil` if there is none.
  public var first: Double? {
    if case .at(let values) = self { values.first } else { nil }
  }

  /// Looks for the values of an input at which a function is a target.
  ///
  /// The range is looked at in equal parts; in each part where the function changes sides Chandrupatla's
  /// method closes in, by inverse quadratic interpolation or halving. Two crossings within one part are
  /// not seen: take more parts. A jump over the target counts as a crossing.
  ///
  /// Laws: the function less the target changes sign, or is 0, within the tolerance of every value found;
  /// turning the sign of the function changes nothing but which side it stays on.
  ///
  /// - Parameters:
  ///   - range: Of the input; finite and not empty.
  ///   - target: Finite.
  ///   - parts: ≥ 1.
  ///   - tolerance: Of the input, relative to the range; > 0.
  ///   - function: Finite over the range.
  /// - Throws: `notFinite`; what the function throws.
  /// - SeeAlso: [Chandrupatla1997].
  public static func values(
    in range: ClosedRange<Double>, target: Double = 0, parts: Int = 16, tolerance: Double = 1e-9,
    of function: (Double) throws -> Double
  ) throws -> Switching {
    try SwitchingValues(
      together: 1, in: range, target: target, parts: parts, tolerance: tolerance
    ) { [try function($0[0])] }.draws[0]
  }
}
