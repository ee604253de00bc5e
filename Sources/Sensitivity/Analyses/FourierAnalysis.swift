import Foundation
import LinearAlgebra

/// First-order and total indices from spectra along curves, all outputs and resamples in one matrix
/// product.
///
/// Of a curve with coefficients `c_n = Σ_s y_s exp(−2πi n s / N) / N`: the mean, the mean square, the slow
/// part `Σ |c_n|²` over |n| ≤ ω/2, and the means of y times each of the ``PlaceBasis`` functions of the
/// fast input, which are its harmonics in phase. What other inputs add to those turns with their
/// phases and is 0 on average over blocks, so that `S = Σ_p (E a_p)² / V` without what chance adds to
/// squares. `1 − slow / V` is T but for what the kinks of the curves leave of other inputs among fast
/// frequencies; the dummy's curve shows how much that is.
struct FourierAnalysis: Analysis {
  private let design: FourierCurves
  private let outputs: [String]
  private var sums: ResampledSums
  private var centers: [Double] = []
  private let bases: [PlaceBasis]
  /// Cosines and sines of the slow frequencies from 0: N numbers each.
  private let cosines: [Double]
  private let sines: [Double]
  /// What harmonics that coincide on a curve may add to an index of 0.
  private static let aliasing = 1e-6
  /// Figures of a curve: mean, mean square, slow part, harmonics.
  private let width: Int

  init(_ problem: Problem, outputs: [String], _ settings: Settings) {
    let design = FourierCurves(problem, settings)
    self.design = design
    self.outputs = outputs
    let n = design.points
    let frequencies = Array(0...design.fast / 2)
    bases = problem.bases(harmonics: FourierCurves.harmonics)
    width = 3 + bases.reduce(0) { max($0, $1.count) }
    let table = { (function: (Double) -> Double) -> [Double] in
      let turn = (0..<n).map { function(2 * .pi * Double($0) / Double(n)) }
      return frequencies.flatMap { k in (0..<n).map { turn[k * $0 % n] } }
    }
    (cosines, sines) = (table(cos), table(sin))
    sums = ResampledSums(
      Resampling(settings), columns: 1 + outputs.count * design.curves * width)
  }

  var unitRows: Int { design.unitRows }
  var sampling: Sampling { sums.resampling.sampling }

  func rows(_ units: Range<Int>) -> Matrix { design.rows(units) }

  mutating func add(_ kept: [Int], first: Int, inputs: Matrix, outputs: Matrix) {
    guard let start = kept.first else { return }
    let (m, rows) = (self.outputs.count, unitRows)
    if centers.isEmpty {
      centers = (0..<m).map { output in
        (0..<rows).reduce(0) { $0 + outputs[start * rows + $1, output] } / Double(rows)
      }
    }
    let (design, centers, n) = (design, centers, design.points)
    var y = [Double](repeating: 0, count: n)
    let own = self
    sums.add(kept, first: first) { unit, cells in
      cells[0] = 1
      var to = cells + 1
      for curve in 0..<design.curves {
        let harmonics = own.harmonics(first + unit, curve)
        for output in 0..<m {
          for s in 0..<n {
            y[s] = outputs.elements[(unit * rows + curve * n + s) * m + output] - centers[output]
          }
          own.fill(to, y, harmonics)
          to += own.width
        }
      }
    }
  }

  /// The functions of the fast input along a curve: N numbers each.
  private func harmonics(_ unit: Int, _ curve: Int) -> [Double] {
    let basis = bases[curve]
    var values = [Double](repeating: 0, count: basis.count)
    var result = [Double](repeating: 0, count: basis.count * design.points)
    for (s, u) in design.places(unit, curve).enumerated() {
      values.withUnsafeMutableBufferPointer { basis.fill($0.baseAddress!, at: u) }
      for p in values.indices { result[p * design.points + s] = values[p] }
    }
    return result
  }

  /// Writes the figures of a curve.
  private func fill(
    _ to: UnsafeMutablePointer<Double>, _ y: [Double], _ harmonics: [Double]
  ) {
    let n = y.count
    func product(_ table: [Double], _ k: Int) -> Double {
      var total = 0.0
      table.withUnsafeBufferPointer { table in
        y.withUnsafeBufferPointer { y in
          let from = table.baseAddress! + k * n
          for s in 0..<n { total += y[s] * from[s] }
        }
      }
      return total / Double(n)
    }
    (to[0], to[1]) = (product(cosines, 0), y.reduce(0) { $0 + $1 * $1 } / Double(n))
    to[2] = to[0] * to[0]
    for k in 1..<cosines.count / n {
      let (a, b) = (product(cosines, k), product(sines, k))
      to[2] += 2 * (a * a + b * b)
    }
    for p in 0..<width - 3 { to[3 + p] = p < harmonics.count / n ? product(harmonics, p) : 0 }
  }

  func measures() -> [Measure] {
    let (totals, curves, m) = (sums.totals, design.curves, outputs.count)
    let (resampling, units) = (sums.resampling, sums.units)
    let inputs = design.problem.inputs
    return outputs.indices.flatMap { output -> [Measure] in
      func figure(_ r: Int, _ curve: Int, _ k: Int) -> Double {
        totals[r, 1 + (curve * m + output) * width + k] / totals[r, 0]
      }
      let variances = (0..<totals.rows).map { r -> Double in
        var (mean, square) = (0.0, 0.0)
        for curve in 0..<curves {
          mean += figure(r, curve, 0) / Double(curves)
          square += figure(r, curve, 1) / Double(curves)
        }
        return square - mean * mean
      }
      let isFlat = !(variances[0] > 1e-28 * centers[output] * centers[output])
      let firsts = (0..<curves).map { curve -> [Double] in
        let squares = resampling.squareSums(
          (0..<totals.rows).map { r in (3..<width).map { figure(r, curve, $0) } })
        return zip(squares, variances).map { $0 / $1 }
      }
      let plain = (0..<curves).map { curve in
        variances.indices.map { r in
          (figure(r, curve, 1) - figure(r, curve, 2)) / variances[r]
        }
      }
      let leak = design.hasDummy ? plain[curves - 1] : variances.map { _ in 0 }
      let names = inputs.map(\.name) + (design.hasDummy ? [Measure.dummyName] : [])
      func measure(_ kind: String, _ curve: Int, _ figures: [Double]) -> Measure {
        let estimate =
          isFlat ? nil : resampling.estimate(figures, units: units, bias: Self.aliasing)
        let note =
          isFlat
          ? "the output does not vary"
          : units < 8 ? "unreliable: \(units) base runs, fewer than 8" : nil
        return Measure(kind, of: names[curve], output: outputs[output], estimate, note: note)
      }
      return names.indices.map { measure("first-order", $0, firsts[$0]) }
        + inputs.indices.map { curve in
          measure("total-order", curve, zip(plain[curve], leak).map { $0 - $1 * (1 - $0) })
        }
    }
  }
}
