import LinearAlgebra
import Statistics

/// Hilbert–Schmidt independence criteria of all inputs from one sample.
///
/// The criterion is the sum of squares of the covariances of all ``HermiteFeatures`` of the input's
/// normal number with those of the output's: none of them differs from 0 if they are independent.
struct KernelAnalysis: HeldAnalysis {
  var base: HeldSample

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
  }

  func measures() throws -> [Measure] {
    let places = sample.places(held.units)
    let (names, units) = (sample.names, held.units.count)
    let weights = resampling.matrix(resampling.counts(of: held.units)).transposed
    let inputs = try concurrently(names.indices) { i in
      HermiteFeatures.rows(places[i].map { standardNormalQuantile($0) })
    }
    return try outputs.indices.flatMap { output -> [Measure] in
      let values = held.outputs[output]
      guard values.contains(where: { $0 != values[0] }) else {
        return names.flatMap { name in
          SensitivityMethod.independence.kinds.map {
            Measure($0.id, of: name, output: outputs[output], nil, note: "the output does not vary")
          }
        }
      }
      let ranks = WeightedRanks(values)
      let all = try concurrently(0..<weights.rows) { r -> [[Double]] in
        let weight = weights.row(r)
        let rows = HermiteFeatures.rows(normalNumbers(ranks, weight))
        return inputs.map { HermiteFeatures.covariance($0, rows, weight).elements }
      }
      let rows = HermiteFeatures.rows(normalNumbers(ranks, weights.row(0)))
      let own = HermiteFeatures.covariance(rows, rows, Array(repeating: 1, count: units))
      return names.indices.flatMap { i in
        measures(names[i], outputs[output], all.map { $0[i] }, own)
      }
    }
  }

  /// The normal number that stands where each run's output does, ranks being taken anew in a resample.
  private func normalNumbers(_ ranks: WeightedRanks, _ weight: [Double]) -> [Double] {
    let total = weight.reduce(0, +)
    // Between the places of the least and greatest run: those that count nothing there lie at an end.
    let margin = 0.5 / total
    return ranks.centered(weight).map {
      standardNormalQuantile(min(max($0 / total + 0.5, margin), 1 - margin))
    }
  }

  private func measures(
    _ input: String, _ output: String, _ covariances: [[Double]], _ own: Matrix
  ) -> [Measure] {
    let normal = HermiteFeatures.normal
    func squares(_ matrix: Matrix) -> Double { matrix.elements.reduce(0) { $0 + $1 * $1 } }
    func trace(_ matrix: Matrix) -> Double { (0..<matrix.rows).reduce(0) { $0 + matrix[$1, $1] } }
    let units = held.units.count
    let scale = (squares(normal) * squares(own)).squareRoot()
    let estimate = resampling.estimate(
      resampling.squareSums(covariances).map { $0 / scale }, units: units)
    // If independent, N times the sum is nearly a gamma number with this mean and variance.
    let mean = trace(normal) * trace(own)
    let variance = 2 * squares(normal) * squares(own)
    let statistic = Double(units) * covariances[0].reduce(0) { $0 + $1 * $1 }
    let probability: Double?
    do {
      probability = try GammaDistribution(
        shape: mean * mean / variance, scale: variance / mean
      ).upperTail(at: statistic)
    } catch {
      probability = nil
    }
    let doubt = resampling.doubt(about: estimate, units: units)
    return [
      Measure("hsic", of: input, output: output, estimate, note: doubt),
      Measure(
        "p-value", of: input, output: output, probability.map { Estimate(exact: $0) },
        note: probability == nil ? "not defined: the output hardly varies" : nil),
    ]
  }
}
