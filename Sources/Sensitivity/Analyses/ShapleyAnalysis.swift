import LinearAlgebra

/// Shapley effects from sums over blocks, all outputs and resamples in one matrix product.
///
/// `(y_0 − y_j)² / 2` has the mean `E[V(y | all but the first j groups)]`: what the j-th group adds to it is
/// its share in this order.
struct ShapleyAnalysis: Analysis {
  private let design: ConditionalRedraws
  private let outputs: [String]
  private var sums: ResampledSums
  /// The largest output so far without sign: what is lost among its digits is no variance.
  private var sizes: [Double]

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    design = try ConditionalRedraws(problem, settings)
    self.outputs = outputs
    sums = ResampledSums(
      Resampling(settings), columns: 1 + outputs.count * (1 + problem.groups.count))
    sizes = Array(repeating: 0, count: outputs.count)
  }

  var unitRows: Int { design.unitRows }
  var sampling: Sampling { sums.resampling.sampling }

  func rows(_ units: Range<Int>) -> Matrix { design.rows(units) }

  mutating func add(_ kept: [Int], first: Int, inputs: Matrix, outputs: Matrix) {
    let (m, rows, g) = (self.outputs.count, unitRows, design.problem.groups.count)
    for unit in kept {
      for output in 0..<m { sizes[output] = max(sizes[output], abs(outputs[unit * rows, output])) }
    }
    let design = design
    sums.add(kept, first: first) { unit, cells in
      cells[0] = 1
      let order = design.order(first + unit)
      for output in 0..<m {
        let to = cells + 1 + output * (1 + g)
        let base = outputs.elements[unit * rows * m + output]
        var before = 0.0
        for (j, group) in order.enumerated() {
          let difference = base - outputs.elements[(unit * rows + 1 + j) * m + output]
          let explained = difference * difference / 2
          to[1 + group] = explained - before
          before = explained
        }
        to[0] = before
      }
    }
  }

  func measures() -> [Measure] {
    let (totals, groups, units) = (sums.totals, design.problem.groups, sums.units)
    return outputs.indices.flatMap { output -> [Measure] in
      let own = 1 + output * (1 + groups.count)
      let isFlat = !(totals[0, own] / totals[0, 0] > 1e-28 * sizes[output] * sizes[output])
      return groups.indices.map { g in
        let figures = (0..<totals.rows).map { totals[$0, own + 1 + g] / totals[$0, own] }
        let estimate = isFlat ? nil : sums.resampling.estimate(figures, units: units)
        let note =
          isFlat
          ? "the output does not vary" : sums.resampling.doubt(about: estimate, units: units)
        return Measure(
          "shapley", of: groups[g].name, output: outputs[output], estimate, note: note)
      }
    }
  }
}
