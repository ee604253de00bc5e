import LinearAlgebra
import Statistics

/// Regression on the inputs from sums of products: memory that does not grow with the runs, all
/// outputs and resamples in one matrix product.
struct RegressionAnalysis: Analysis {
  private let sample: Sample
  private let outputs: [String]
  private let figure: RegressionFigure
  /// Mean and standard deviation of each input: products keep their digits.
  private let scales: [(mean: Double, sd: Double)]
  private var centers: [Double] = []
  private var sums: ResampledSums

  init(
    _ problem: Problem, outputs: [String], _ settings: Settings, _ figure: RegressionFigure
  ) throws {
    sample = try Sample(problem, settings)
    self.outputs = outputs
    self.figure = figure
    scales = problem.inputs.map { input in
      let (mean, sd) = (input.distribution.mean, input.distribution.standardDeviation)
      return mean.isFinite && sd.isFinite && sd > 0 ? (mean, sd) : (input.base, 1)
    }
    let n = sample.names.count
    sums = ResampledSums(
      Resampling(settings), columns: 1 + n + n * (n + 1) / 2 + outputs.count * (n + 2))
  }

  var unitRows: Int { 1 }

  var sampling: Sampling { sums.resampling.sampling }

  func rows(_ units: Range<Int>) -> Matrix { sample.rows(units) }

  mutating func add(_ kept: [Int], first: Int, inputs: Matrix, outputs: Matrix) {
    guard let start = kept.first else { return }
    let (n, m) = (sample.names.count, self.outputs.count)
    if centers.isEmpty {
      centers = (0..<m).map { output in
        mean(of: kept.map { outputs[$0, output] })
      }
    }
    let dummies = sample.dummies(first + start..<first + kept[kept.count - 1] + 1)
    var x = [Double](repeating: 0, count: n)
    let (scales, centers, d) = (scales, centers, scales.count)
    sums.add(kept, first: first) { unit, cells in
      for i in 0..<d {
        x[i] = (inputs.elements[unit * d + i] - scales[i].mean) / scales[i].sd
      }
      if n > d { x[n - 1] = (dummies[unit - start] - 0.5) * 12.0.squareRoot() }
      cells[0] = 1
      x.withUnsafeBufferPointer { x in
        for i in 0..<n { cells[1 + i] = x[i] }
        var place = 1 + n
        for i in 0..<n {
          for j in i..<n { cells[place + j - i] = x[i] * x[j] }
          place += n - i
        }
        for output in 0..<m {
          let excess = outputs.elements[unit * m + output] - centers[output]
          (cells[place], cells[place + 1]) = (excess, excess * excess)
          for i in 0..<n { cells[place + 2 + i] = x[i] * excess }
          place += n + 2
        }
      }
    }
  }

  func measures() -> [Measure] {
    let (totals, left) = (sums.totals, sample.problem.lastShares)
    return outputs.indices.flatMap { output in
      figure.measures(
        (0..<totals.rows).map {
          RegressionCoefficients(moments(totals, $0, output), leaving: left)
        },
        names: sample.names, leaving: left, ofRanks: false, output: outputs[output],
        sums.resampling,
        units: sums.units)
    }
  }

  /// Sums of products of centred values from the sums of one resample.
  private func moments(_ totals: Matrix, _ r: Int, _ output: Int) -> Matrix {
    let n = sample.names.count
    let weight = totals[r, 0]
    let own = 1 + n + n * (n + 1) / 2 + output * (n + 2)
    let meanOutput = totals[r, own] / weight
    var moments = Matrix(rows: n + 1, columns: n + 1, repeating: 0)
    var place = 1 + n
    for i in 0..<n {
      let mean = totals[r, 1 + i] / weight
      for j in i..<n {
        moments[i, j] = totals[r, place + j - i] - mean * totals[r, 1 + j]
        moments[j, i] = moments[i, j]
      }
      place += n - i
      moments[i, n] = totals[r, own + 2 + i] - mean * totals[r, own]
      moments[n, i] = moments[i, n]
    }
    // What rounding leaves of an output that does not vary is none.
    let square = totals[r, own + 1] - meanOutput * totals[r, own]
    moments[n, n] = square > 1e-28 * weight * centers[output] * centers[output] ? square : 0
    return moments
  }
}
