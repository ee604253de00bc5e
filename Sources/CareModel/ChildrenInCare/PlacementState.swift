/// The states of one cohort: where a child lives × how many placements the child has had since
/// 1 April or since entering, whichever is later (1, 2, 3 or more).
///
/// The order is by number of placements first: state `k · P + p` is a child in placement `p` with
/// `k + 1` placements so far, `k = 2` meaning three or more.
public struct PlacementState: Sendable, Equatable {
  /// Placement types, P.
  public let placements: Int

  /// Classes of placements so far: 1, 2, 3 or more.
  public static let counts = 3

  /// The number of states, 3 P.
  public var size: Int { placements * Self.counts }

  /// Creates the states for a number of placement types.
  ///
  /// - Parameter placements: At least 1.
  public init(placements: Int) {
    precondition(placements >= 1, "a state space needs a placement type, not \(placements)")
    self.placements = placements
  }

  /// The position of a state.
  ///
  /// - Parameters:
  ///   - placement: 0 up to P.
  ///   - count: 0 for one placement, 1 for two, 2 for three or more.
  public func index(placement: Int, count: Int) -> Int { count * placements + placement }
}
