import LinearAlgebra
import Statistics

extension SensitivityMethod {
  /// Regional sensitivity: whether an input's distribution differs between runs with high and with low
  /// outputs.
  ///
  /// Runs are split at the `split` quantile of the output (the median unless set); the figure is the
  /// Kolmogorov–Smirnov distance between an input's values above and not above. It sees what an input does
  /// alone. Of single inputs; groups change nothing. Reads `split`, `dummy`. Laws: 0 to 1; a rising
  /// function applied to the output or to an input changes nothing.
  /// - SeeAlso: [SpearHornberger1980].
  public static let regional = SensitivityMethod(
    "regional", "Which inputs tell high outputs from low ones.",
    kinds: [("ks-distance", "Distance between the input's distributions in both parts.")],
    readsOrder: true,
    start: { try RegionalAnalysis($0, outputs: $1, $2.independent) })
}

private struct RegionalAnalysis: HeldAnalysis {
  var base: HeldSample
  private let split: Double

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
    split = settings.split
  }

  func measures() throws -> [Measure] {
    let (stride, units) = (resampling.stride, held.units.count)
    let weights = resampling.counts(of: held.units)
    let places = sample.places(held.units)
    let names = sample.names
    let parts = held.outputs.map { values -> [UInt8] in
      let threshold = quantile(of: values, at: split, type: .inverseDistribution)
      return values.map { $0 > threshold ? 1 : 0 }
    }
    let byInput = try concurrently(names.indices) { d -> [Measure] in
      let sorted = SortedQuantity(places[d])
      return outputs.indices.map { output in
        let above = parts[output].count { $0 == 1 }
        guard above > 0 else {
          return Measure(
            "ks-distance", of: names[d], output: outputs[output], nil,
            note: "not defined: no output is above the split")
        }
        let distances = SlicedDistances(parts: parts[output], count: 2)
        let exact = sum(distances.exact(sorted).map { $0 ?? .nan })
        let binned = distances.binned(sorted, weights: weights, stride: stride)
        let repeated = (0...resampling.count).map { sum([binned[$0], binned[stride + $0]]) }
        let estimate = resampling.estimate(
          repeated.map { exact + ($0 - repeated[0]) }, units: units, .lessBias)
        let note =
          min(above, units - above) < 50
          ? "unreliable: fewer than 50 runs in a part"
          : resampling.doubt(about: estimate, units: units)
        return Measure(
          "ks-distance", of: names[d], output: outputs[output], estimate, note: note)
      }
    }
    return outputs.indices.flatMap { output in byInput.map { $0[output] } }
  }

  /// The distance between both parts: with shares p and 1 − p, F₁ is `(1 − p)` and F₂ `p` times their
  /// difference away from F, on opposite sides and furthest at one place.
  private func sum(_ distances: [Double]) -> Double { distances[0] + distances[1] }
}
