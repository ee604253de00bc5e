import LinearAlgebra

extension SensitivityMethod {
  /// Elementary effects: what one step of one input changes, averaged over places.
  ///
  /// ```
  /// d = (y after − y before) / Δ        μ = mean of d      μ* = mean of |d|      σ = spread of d
  /// ```
  ///
  /// Inputs move on `levels` levels of their distribution, in equal steps of probability from 0 to 1 if it
  /// is uniform, else from 1 % to 99 %; Δ is half of them and half a step. A trajectory of 1 + G runs
  /// gives one effect of each group, whose members move together; μ and σ are of single inputs only. With
  /// `candidates` the trajectories that lie furthest apart are picked from so many. Trajectories are
  /// independent of each other, so intervals are bootstrapped. Reads `levels`, `candidates`. Law: a
  /// linear function of uniform inputs has μ* = |slope · range| and σ = 0.
  /// - SeeAlso: [Morris1991]; [Campolongo2007] for μ* and the choice of trajectories.
  public static let morris = SensitivityMethod(
    "morris", "Screening by elementary effects, with few runs for many inputs.",
    kinds: [
      ("mu-star", "Mean size of the elementary effects."),
      ("mu", "Mean elementary effect."),
      ("sigma", "Standard deviation of the elementary effects: interactions or curvature."),
    ],
    takesCorrelated: false,
    start: { MorrisAnalysis($0, outputs: $1, $2) })
}

private struct MorrisAnalysis: Analysis {
  private let design: Trajectories
  private let outputs: [String]
  private var sums: ResampledSums

  init(_ problem: Problem, outputs: [String], _ settings: Settings) {
    design = Trajectories(problem, settings)
    self.outputs = outputs
    sums = ResampledSums(
      Resampling(settings.independent), columns: 1 + 3 * problem.groups.count * outputs.count)
  }

  var unitRows: Int { design.unitRows }
  var mostUnits: Int? { design.count }
  var leastUnits: Int { 2 }

  var sampling: Sampling { sums.resampling.sampling }

  func rows(_ units: Range<Int>) -> Matrix { design.rows(units) }

  mutating func add(_ kept: [Int], first: Int, inputs: Matrix, outputs: Matrix) {
    let (design, m, rows, size) = (design, self.outputs.count, unitRows, design.step)
    let g = design.problem.groups.count
    outputs.elements.withUnsafeBufferPointer { y in
      sums.add(kept, first: first) { unit, cells in
        cells[0] = 1
        for (k, step) in design.steps(first + unit).enumerated() {
          let row = (unit * rows + k) * m
          for output in 0..<m {
            let effect = (y[row + m + output] - y[row + output]) / (step.sign * size)
            let to = 1 + 3 * (output * g + step.group)
            (cells[to], cells[to + 1], cells[to + 2]) = (abs(effect), effect, effect * effect)
          }
        }
      }
    }
  }

  func measures() -> [Measure] {
    let (totals, groups, units) = (sums.totals, design.problem.groups, sums.units)
    return outputs.indices.flatMap { output in
      groups.indices.flatMap { g -> [Measure] in
        let place = 1 + 3 * (output * groups.count + g)
        /// Size, mean and spread of the effects in the sample and in every resample.
        let figures = (0..<totals.rows).map { r -> (Double, Double, Double) in
          let n = totals[r, 0]
          let mean = totals[r, place + 1] / n
          let variance = (totals[r, place + 2] / n - mean * mean) * n / (n - 1)
          let isRounding = variance <= 1e-13 * totals[r, place + 2] / n
          return (totals[r, place] / n, mean, isRounding ? 0 : variance.squareRoot())
        }
        var kinds = [("mu-star", figures.map(\.0))]
        if groups[g].members.count == 1 {
          kinds += [("mu", figures.map(\.1)), ("sigma", figures.map(\.2))]
        }
        return kinds.map { kind, values in
          let estimate = sums.resampling.estimate(values, units: units)
          let note =
            design.isPicked
            ? "picked trajectories are not independent: the interval is approximate"
            : units < 10 ? "unreliable: \(units) trajectories, fewer than 10" : nil
          return Measure(
            kind, of: groups[g].name, output: outputs[output], estimate, note: note)
        }
      }
    }
  }
}
