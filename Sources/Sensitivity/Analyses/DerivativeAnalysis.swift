import Foundation
import LinearAlgebra
import Statistics

/// Mean squares of derivatives from sums over blocks, all outputs and resamples in one matrix product.
struct DerivativeAnalysis: Analysis {
  private let design: FiniteDifferences
  private let outputs: [String]
  private var sums: ResampledSums
  private var centers: [Double] = []

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    design = try FiniteDifferences(problem, settings)
    self.outputs = outputs
    sums = ResampledSums(
      Resampling(settings), columns: 1 + outputs.count * (2 + 2 * problem.inputs.count))
  }

  var unitRows: Int { design.unitRows }
  var sampling: Sampling { sums.resampling.sampling }

  func rows(_ units: Range<Int>) -> Matrix { design.rows(units) }

  mutating func add(_ kept: [Int], first: Int, inputs: Matrix, outputs: Matrix) {
    guard let start = kept.first, let end = kept.last else { return }
    let (m, rows, d) = (self.outputs.count, unitRows, inputs.columns)
    if centers.isEmpty {
      centers = (0..<m).map { output in
        kept.reduce(0) { $0 + outputs[$1 * rows, output] } / Double(kept.count)
      }
    }
    let (design, centers) = (design, centers)
    let places = design.places(first + start..<first + end + 1)
    let widths = places.rows == 0 ? [] : design.problem.inputs.map(\.distribution)
    sums.add(kept, first: first) { unit, cells in
      cells[0] = 1
      for output in 0..<m {
        let to = cells + 1 + output * (2 + 2 * d)
        let base = outputs.elements[unit * rows * m + output]
        (to[0], to[1]) = (
          base - centers[output], (base - centers[output]) * (base - centers[output])
        )
        for i in 0..<d {
          let place = places[unit - start, i]
          let row = unit * rows + 1 + i
          // What was added to the input, after rounding.
          let step = inputs.elements[row * d + i] - inputs.elements[unit * rows * d + i]
          let slope = step == 0 ? 0 : (outputs.elements[row * m + output] - base) / step
          let scaled =
            slope * Self.width(widths[i], at: inputs.elements[unit * rows * d + i], place)
          (to[2 + 2 * i], to[3 + 2 * i]) = (slope * slope, scaled * scaled)
        }
      }
    }
  }

  /// By how much an input moves with a number for which Poincaré's inequality holds with the constant 1:
  /// its width over π if it is uniform, else `φ(z) / f(x)`, z the normal number that stands where x does.
  private static func width(
    _ distribution: any Distribution, at x: Double, _ place: Double
  ) -> Double {
    if let uniform = distribution as? UniformDistribution {
      return (uniform.support.upperBound - uniform.support.lowerBound) / .pi
    }
    let z = standardNormalQuantile(place)
    return exp(-z * z / 2 - log(2 * .pi) / 2 - distribution.logDensity(at: x))
  }

  func measures() -> [Measure] {
    let (totals, d) = (sums.totals, design.problem.inputs.count)
    let (resampling, units) = (sums.resampling, sums.units)
    return outputs.indices.flatMap { output -> [Measure] in
      func mean(_ r: Int, _ k: Int) -> Double {
        totals[r, 1 + output * (2 + 2 * d) + k] / totals[r, 0]
      }
      let variances = (0..<totals.rows).map { mean($0, 1) - mean($0, 0) * mean($0, 0) }
      let isFlat = !(variances[0] > 1e-28 * centers[output] * centers[output])
      return (0..<d).flatMap { i -> [Measure] in
        let isWhole = design.steps[i] == 0
        let figures = [
          ("dgsm", variances.indices.map { mean($0, 2 + 2 * i) }),
          ("dgsm-bound", variances.indices.map { mean($0, 3 + 2 * i) / variances[$0] }),
        ]
        return figures.map { kind, values in
          let estimate =
            isFlat || isWhole ? nil : resampling.estimate(values, units: units, .ratio)
          let note =
            isFlat
            ? "the output does not vary"
            : isWhole
              ? "not defined: the input takes whole numbers only"
              : resampling.doubt(about: estimate, units: units)
          return Measure(
            kind, of: design.problem.inputs[i].name, output: outputs[output], estimate, note: note)
        }
      }
    }
  }
}
