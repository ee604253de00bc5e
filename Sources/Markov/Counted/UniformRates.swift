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
  /// λ: the largest outflow of any state rounded up to a whole number, and at least 1. Per year.
  private(set) var rate = Lanes.one
  /// What moves out of each placement, for a factor of 1, moves within it among them. Per year, n.
  private var moving: [Lanes] = []

  /// Probability of all numbers of events that are left out.
  static let leftOut = 1e-15

  /// Takes the rates of eight cohorts.
  mutating func set(_ rates: CountedRates) {
    let n = rates.placements
    moving.resize(to: n)
    rates.moves.withUnsafeBufferPointer { moves in
      for p in 0..<n {
        var sum = Lanes.zero
        for place in p * n..<(p + 1) * n { sum += moves[place] }
        moving[p] = sum
      }
    }
    var most = Lanes.one
    for count in 0..<3 {
      for p in 0..<n { most = pointwiseMax(most, outflow(rates, count, p)) }
    }
    precondition(
      most.max() <= CountedRates.largestOutflow, "an outflow of \(most.max()) per child and year")
    rate = most.rounded(.up)
  }

  /// The last number of events that counts for each run.
  var last: Lanes {
    var last = Lanes.zero
    for lane in last.indices { last[lane] = Double(Self.last(ofRate: Int(rate[lane]))) }
    return last
  }

  /// Sets what an event does.
  ///
  /// - Parameters:
  ///   - rates: The rates that were taken.
  ///   - room: Everything that the kernel of a walk reads.
  ///   - places: Where its parts lie.
  func setEvent(
    of rates: CountedRates, in room: UnsafeMutablePointer<Lanes>, at places: CountedRoom
  ) {
    let (n, share) = (rates.placements, 1 / rate)
    let (moves, kept) = (room + places.moves.lowerBound, room + places.kept.lowerBound)
    let (within, factors) = (room + places.within.lowerBound, room + places.factors.lowerBound)
    rates.moves.withUnsafeBufferPointer { moves.update(from: $0.baseAddress!, count: n * n) }
    for count in 0..<3 {
      factors[count] = rates.factors[count] * share
      for p in 0..<n {
        kept[count * n + p] = (rate - outflow(rates, count, p)) * share
        if count < 2 { within[count * n + p] = factors[count] * rates.moves[p * (n + 1)] }
      }
    }
    for p in 0..<n { moves[p * (n + 1)] = .zero }
  }

  /// What leaves a state. Those with three or more placements stay in theirs when they move within a
  /// placement.
  private func outflow(_ rates: CountedRates, _ count: Int, _ p: Int) -> Lanes {
    let staying = count == 2 ? rates.moves[p * (rates.placements + 1)] : .zero
    return rates.exits[p] + rates.factors[count] * (moving[p] - staying)
  }

  /// The last number of events that counts for a whole rate.
  static func last(ofRate rate: Int) -> Int { lasts[rate - 1] }

  private static let lasts: [Int] = (1...Int(CountedRates.largestOutflow)).map { mean in
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
    return last
  }
}
