import CKernels

/// What one child in each placement, or one child in a mixture of them, brings about in a year.
///
/// Making it costs a walk for each placement, or one, after which a cohort costs a fraction of a walk
/// (``ResponseWalk``): for many populations that feel the same rates, such as those of areas.
public struct CountedResponse: Sendable {
  /// Placement types, n.
  public let placements: Int
  fileprivate let isMixed: Bool
  /// By result, then by start: (4n + 3) × n, or × 1 of a mixture.
  fileprivate let effects: [Lanes]

  fileprivate init(placements: Int, isMixed: Bool, effects: [Lanes]) {
    (self.placements, self.isMixed, self.effects) = (placements, isMixed, effects)
  }

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
    self.init(placements: n, isMixed: mixture != nil, effects: effects)
  }
}

/// A year of cohorts, each of which is added up from a ``CountedResponse``.
public struct ResponseWalk: CountedYear {
  private var response: CountedResponse
  /// Results of the last cohort: children by placement, three times by placement, children by placements
  /// so far.
  private var results: [Lanes] = []
  private var starting: [Lanes] = []

  /// Placement types, n.
  public var placements: Int { response.placements }

  /// What is wanted of a cohort; each holds what those before it hold.
  public enum Extent: Sendable {
    /// Children when they left as a step ended, or when the year ended, by placement.
    case ended
    /// Time in care too.
    case time
    /// Everything.
    case all
  }

  /// No year yet.
  public init() { response = CountedResponse(placements: 0, isMixed: false, effects: []) }

  /// A year with nobody in it yet.
  public init(_ response: CountedResponse) {
    self.init()
    begin(response)
  }

  /// Begins a year with nobody in it, in the memory of the one before.
  public mutating func begin(_ response: CountedResponse) {
    self.response = response
    results.resize(to: 4 * response.placements + 3)
  }

  /// Adds up the next cohort.
  ///
  /// - Parameter children: Children when the year opens, or all who arrive in it, by placement, spread
  ///   like the mixture if there is one. n; ≥ 0.
  public mutating func walk(_ children: [Lanes]) { walk(children, to: .all) }

  /// Adds up some results of the next cohort.
  ///
  /// - Parameters:
  ///   - children: See ``walk(_:)``.
  ///   - extent: Which results; the others are of no meaning.
  public mutating func walk(_ children: [Lanes], to extent: Extent) {
    precondition(children.count == placements, "\(children.count) of \(placements) placements")
    starting.resize(to: response.isMixed ? 1 : children.count)
    if response.isMixed {
      starting[0] = children.reduce(.zero, +)
    } else {
      for (place, number) in children.enumerated() { starting[place] = number }
    }
    let rows =
      switch extent {
      case .ended: placements
      case .time: 3 * placements
      case .all: results.count
      }
    let starts = starting.count
    #if arch(x86_64)
      response.effects.withDoubles { effects in
        starting.withDoubles { starting in
          results.withMutableDoubles {
            carecast_weighted_sums(rows, starts, effects, starting, $0)
          }
        }
      }
    #else
      for row in 0..<rows {
        var sum = Lanes.zero
        for start in 0..<starts {
          sum.addProduct(response.effects[row * starts + start], starting[start])
        }
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
