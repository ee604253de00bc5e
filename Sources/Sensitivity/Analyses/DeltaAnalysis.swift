import LinearAlgebra
import Statistics

/// Borgonovo's δ of all inputs from one sample, with first-order indices of the same runs.
struct DeltaAnalysis: HeldAnalysis {
  var base: HeldSample
  /// First-order indices of the same sample.
  private var first: RankAnalysis

  init(
    _ problem: Problem, outputs: [String], _ settings: Settings, first: RankAnalysis
  ) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
    self.first = first
  }

  /// Five folds of some runs each.
  var leastUnits: Int { 20 }

  mutating func add(_ kept: [Int], first: Int, inputs: Matrix, outputs: Matrix) {
    held.add(kept, first: first, outputs)
    self.first.add(kept, first: first, inputs: inputs, outputs: outputs)
  }

  func measures() throws -> [Measure] {
    let units = held.units.count
    let weights = resampling.matrix(resampling.counts(of: held.units))
    let counts = rowVector(Array(repeating: 1, count: units), times: weights)
    let places = sample.places(held.units)
    let names = sample.names
    let smoothers = DensityContrast.Smoothers()
    let ranks = held.outputs.map { values -> [Double]? in
      let quantity = SortedQuantity(values)
      return quantity.isFlat ? nil : quantity.middlePlaces
    }
    let byInput = try concurrently(names.indices) { i -> [Measure] in
      outputs.indices.map { output in
        guard let ranks = ranks[output] else {
          return Measure(
            "delta", of: names[i], output: outputs[output], nil, note: "the output does not vary")
        }
        let contrast = DensityContrast(input: places[i], output: ranks, smoothers)
        let sums = rowVector(contrast.influence, times: weights)
        let center = sums[0] / counts[0]
        let estimate = resampling.estimate(
          sums.indices.map { contrast.value + sums[$0] / counts[$0] - center }, units: units,
          bias: contrast.doubt)
        let note =
          units < 256
          ? "unreliable: \(units) base runs, fewer than 256"
          : resampling.doubt(about: estimate, units: units)
        return Measure("delta", of: names[i], output: outputs[output], estimate, note: note)
      }
    }
    let deltas = outputs.indices.flatMap { output in byInput.map { $0[output] } }
    return deltas + (try first.measures())
  }
}
