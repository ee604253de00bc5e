import CareModel
import Statistics
import TestSupport

/// The slow twin of a year in care: the differential equation of each cohort, stepped by the
/// classical method of Runge and Kutta, with every flow counted as it happens.
///
/// ```
/// n'[k, p] = arrivals[k, p] + Σ_o moves into [k, p] − n[k, p] (Σ_r exit[r, p] + Σ_d move[k, p, d])
/// ```
///
/// It shares no code with the model: no exponential, no integrals, no state index, and moves and
/// exits are integrated as flows and not worked out from time in care. The birthday rule is written
/// anew: twelve birthdays, one in the middle of each month, on each of which an equal part of the
/// cohort has its turn.
struct ChildrenInCareTwin {
  var closing: [[[[Double]]]]
  var entries: [[Double]]
  var exits: [[[Double]]]
  var exitsAtEighteen: [Double]
  var childYears: [[Double]]
  var moves: [[Double]]

  /// - Parameter substeps: Steps in a half month.
  init(stock: CareStock, input: CareYearInput, substeps: Int) {
    let inCare = stock.children.map(\.central)
    let none = inCare[0].map { _ in 0.0 }
    entries = inCare.map { _ in none }
    childYears = entries
    exits = input.exitRates.map { _ in inCare.map { _ in none } }
    exitsAtEighteen = none
    moves = none.map { _ in none }
    closing = (0..<2).map { _ in (0..<3).map { _ in inCare.map { _ in none } } }
    for since in 0..<2 {
      for cohort in 0...18 {
        let opening = since == 0 && cohort > 0 ? inCare[cohort - 1] : none
        let arriving = since == 1 ? input.entries[cohort].central : none
        walk(cohort, since, from: opening, arriving, input, substeps)
      }
    }
  }

  private mutating func walk(
    _ cohort: Int, _ since: Int, from opening: [Double], _ arriving: [Double],
    _ input: CareYearInput, _ substeps: Int
  ) {
    let cohortRates = Rates(
      exit: input.exitRates.map { $0[cohort].central },
      move: input.moveRate.map { row in
        zip(row.central, input.openness[cohort].central).map { $0 * $1 }
      },
      factor: input.moveFactor[since].central)
    var children = [opening, opening.map { $0 * 0 }, opening.map { $0 * 0 }]
    for half in 0..<24 {
      let month = half / 2
      // Birthdays of this month, on its middle, come between its halves.
      let birthdaysPast = Double((half + 1) / 2)
      let partOfYear = cohort == 18 ? (12 - birthdaysPast) / 144 : 1.0 / 24
      let arrived = arriving.map { $0 * partOfYear }
      var flows = Flows(children: children)
      flows.integrate(cohortRates, arriving: arrived.map { $0 * 24 }, substeps: substeps)
      children = flows.children
      // In the middle of month m, counted from 0, (m + ½) / 12 of a cohort has had its birthday.
      let older = min(cohort, 17)
      let younger = cohort == 0 || cohort == 18 ? older : cohort - 1
      let shareOlder = (Double(month) + 0.5) / 12
      for (age, share) in [(younger, 1 - shareOlder), (older, shareOlder)] {
        for placement in arriving.indices {
          entries[age][placement] += share * arrived[placement]
          childYears[age][placement] += share * flows.childYears[placement]
          for reason in exits.indices {
            exits[reason][age][placement] += share * flows.exits[reason][placement]
          }
        }
      }
      for origin in moves.indices {
        for destination in moves.indices {
          moves[origin][destination] += flows.moves[origin][destination]
        }
      }
      if cohort == 18 && half % 2 == 0 {
        let birthdaysLeft = 12 - birthdaysPast
        for count in 0..<3 {
          for placement in arriving.indices {
            let leaving = children[count][placement] / birthdaysLeft
            exitsAtEighteen[placement] += leaving
            children[count][placement] -= leaving
          }
        }
      }
    }
    guard cohort < 18 else { return }
    for count in 0..<3 { closing[since][count][cohort] = children[count] }
  }

  struct Rates {
    let exit: [[Double]]
    let move: [[Double]]
    let factor: [Double]
  }

  /// Children by placements so far and placement, and what has flowed since.
  struct Flows {
    var children: [[Double]]
    var childYears: [Double]
    var exits: [[Double]]
    var moves: [[Double]]

    init(children: [[Double]]) {
      self.children = children
      childYears = children[0].map { _ in 0 }
      exits = (0..<4).map { _ in children[0].map { _ in 0 } }
      moves = children[0].map { _ in children[0].map { _ in 0 } }
    }

    /// Half a month.
    mutating func integrate(_ rates: Rates, arriving: [Double], substeps: Int) {
      let step = 1 / Double(24 * substeps)
      for _ in 0..<substeps {
        let first = slope(rates, arriving)
        let second = adding(first, step / 2).slope(rates, arriving)
        let third = adding(second, step / 2).slope(rates, arriving)
        let fourth = adding(third, step).slope(rates, arriving)
        self = adding(first, step / 6).adding(second, step / 3).adding(third, step / 3)
          .adding(fourth, step / 6)
      }
    }

    private func slope(_ rates: Rates, _ arriving: [Double]) -> Flows {
      var slope = Flows(children: children.map { $0.map { _ in 0 } })
      slope.children[0] = arriving
      for count in 0..<3 {
        for origin in arriving.indices {
          let here = children[count][origin]
          slope.childYears[origin] += here
          for reason in rates.exit.indices {
            let flow = here * rates.exit[reason][origin]
            slope.exits[reason][origin] += flow
            slope.children[count][origin] -= flow
          }
          for destination in arriving.indices {
            let flow = here * rates.move[origin][destination] * rates.factor[count]
            slope.moves[origin][destination] += flow
            slope.children[count][origin] -= flow
            slope.children[min(count + 1, 2)][destination] += flow
          }
        }
      }
      return slope
    }

    private func adding(_ slope: Flows, _ time: Double) -> Flows {
      func sum(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { $0 + time * $1 } }
      var sums = self
      sums.children = zip(children, slope.children).map(sum)
      sums.childYears = sum(childYears, slope.childYears)
      sums.exits = zip(exits, slope.exits).map(sum)
      sums.moves = zip(moves, slope.moves).map(sum)
      return sums
    }
  }
}
