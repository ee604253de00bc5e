import LinearAlgebra
import Markov

/// One cohort's walk through a year: its stock by state and the rates that move it.
struct CohortWalk {
  let cohort: Int
  let since: InCareSince
  let states: PlacementState
  let exitRates: [[Double]]
  let moveRates: [[Double]]
  let moveFactor: [Double]
  let rates: RateMatrix

  /// Children by state.
  var stock: [Double]

  /// No children in any placement with one placement so far.
  var noChildren: [Double] { [Double](repeating: 0, count: states.placements) }

  init(cohort: Int, since: InCareSince, states: PlacementState, input: CareYearInput) throws {
    self.cohort = cohort
    self.since = since
    self.states = states
    exitRates = input.exitRates.map { $0[cohort] }
    moveRates = input.moveRates[cohort]
    moveFactor = input.moveFactor[since.rawValue]
    stock = [Double](repeating: 0, count: states.size)

    var moves = Matrix(rows: states.size, columns: states.size, repeating: 0)
    var exits = [Double](repeating: 0, count: states.size)
    for count in 0..<PlacementState.counts {
      let next = min(count + 1, PlacementState.counts - 1)
      for origin in 0..<states.placements {
        let from = states.index(placement: origin, count: count)
        exits[from] = exitRates.reduce(0) { $0 + $1[origin] }
        for destination in 0..<states.placements {
          let to = states.index(placement: destination, count: next)
          // A move within a type by a child with three or more placements changes no state.
          if to != from {
            moves[from, to] = moveRates[origin][destination] * moveFactor[count]
          }
        }
      }
    }
    rates = try RateMatrix(moves: moves, exits: exits)
  }

  /// What happened in a period, by placement.
  struct Period {
    /// Children who entered.
    var entries: [Double]
    /// Time in care. Child-years.
    var childYears: [Double]
    /// Time in care times the move factor of the state: what move rates act on. Child-years.
    var movingYears: [Double]
  }

  /// Steps the stock through a period.
  mutating func advance(by step: OpenCohortStep, entering: [Double]?) -> Period {
    var arrivals = [Double](repeating: 0, count: states.size)
    if let entering { arrivals.replaceSubrange(0..<states.placements, with: entering) }
    let result = step.advanced(stock, entering: arrivals)
    stock = result.stock
    var period = Period(
      entries: entering ?? noChildren, childYears: noChildren, movingYears: noChildren)
    for state in stock.indices {
      let placement = state % states.placements
      let time = result.childYears[state]
      period.childYears[placement] += time
      period.movingYears[placement] += time * moveFactor[state / states.placements]
    }
    return period
  }
}
