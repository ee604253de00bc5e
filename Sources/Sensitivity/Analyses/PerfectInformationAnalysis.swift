import Foundation
import LinearAlgebra
import Statistics

/// EVPI and EVPPI from one sample.
struct PerfectInformationAnalysis: HeldAnalysis {
  var base: HeldSample
  private let cells: Int

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
    cells = settings.cells
  }

  var leastUnits: Int { 16 }

  func measures() throws -> [Measure] {
    // One plan is set against doing without it.
    let plans =
      held.outputs.count > 1
      ? held.outputs : [[Double](repeating: 0, count: held.units.count)] + held.outputs
    let choice = PlanChoice(plans)
    let runs = choice.runs
    let places = sample.places(held.units)
    let weights = resampling.matrix(resampling.counts(of: runs.map { held.units[$0] }))
    let output = outputs.count == 1 ? outputs[0] : Measure.allName
    /// Sum over the runs of a number, in the sample and in every resample.
    func totals(_ values: [Double]) -> [Double] { rowVector(values, times: weights) }
    let counts = totals(Array(repeating: 1, count: runs.count))
    let chosen = totals(runs.map { plans[choice.plan][$0] })
    let best = totals(runs.map { run in plans.reduce(-.infinity) { max($0, $1[run]) } })
    @Sendable func measure(
      _ kind: String, _ name: String, _ sums: [Double], _ note: String?
    ) -> Measure {
      let figures = sums.indices.map { (sums[$0] - chosen[$0]) / counts[$0] }
      let estimate = resampling.estimate(figures, units: runs.count)
      return Measure(
        kind, of: name, output: output, estimate,
        note: note ?? choice.note ?? resampling.doubt(about: estimate, units: runs.count))
    }
    let k = cells > 0 ? cells : max(2, Int(cbrt(Double(runs.count)).rounded()))
    let dummy = InputGroup(name: Measure.dummyName, members: [sample.problem.inputs.count])
    let groups = sample.problem.groups + (sample.hasDummy ? [dummy] : [])
    return [measure("evpi", Measure.allName, best, nil)]
      + (try concurrently(groups.indices) { g in
        let (cell, count) = indices(of: groups[g], places, runs, each: k)
        let sums = sumOfBest(plans, runs, cell, count, weights)
        let isThin = runs.count < 8 * count
        let note = isThin ? "unreliable: fewer than 8 runs in each of \(count) cells" : nil
        return measure("evppi", groups[g].name, sums, note)
      })
  }

  /// The cell of each run: those with all inputs of a group in the same of k parts of equal probability.
  private func indices(
    of group: InputGroup, _ places: [[Double]], _ runs: [Int], each k: Int
  ) -> (cell: [Int], count: Int) {
    var cell = [Int](repeating: 0, count: runs.count)
    var count = 1
    for member in group.members {
      var numbers: [Int: Int] = [:]
      for (place, run) in runs.enumerated() {
        let key = cell[place] * k + min(Int(places[member][run] * Double(k)), k - 1)
        let next = numbers.count
        cell[place] = numbers[key, default: next]
        if cell[place] == next { numbers[key] = next }
      }
      count = numbers.count
    }
    return (cell, count)
  }

  /// Sum over the cells of what the best plan of each gives, in the sample and in every resample.
  private func sumOfBest(
    _ plans: [[Double]], _ runs: [Int], _ cell: [Int], _ count: Int, _ weights: Matrix
  ) -> [Double] {
    let width = weights.columns
    var sums = [Double](repeating: 0, count: count * plans.count * width)
    weights.elements.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for (place, run) in runs.enumerated() {
          for plan in plans.indices {
            let value = plans[plan][run]
            let to = sums.baseAddress! + (cell[place] * plans.count + plan) * width
            let from = weights.baseAddress! + place * width
            for r in 0..<width { to[r] += from[r] * value }
          }
        }
      }
    }
    return (0..<width).map { r in
      (0..<count).reduce(0) { total, cell in
        total
          + plans.indices.reduce(-.infinity) {
            max($0, sums[(cell * plans.count + $1) * width + r])
          }
      }
    }
  }
}

/// Which plan is chosen without knowing more, and which runs say what knowing is worth.
struct PlanChoice: Sendable {
  /// The plan.
  let plan: Int
  /// Places of the runs that value it.
  let runs: [Int]
  /// Why some runs do not.
  let note: String?

  /// Standard errors by which the best plan must lead to be chosen by all runs.
  private static let lead = 3.3

  /// - Parameter plans: Net benefits of each plan, run by run, of independent runs; at least two plans.
  init(_ plans: [[Double]]) {
    func best(_ places: [Int]) -> Int {
      let means = plans.map { plan in mean(of: places.map { plan[$0] }) }
      return means.indices.max { means[$0] < means[$1] }!
    }
    let all = Array(plans[0].indices)
    let first = best(all)
    let isClear = plans.indices.allSatisfy { other in
      guard other != first else { return true }
      let differences = all.map { plans[first][$0] - plans[other][$0] }
      let lead = mean(of: differences)
      let error = (variance(of: differences) / Double(all.count)).squareRoot()
      return lead > PlanChoice.lead * error
    }
    if isClear {
      (plan, runs, note) = (first, all, nil)
      return
    }
    plan = best(Array(all.prefix(all.count / 4)))
    runs = Array(all.dropFirst(all.count / 4))
    note = "which plan is best is not clear: a quarter of the runs chose it, the others valued it"
  }
}
