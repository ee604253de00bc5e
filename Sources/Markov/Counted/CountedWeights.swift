import Synchronization

/// What the numbers of events of Poisson processes weigh in a walk on one schedule.
///
/// With p[k] the probability of k events until a step ends (the probabilities that count add up to 1)
/// and q[k] = ∫ p[k] over the time until then, or, where children are arriving at a rate of 1, one
/// integral more of each, k events weigh
/// `(Σ ending · p[k], Σ spent · q[k], Σ older · q[k])` over the steps.
///
/// Rates are whole numbers, so that few processes serve all runs; each is worked out once.
final class CountedWeights: Sendable {
  /// Three numbers for each number of events. They stay in their place, and as they are, as long as
  /// the weights of the schedule live.
  private struct Table: @unchecked Sendable {
    let numbers: UnsafeMutableBufferPointer<Double>
  }

  /// By whether children are arriving, then by rate.
  private let known = Mutex<[[Table?]]>(
    Array(
      repeating: Array(repeating: nil, count: Int(CountedRates.largestOutflow) + 1), count: 2))

  deinit {
    known.withLock { for table in $0.joined() { table?.numbers.deallocate() } }
  }

  /// Sets the weights of eight processes side by side.
  ///
  /// - Parameters:
  ///   - weights: Where they go, three for each number of events; those that do not count become 0.
  ///   - schedule: The schedule that these weights belong to.
  ///   - rates: Events per year, whole numbers.
  ///   - areArriving: Whether children arrive in the year.
  func set(
    _ weights: UnsafeMutableBufferPointer<Lanes>, on schedule: CountedSchedule, rates: Lanes,
    areArriving: Bool
  ) {
    let tables = known.withLock { known in
      rates.indices.map { lane in
        let (row, rate) = (areArriving ? 1 : 0, Int(rates[lane]))
        if let table = known[row][rate] { return table }
        let numbers = Self.weights(on: schedule, rate: rate, areArriving: areArriving)
        let table = Table(numbers: .allocate(capacity: numbers.count))
        _ = table.numbers.initialize(fromContentsOf: numbers)
        known[row][rate] = table
        return table
      }
    }
    // All eight at once as far as every process goes.
    let together = tables.reduce(weights.count) { min($0, $1.numbers.count) }
    let start = tables.map { $0.numbers.baseAddress! }
    let (a, b, c, d) = (start[0], start[1], start[2], start[3])
    let (e, f, g, h) = (start[4], start[5], start[6], start[7])
    for place in 0..<together {
      weights[place] = Lanes(
        a[place], b[place], c[place], d[place], e[place], f[place], g[place], h[place])
    }
    for place in together..<weights.count { weights[place] = .zero }
    for (lane, table) in tables.enumerated() {
      for place in together..<table.numbers.count { weights[place][lane] = table.numbers[place] }
    }
  }

  /// The weights of one process.
  private static func weights(
    on schedule: CountedSchedule, rate: Int, areArriving: Bool
  ) -> [Double] {
    let (last, inverse) = (UniformRates.last(ofRate: rate), 1 / Double(rate))
    var weights = [Double](repeating: 0, count: 3 * (last + 1))
    for step in 0..<schedule.steps {
      let mean = Double(rate) * (Double(step + 1) / Double(schedule.steps))
      // Probabilities over that of no event, then divided by their sum.
      var events = [1.0]
      for k in 1...last { events.append(events[k - 1] * (mean / Double(k))) }
      let share = 1 / events.reduce(0, +)
      // The probability of more than k events, and the sum of that over all from k + 1 on.
      var (beyond, sumBeyond) = (0.0, 0.0)
      for k in (0...last).reversed() {
        let now = share * events[k]
        let time = inverse * beyond
        let present = areArriving ? time : now
        let spending = areArriving ? inverse * inverse * sumBeyond : time
        weights[3 * k] += schedule.ending[step] * present
        weights[3 * k + 1] += schedule.spent[step] * spending
        weights[3 * k + 2] += schedule.older[step] * spending
        sumBeyond += beyond
        beyond += now
      }
    }
    return weights
  }
}
