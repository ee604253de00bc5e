import Markov
import Statistics

/// The moves of a year in a group of eight draws.
struct MoveLanes: Sendable {
  /// How draws stand side by side.
  let order: LaneOrder
  /// In care since × placements so far. 2 × 3.
  let factors: [[Lanes]]
  /// Per child and year to a type that is open, for a factor of 1. P × P.
  private let rates: [Lanes]
  private let placements: Int

  /// The moves of a year.
  init(_ input: CareYearInput, _ order: LaneOrder, _ group: Int) {
    self.order = order
    factors = input.moveFactor.map { row in row.map { order.lanes(of: $0, group) } }
    rates = input.moveRate.flatMap { row in row.map { order.lanes(of: $0, group) } }
    placements = input.moveRate.count
  }

  /// The rate from one placement type to another.
  subscript(origin: Int, destination: Int) -> Lanes { rates[origin * placements + destination] }
}
