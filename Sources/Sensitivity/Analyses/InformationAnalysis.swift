import Foundation
import LinearAlgebra
import Statistics

/// EVPI and EVPPI from one sample; and EVSI, if a study is asked about.
struct InformationAnalysis: HeldAnalysis {
  var base: HeldSample
  private let cells: Int
  private let study: InformingStudy?

  init(
    _ problem: Problem, outputs: [String], _ settings: Settings, study: InformingStudy? = nil
  ) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
    cells = settings.cells
    self.study = study
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
    let found = try concurrently(groups.indices) { g -> [Measure] in
      let cells = InformationCells(places, runs, of: groups[g], each: k)
      let sums = cells.sumsOfBest(plans, weights, keeping: [1] + (study.map { [$0.kept] } ?? []))
      let isThin = runs.count < 8 * cells.count
      let note = isThin ? "unreliable: fewer than 8 runs in each of \(cells.count) cells" : nil
      let perfect = measure("evppi", groups[g].name, sums[0], note)
      guard let study else { return [perfect] }
      return [perfect, study.noted(measure("evsi", groups[g].name, sums[1], note))]
    }
    // Kind by kind.
    return [measure("evpi", Measure.allName, best, nil)]
      + found[0].indices.flatMap { kind in found.map { $0[kind] } }
  }
}
