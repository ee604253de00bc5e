import CKernels

/// A year of cohorts, each of which is added up from what one child in each placement brings about, or
/// one child in a mixture of them.
///
/// Making it costs a walk for each placement, or one, after which a cohort costs a fraction of a walk:
/// for many populations that feel the same rates, such as those of areas.
public struct CountedResponse: CountedYear {
  /// Placement types, n.
  public let placements: Int
  private let isMixed: Bool
  /// By result, then by start: (4n + 3) × n, or × 1 of a mixture.
  private let effects: [Lanes]
  /// Results of the last cohort: children by placement, three times by placement, children by placements
  /// so far.
  private var results: [Lanes]

  /// What one child in each placement, or in a mixture of them, brings about.
  ///
  /// - Parameters:
  ///   - rates: What all cohorts feel; no outflow above 600 per child and year.
  ///   - schedule: What happens in each step.
  ///   - areArriving: Whether the children arrive in the year, rather than being there when it opens.
  ///   - mixture: How the children of every cohort are spread over placements, n shares that add up to
  ///     1; `nil` if they may be spread in any way.
  public init(
    _ rates: CountedRates, on schedule: CountedSchedule, areArriving: Bool, mixture: [Lanes]? = nil
  ) {
    let n = rates.placements
    let starts =
      mixture.map { [$0] }
      ?? (0..<n).map { origin in (0..<n).map { $0 == origin ? .one : .zero } }
    let count = 4 * n + 3
    var effects = [Lanes](repeating: .zero, count: count * starts.count)
    var walk = CountedWalk(rates, on: schedule, areArriving: areArriving)
    for (origin, children) in starts.enumerated() {
      walk.walk(children)
      let results =
        (0..<n).map { walk.ended(in: $0) } + (0..<n).map { walk.time($0) }
        + (0..<n).map { walk.olderTime($0) } + (0..<n).map { walk.movingTime($0) }
        + (0..<3).map { walk.ended(after: $0) }
      for (place, result) in results.enumerated() {
        effects[place * starts.count + origin] = result
      }
    }
    placements = n
    isMixed = mixture != nil
    self.effects = effects
    results = Array(repeating: .zero, count: count)
  }

  /// Adds up the next cohort.
  ///
  /// - Parameter children: Children when the year opens, or all who arrive in it, by placement, spread
  ///   like the mixture if there is one. n; ≥ 0.
  public mutating func walk(_ children: [Lanes]) {
    precondition(children.count == placements, "\(children.count) of \(placements) placements")
    let starting = isMixed ? [children.reduce(.zero, +)] : children
    let (starts, rows) = (starting.count, results.count)
    #if arch(x86_64)
      effects.withDoubles { effects in
        starting.withDoubles { starting in
          results.withMutableDoubles {
            carecast_weighted_sums(rows, starts, effects, starting, $0)
          }
        }
      }
    #else
      for row in 0..<rows {
        var sum = Lanes.zero
        for start in 0..<starts { sum.addProduct(effects[row * starts + start], starting[start]) }
        results[row] = sum
      }
    #endif
  }

  /// The last cohort's children in a placement when they left as a step ended, or when the year ended.
  public func ended(in placement: Int) -> Lanes { results[placement] }

  /// The same children by how many placements they have had: 0 for one, 1 for two, 2 for three or more.
  public func ended(after count: Int) -> Lanes { results[4 * placements + count] }

  /// Time that the last cohort spent in a placement. Child-years.
  public func time(_ placement: Int) -> Lanes { results[placements + placement] }

  /// Its part that counts as that of the older age. Child-years.
  public func olderTime(_ placement: Int) -> Lanes { results[2 * placements + placement] }

  /// The time in a placement times the factor on moves of those who spent it. Child-years.
  public func movingTime(_ placement: Int) -> Lanes { results[3 * placements + placement] }
}
