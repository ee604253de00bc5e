/// Rates of counted moves as events of a Poisson process, the same for every state: at each event a
/// child moves, leaves or stays as it is (uniformisation).
///
/// `exp(q t) = Σ_k P(N(t) = k) A^k`,  A = I + q / λ,  N(t) Poisson with mean λ t
///
/// All terms are ≥ 0, so that nothing cancels. Numbers of events so large that all beyond together are
/// less probable than ``leftOut`` are left out, for each run by itself.
///
/// - SeeAlso: [Jensen1953].
struct UniformRates {
  /// λ: at least the largest outflow of any state, and at least 1. Per year.
  let rate: Lanes
  /// Per event, for a factor of 1 / λ: n × n, the diagonal 0.
  let moves: [Lanes]
  /// Probability that an event changes nothing, by placements so far and placement. 3n.
  let kept: [Lanes]
  /// Probability of a move within the placement, of those with one and two placements so far. 2n.
  let within: [Lanes]
  /// The factors over λ. 3.
  let factors: [Lanes]

  /// Probability of all numbers of events that are left out.
  static let leftOut = 1e-15

  /// Rates of eight cohorts as events.
  init(_ rates: CountedRates) {
    let n = rates.placements
    var moves = rates.moves
    var outflows: [Lanes] = []
    let all = (0..<n).map { p in (0..<n).reduce(Lanes.zero) { $0 + rates.moves[p * n + $1] } }
    for (count, factor) in rates.factors.enumerated() {
      for p in 0..<n {
        // Those with three or more placements stay in their state when they move within one.
        let moving = count == 2 ? all[p] - rates.moves[p * n + p] : all[p]
        outflows.append(rates.exits[p] + factor * moving)
      }
    }
    let rate = outflows.reduce(Lanes.one) { pointwiseMax($0, $1) }
    precondition(
      rate.max() <= CountedRates.largestOutflow, "an outflow of \(rate.max()) per child and year")
    let share = 1 / rate
    self.rate = rate
    kept = outflows.map { (rate - $0) * share }
    let factors = rates.factors.map { $0 * share }
    within = (0..<2 * n).map { factors[$0 / n] * rates.moves[($0 % n) * (n + 1)] }
    self.factors = factors
    for p in 0..<n { moves[p * (n + 1)] = .zero }
    self.moves = moves
  }

  /// The last number of events that counts for each run.
  var last: Lanes {
    var last = Lanes.zero
    for lane in last.indices { last[lane] = Self.lasts[Int(rate[lane].rounded(.up)) - 1] }
    return last
  }

  /// The last number of events that counts for means of 1, 2, …
  private static let lasts: [Double] = (1...Int(CountedRates.largestOutflow)).map { mean in
    // Probabilities over that of no event.
    var weights = [1.0]
    while weights.count < 2 * mean + 60 {
      weights.append(weights.last! * Double(mean) / Double(weights.count))
    }
    let bound = leftOut * weights.reduce(0, +)
    var (last, beyond) = (weights.count - 1, 0.0)
    while beyond + weights[last] < bound {
      beyond += weights[last]
      last -= 1
    }
    return Double(last)
  }
}
