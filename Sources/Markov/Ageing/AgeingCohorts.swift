public import LinearAlgebra

/// Cohorts that move between states, age, and take in entries, for many runs that differ by a few
/// multipliers of their transition probabilities.
///
/// ```
/// P[a, i, j] = θ[k(i, j)] · base[a, i, j]  for i ≠ j,      rows of P sum to 1
/// y[a] = x[a] P[a],      x'[a] = (1 − g) · y[a] + g · y[a − 1] + b[a]      (y[−1] = 0)
/// ```
///
/// with g the share of an age that passes to the next in a step; that of the last age leaves. Eight
/// runs are computed side by side, age by age through all steps: an age's matrix is made where it is
/// used and stays in the nearest cache, and only what the age passes on is kept for the next.
///
/// Laws: the bits of a run depend neither on the runs beside it nor on threads; linear in opening stock
/// and entries.
public struct AgeingCohorts: Sendable {
  /// States S.
  public let states: Int
  private let base: [[Double]]
  private let effects: [Int]
  private let opening: [[Double]]
  private let entries: [[Double]]
  private let passing: Double
  private let value: [Double]
  private let discount: [Double]

  /// Most states that a kernel holds.
  public static let mostStates = 96

  /// A model of ageing cohorts.
  ///
  /// - Parameters:
  ///   - base: Base probabilities of each age, youngest first; S × S, each ≥ 0; the diagonal is not
  ///     used.
  ///   - effects: For each pair of states, row after row, the place of its multiplier. S².
  ///   - opening: Stock by age and state.
  ///   - entries: Arrivals in every step by age and state.
  ///   - passing: g, 0 to 1.
  ///   - value: Worth of being in a state at the end of a step. S.
  ///   - discount: Factor on the worth of each step; as many as there are steps.
  public init(
    base: [Matrix], effects: [Int], opening: Matrix, entries: Matrix, passing: Double,
    value: [Double], discount: [Double]
  ) {
    states = value.count
    precondition(states <= AgeingCohorts.mostStates, "\(states) states")
    precondition(
      opening.rows == base.count && entries.rows == base.count && opening.columns == value.count
        && entries.columns == value.count && effects.count == value.count * value.count,
      "\(base.count) ages, \(value.count) states, stock of \(opening.rows) × \(opening.columns)")
    self.base = base.map(\.elements)
    self.effects = effects
    self.opening = (0..<opening.rows).map { Array(opening.row($0)) }
    self.entries = (0..<entries.rows).map { Array(entries.row($0)) }
    self.passing = passing
    self.value = value
    self.discount = discount
  }

  /// Ages.
  public var ages: Int { base.count }

  /// Steps.
  public var steps: Int { discount.count }

  /// Computes runs.
  ///
  /// - Parameters:
  ///   - multipliers: A row of multipliers for each run.
  ///   - threads: How many groups of runs are computed at once; as many as there are cores if `nil`.
  /// - Returns: A row for each run: the last stock by state, over all ages, then the discounted worth.
  public func outcomes(of multipliers: Matrix, threads: Int? = nil) -> Matrix {
    precondition(
      effects.allSatisfy { (0..<multipliers.columns).contains($0) },
      "effects reach beyond \(multipliers.columns) multipliers")
    let runs = multipliers.rows
    let size = 16 * Lanes.scalarCount
    let tiles = (runs + size - 1) / size
    // Nothing throws: what is computed cannot fail.
    let parts = try! concurrently(0..<tiles, threads: threads) { tile in
      tileOutcomes(of: multipliers, from: tile * size, to: min((tile + 1) * size, runs))
    }
    return Matrix(rows: runs, columns: states + 1, elements: parts.flatMap { $0 })
  }

  private func tileOutcomes(of multipliers: Matrix, from start: Int, to end: Int) -> [Double] {
    var group = AgeingGroup(states: states, steps: steps)
    var result: [Double] = []
    result.reserveCapacity((end - start) * (states + 1))
    for first in stride(from: start, to: end, by: Lanes.scalarCount) {
      let runs = (0..<Lanes.scalarCount).map { min(first + $0, end - 1) }
      let lanes = (0..<multipliers.columns).map { place in
        var lanes = Lanes()
        for (lane, run) in runs.enumerated() { lanes[lane] = multipliers[run, place] }
        return lanes
      }
      group.restart()
      for age in 0..<ages {
        group.walk(
          base: base[age], effects: effects, multipliers: lanes, opening: opening[age],
          entries: entries[age], passing: passing, value: value, discount: discount)
      }
      for lane in 0..<min(Lanes.scalarCount, end - first) {
        result += group.stock.map { $0[lane] }
        result.append(group.worth[lane])
      }
    }
    return result
  }
}
