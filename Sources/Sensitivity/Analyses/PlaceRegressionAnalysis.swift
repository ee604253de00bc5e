import LinearAlgebra

/// First-order indices by regression of the outputs on functions of each input's place, from sums of
/// products: memory that does not grow with the runs, all outputs and resamples in one matrix product.
struct PlaceRegressionAnalysis: Analysis {
  private let sample: Sample
  private let outputs: [String]
  private let bases: [PlaceBasis]
  private var centers: [Double] = []
  private var sums: ResampledSums

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    sample = try Sample(problem, settings)
    self.outputs = outputs
    bases = Array(problem.bases(harmonics: settings.harmonics).prefix(sample.names.count))
    let m = outputs.count
    sums = ResampledSums(
      Resampling(settings), columns: bases.reduce(1 + 2 * m) { $0 + Self.width($1, m) })
  }

  /// Sums of an input: its functions, their products, and those with each output.
  private static func width(_ basis: PlaceBasis, _ outputs: Int) -> Int {
    basis.count + basis.count * (basis.count + 1) / 2 + basis.count * outputs
  }

  var unitRows: Int { 1 }
  var sampling: Sampling { sums.resampling.sampling }

  func rows(_ units: Range<Int>) -> Matrix { sample.rows(units) }

  mutating func add(_ kept: [Int], first: Int, inputs: Matrix, outputs: Matrix) {
    guard let start = kept.first, let end = kept.last else { return }
    let (m, d, bases) = (self.outputs.count, sample.names.count, bases)
    if centers.isEmpty {
      centers = (0..<m).map { output in
        kept.reduce(0) { $0 + outputs[$1, output] } / Double(kept.count)
      }
    }
    let points = sample.points(first + start..<first + end + 1)
    let centers = centers
    points.elements.withUnsafeBufferPointer { points in
      outputs.elements.withUnsafeBufferPointer { y in
        sums.add(kept, first: first) { unit, cells in
          cells[0] = 1
          for output in 0..<m {
            let excess = y[unit * m + output] - centers[output]
            (cells[1 + 2 * output], cells[2 + 2 * output]) = (excess, excess * excess)
          }
          var own = cells + 1 + 2 * m
          for i in 0..<d {
            let count = bases[i].count
            bases[i].fill(own, at: points[(unit - start) * d + i])
            var to = own + count
            for p in 0..<count {
              for q in p..<count { to[q - p] = own[p] * own[q] }
              to += count - p
            }
            for output in 0..<m {
              let excess = cells[1 + 2 * output]
              for p in 0..<count { to[p] = own[p] * excess }
              to += count
            }
            own = to
          }
        }
      }
    }
  }

  func measures() throws -> [Measure] {
    let (totals, resampling, names) = (sums.totals, sums.resampling, sample.names)
    let (m, units) = (outputs.count, sums.units)
    var places = [1 + 2 * m]
    for basis in bases { places.append(places[places.count - 1] + Self.width(basis, m)) }
    let starts = places
    return try outputs.indices.flatMap { output -> [Measure] in
      let variances = (0..<totals.rows).map { r -> Double in
        let mean = totals[r, 1 + 2 * output] / totals[r, 0]
        return totals[r, 2 + 2 * output] / totals[r, 0] - mean * mean
      }
      let isFlat = !(variances[0] > 1e-28 * centers[output] * centers[output])
      return try concurrently(names.indices) { i in
        let coefficients =
          isFlat || units <= 2 * bases[i].count
          ? [] : (0..<totals.rows).compactMap { regression(totals, $0, starts[i], i, output) }
        let estimate =
          coefficients.count == totals.rows
          ? resampling.estimate(
            zip(resampling.squareSums(coefficients), variances).map { $0 / $1 }, units: units)
          : nil
        let note =
          isFlat
          ? "the output does not vary"
          : estimate == nil
            ? "not defined: \(units) runs for \(bases[i].count) functions of the input"
            : resampling.doubt(about: estimate, units: units)
        return Measure("first-order", of: names[i], output: outputs[output], estimate, note: note)
      }
    }
  }

  /// Coefficients of an input's functions in the sample or a resample; none where they depend on each
  /// other there.
  private func regression(
    _ totals: Matrix, _ r: Int, _ start: Int, _ input: Int, _ output: Int
  ) -> [Double]? {
    let (weight, count) = (totals[r, 0], bases[input].count)
    let means = (0..<count).map { totals[r, start + $0] / weight }
    let center = totals[r, 1 + 2 * output] / weight
    var moments = Matrix(rows: count, columns: count, repeating: 0)
    var place = start + count
    for p in 0..<count {
      for q in p..<count {
        moments[p, q] = totals[r, place + q - p] / weight - means[p] * means[q]
        moments[q, p] = moments[p, q]
      }
      place += count - p
    }
    place += output * count
    let right = (0..<count).map { totals[r, place + $0] / weight - center * means[$0] }
    do {
      return try CholeskyFactor(moments).solve(right)
    } catch {
      return nil
    }
  }
}
