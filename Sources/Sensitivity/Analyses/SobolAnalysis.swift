import LinearAlgebra

/// First-order, total and second-order indices from sums of products over pick-freeze blocks, all
/// outputs and resamples in one matrix product.
struct SobolAnalysis: Analysis {
  private let design: PickFreeze
  private let outputs: [String]
  private let settings: Settings
  private var sums: ResampledSums
  /// An output's values are taken about this: near the mean, so that squares keep their digits.
  private var centers: [Double] = []

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    design = try PickFreeze(problem, isBothWays: settings.secondOrder, settings)
    self.outputs = outputs
    self.settings = settings
    let features = SobolFeatures(groups: problem.groups.count, isBothWays: settings.secondOrder)
    sums = ResampledSums(Resampling(settings), columns: 1 + outputs.count * features.count)
  }

  var unitRows: Int { design.unitRows }

  var sampling: Sampling { sums.resampling.sampling }

  func rows(_ units: Range<Int>) -> Matrix { design.rows(units) }

  private var features: SobolFeatures {
    SobolFeatures(groups: design.problem.groups.count, isBothWays: design.isBothWays)
  }

  mutating func add(_ kept: [Int], first: Int, inputs: Matrix, outputs: Matrix) {
    guard let start = kept.first else { return }
    let (m, rows, features) = (self.outputs.count, unitRows, features)
    if centers.isEmpty {
      centers = (0..<m).map { (outputs[start * rows, $0] + outputs[start * rows + 1, $0]) / 2 }
      if kept.count >= 16 {
        centers = (0..<m).map { output in
          kept.reduce(0) { $0 + outputs[$1 * rows, output] } / Double(kept.count)
        }
      }
    }
    var y = [Double](repeating: 0, count: rows)
    let centers = centers
    outputs.elements.withUnsafeBufferPointer { all in
      y.withUnsafeMutableBufferPointer { y in
        sums.add(kept, first: first) { unit, cells in
          cells[0] = 1
          for output in 0..<m {
            for row in 0..<rows { y[row] = all[(unit * rows + row) * m + output] - centers[output] }
            features.fill(cells + 1 + output * features.count, from: UnsafePointer(y.baseAddress!))
          }
        }
      }
    }
  }

  func measures() -> [Measure] {
    let (totals, features, groups) = (sums.totals, features, design.problem.groups)
    return outputs.indices.flatMap { output -> [Measure] in
      // One row for the sample and for each resample, one column a figure.
      let figures = (0..<totals.rows).map { r -> [Double] in
        let weight = totals[r, 0]
        let from = r * totals.columns + 1 + output * features.count
        let means = totals.elements[from..<from + features.count].map { $0 / weight }
        return features.figures(means, settings.estimator)
      }
      var names = groups.map { ("first-order", $0.name, String?.none) }
      names += groups.map { ("total-order", $0.name, nil) }
      if settings.dummy { names.append(("first-order", Measure.dummyName, nil)) }
      if settings.secondOrder {
        for i in groups.indices {
          for j in groups.indices where j > i {
            names.append(("second-order", groups[i].name, groups[j].name))
          }
        }
      }
      // Where the outputs do not vary, rounding must not pass for variance.
      let variance = features.variance(figures[0])
      let isFlat = !(variance > 1e-28 * centers[output] * centers[output]) || variance <= 0
      var place = SobolFeatures.leading
      return names.map { kind, name, other in
        if kind == "first-order", name == Measure.dummyName { place = features.dummyPlace }
        defer { place += 1 }
        let estimate =
          isFlat
          ? nil
          : sums.resampling.estimate(
            figures.map { $0[place] }, units: sums.units,
            kind == "total-order" ? .ratio : .plain)
        let note =
          isFlat
          ? "the output does not vary" : sums.resampling.doubt(about: estimate, units: sums.units)
        return Measure(
          kind, of: name, with: other, output: outputs[output], estimate, note: note)
      }
    }
  }
}
