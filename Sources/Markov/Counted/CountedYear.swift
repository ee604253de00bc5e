/// A year of cohorts that feel the same rates, walked one after the other.
///
/// Children of a cohort have one placement when the year opens or when they arrive, and every move adds
/// one.
///
/// Laws: children are conserved, `Σ ended + Σ time · exits = Σ children`; nothing is below 0;
/// everything is linear in the children; a run's bits do not depend on the runs beside it.
public protocol CountedYear: Sendable {
  /// Placement types, n.
  var placements: Int { get }

  /// Walks the next cohort.
  ///
  /// - Parameter children: Children when the year opens, or all who arrive in it, by placement. n; ≥ 0.
  mutating func walk(_ children: [Lanes])

  /// The last cohort's children in a placement when they left as a step ended, or when the year ended.
  func ended(in placement: Int) -> Lanes

  /// The same children by how many placements they have had: 0 for one, 1 for two, 2 for three or more.
  func ended(after count: Int) -> Lanes

  /// Time that the last cohort spent in a placement. Child-years.
  func time(_ placement: Int) -> Lanes

  /// Its part that counts as that of the older age. Child-years.
  func olderTime(_ placement: Int) -> Lanes

  /// The time in a placement times the factor on moves of those who spent it. Child-years.
  func movingTime(_ placement: Int) -> Lanes
}
