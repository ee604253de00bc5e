import Foundation
import LinearAlgebra
import Statistics

/// EVPI and EVPPI from one sample.
struct PerfectInformationAnalysis: Analysis {
  private let sample: Sample
  private let outputs: [String]
  private let cells: Int
  private let resampling: Resampling
  private var held: HeldRuns

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    sample = try Sample(problem, settings)
    self.outputs = outputs
    cells = settings.cells
    resampling = Resampling(settings)
    held = HeldRuns(outputs: outputs.count)
  }

  var unitRows: Int { 1 }
  var leastUnits: Int { 16 }

  func rows(_ units: Range<Int>) -> Matrix { sample.rows(units) }

  mutating func add(_ kept: [Int], first: Int, inputs: Matrix, outputs: Matrix) {
    held.add(kept, first: first, outputs)
  }

  func measures() throws -> [Measure] {
    // One plan is set against doing without it.
    let plans =
      held.outputs.count > 1
      ? held.outputs : [[Double](repeating: 0, count: held.units.count)] + held.outputs
    let choice = PlanChoice(plans, units: held.units, resampling)
    let runs = choice.runs
    let places = sample.places(held.units)
    let weights = resampling.weights(of: runs.map { held.units[$0] })
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
      let estimate = choice.estimate(figures, resampling, units: runs.count)
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
    of group: InputGroup, _ places: Matrix, _ runs: [Int], each k: Int
  ) -> (cell: [Int], count: Int) {
    var cell = [Int](repeating: 0, count: runs.count)
    var count = 1
    for member in group.members {
      var numbers: [Int: Int] = [:]
      for (place, run) in runs.enumerated() {
        let key = cell[place] * k + min(Int(places[run, member] * Double(k)), k - 1)
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
  /// Replicates that decided, and so have no say in the intervals.
  private let pilots: Int

  /// Standard errors by which the best plan must lead to be chosen by all runs.
  private static let lead = 3.3

  /// - Parameters:
  ///   - plans: Net benefits of each plan, run by run; at least two plans.
  ///   - units: Indices of the runs, rising.
  ///   - resampling: How runs are repeated.
  init(_ plans: [[Double]], units: [Int], _ resampling: Resampling) {
    func best(_ places: [Int]) -> Int {
      let means = plans.map { plan in mean(of: places.map { plan[$0] }) }
      return means.indices.max { means[$0] < means[$1] }!
    }
    let all = Array(units.indices)
    let first = best(all)
    let isClear = plans.indices.allSatisfy { other in
      guard other != first else { return true }
      let differences = all.map { plans[first][$0] - plans[other][$0] }
      let lead = mean(of: differences)
      guard case .quasiRandom(let replicates) = resampling.sampling else {
        let error = (variance(of: differences) / Double(all.count)).squareRoot()
        return lead > PlanChoice.lead * error
      }
      let parts = (0..<replicates).compactMap { r -> Double? in
        let own = all.filter { units[$0] % replicates == r }.map { differences[$0] }
        return own.isEmpty ? nil : mean(of: own)
      }
      guard parts.count > 1 else { return false }
      return lead > PlanChoice.lead * (variance(of: parts) / Double(parts.count)).squareRoot()
    }
    if isClear {
      (plan, runs, note, pilots) = (first, all, nil, 0)
      return
    }
    let pilot: Set<Int>
    if case .quasiRandom(let replicates) = resampling.sampling {
      pilots = replicates / 4
      pilot = Set(all.filter { units[$0] % replicates < replicates / 4 })
    } else {
      pilots = 0
      pilot = Set(all.prefix(all.count / 4))
    }
    plan = best(pilot.sorted())
    runs = all.filter { !pilot.contains($0) }
    note = "which plan is best is not clear: a quarter of the runs chose it, the others valued it"
  }

  /// The estimate without the replicates that decided.
  func estimate(_ figures: [Double], _ resampling: Resampling, units: Int) -> Estimate? {
    guard pilots > 0 else { return resampling.estimate(figures, units: units) }
    let rest = Resampling(
      sampling: .quasiRandom(replicates: resampling.count - pilots), seed: resampling.seed)
    return rest.estimate([figures[0]] + figures.dropFirst(1 + pilots), units: units)
  }
}
