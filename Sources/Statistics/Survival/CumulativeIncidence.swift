/// What part of a group has had each of several events that exclude each other, after each time: Aalen
/// and Johansen's estimate.
///
/// Law: the parts and the part without any event add up to 1.
public struct CumulativeIncidence: Sendable, Equatable {
  /// The parts from one time of events to the next.
  public struct Step: Sendable, Equatable {
    /// When events happened.
    public let time: Double
    /// The part without any event from then on.
    public let survival: Double
    /// The part that has had each event, by kind, from 1.
    public let incidence: [Double]
    /// The standard error of each.
    public let standardError: [Double]
  }

  /// The steps, by time.
  public let steps: [Step]

  /// The parts of a group.
  ///
  /// - Parameters:
  ///   - people: Any number.
  ///   - kinds: How many kinds of event there are, ≥ 1.
  /// - SeeAlso: [AalenJohansen1978].
  public init(_ people: [FollowUp], kinds: Int) {
    precondition(
      kinds >= 1 && people.allSatisfy { $0.event <= kinds }, "an event above \(kinds)")
    self.kinds = kinds
    var survival = 1.0
    var incidence = [Double](repeating: 0, count: kinds)
    // Covariance of the part without event and each incidence, carried from step to step.
    var covariance = (0...kinds).map { _ in [Double](repeating: 0, count: kinds + 1) }
    steps = RiskSet.all(of: people, kinds: kinds).map { set in
      let n = Double(set.atRisk)
      let shares = set.events.map { Double($0) / n }
      let left = shares.reduce(0, +)
      covariance = Self.stepped(covariance, survival, shares, left, n)
      for kind in 0..<kinds { incidence[kind] += survival * shares[kind] }
      survival *= 1 - left
      return Step(
        time: set.time, survival: survival, incidence: incidence,
        standardError: (1...kinds).map { max(0, covariance[$0][$0]).squareRoot() })
    }
  }

  /// How many kinds of event there are.
  public let kinds: Int

  /// The parts just after a time, by kind; 0 before any event.
  public func incidence(at time: Double) -> [Double] {
    steps.last { $0.time <= time }?.incidence ?? Array(repeating: 0, count: kinds)
  }

  /// The covariance a step later: what was uncertain before is carried on, those who leave state 0 in the
  /// step add a multinomial's.
  private static func stepped(
    _ before: [[Double]], _ survival: Double, _ shares: [Double], _ left: Double, _ n: Double
  ) -> [[Double]] {
    // Row 0: stays with probability 1 − left; row k: gains the share of state 0.
    let size = shares.count + 1
    let from0 = [1 - left] + shares
    var after = before
    for i in 0..<size {
      for j in 0..<size {
        let own = from0[i] * from0[j] * before[0][0]
        let first = i == 0 ? 0 : from0[j] * before[i][0]
        let second = j == 0 ? 0 : from0[i] * before[0][j]
        let both = i == 0 || j == 0 ? 0 : before[i][j]
        let chance = ((i == j ? from0[i] : 0) - from0[i] * from0[j]) / n
        after[i][j] = own + first + second + both + survival * survival * chance
      }
    }
    return after
  }
}
