import Foundation
import LinearAlgebra

/// Half the area between the joint density of two places and that of independent ones, `½ ∫∫ |c − 1|`,
/// which is Borgonovo's δ: places are those of an input and of the output in their distributions.
///
/// For any function s between −1 and 1, `½ (E s(u, v) − E s(u', v'))`, u' and v' independent, is at most δ,
/// and it is δ for the sign of c − 1. The sign is taken from a smoothed table of the runs. Where it is
/// judged by the runs it comes from, the figure is too large; judged by others (fold by fold), too
/// small, and both by nearly the same where c crosses 1. δ is the second plus half the difference, times
/// their ratio: that half belongs to crossings alone, not to an input that does nothing. How far to smooth
/// is decided for each fold by what does best on the others.
struct DensityContrast: Sendable {
  /// δ.
  let value: Double
  /// What each run has to do with it; the mean is the figure judged by other runs.
  let influence: [Double]
  /// Half the difference of both figures: by how much the value may be wrong.
  let doubt: Double

  /// Cells of the table to either side.
  private static let g = 64
  private static let folds = 5
  /// Widths of the normal kernel along the input's places, and as wide or half as wide along the
  /// output's.
  private static let widths = [0.015, 0.03, 0.06, 0.12, 0.24]

  /// How tables are smoothed: made once for all inputs.
  struct Smoothers: Sendable {
    let inputs: [Matrix]
    let outputs: [Matrix]

    init() {
      inputs = widths.map { Self.smoother($0) }
      outputs = widths.map { Self.smoother($0 * 2 / 3) }
    }

    /// Weights of a normal kernel between cells, mirrored at the ends: cells × cells, rows sum to 1.
    private static func smoother(_ width: Double) -> Matrix {
      let n = g
      func kernel(_ distance: Int) -> Double {
        let x = Double(distance) / Double(n) / width
        return exp(-x * x / 2)
      }
      return Matrix(
        (0..<n).map { i in
          let row = (0..<n).map { j in
            [-2 * n, 0, 2 * n].reduce(0) {
              $0 + kernel(i - j + $1) + kernel(i + j + 1 + $1)
            }
          }
          let total = row.reduce(0, +)
          return row.map { $0 / total }
        })
    }
  }

  /// - Parameters:
  ///   - input: Places of the input, run by run, between 0 and 1.
  ///   - output: Those of the output: ranks over runs.
  init(input: [Double], output: [Double], _ smoothers: Smoothers) {
    let (n, g, k) = (input.count, Self.g, Self.folds)
    func cell(_ place: Double) -> Int { min(Int(place * Double(g)), g - 1) }
    let own = input.indices.map { cell(input[$0]) * g + cell(output[$0]) }
    var tables = [[Double]](repeating: Array(repeating: 0, count: g * g), count: k)
    for (run, cell) in own.enumerated() { tables[run % k][cell] += 1 }
    var whole = [Double](repeating: 0, count: g * g)
    for table in tables { for c in whole.indices { whole[c] += table[c] } }
    func score(_ table: [Double], _ worth: [Double]) -> Double {
      var total = 0.0
      for c in table.indices { total += table[c] * worth[c] }
      return total / Double(n)
    }
    let training =
      tables.map { table in
        Matrix(rows: g, columns: g, elements: zip(whole, table).map { $0 - $1 })
      } + [Matrix(rows: g, columns: g, elements: whole)]
    var worths: [[[Double]]] = []
    var (judged, within): ([[Double]], [Double]) = ([], [])
    for rows in smoothers.inputs {
      let half = training.map { rows * $0 }
      for columns in smoothers.outputs {
        let all = half.map { Self.worth(MatrixView($0) * MatrixView(columns).transposed) }
        judged.append((0..<k).map { score(tables[$0], all[$0]) })
        within.append(score(whole, all[k]))
        worths.append(all)
      }
    }
    let totals = judged.map { $0.reduce(0, +) }
    let best = (0..<k).map { fold in
      totals.indices.max { totals[$0] - judged[$0][fold] < totals[$1] - judged[$1][fold] }!
    }
    let outside = (0..<k).reduce(0) { $0 + judged[best[$1]][$1] }
    let inside = max((0..<k).reduce(0) { $0 + within[best[$1]] } / Double(k), outside)
    doubt = (inside - outside) / 2
    value = outside + (inside > 0 ? max(outside, 0) / inside * doubt : 0)
    influence = own.enumerated().map { run, cell in worths[best[run % k]][run % k][cell] }
  }

  /// What each cell is worth when the sign comes from a smoothed table: ± ½ by its density, less the means
  /// of its row and column.
  private static func worth(_ smoothed: Matrix) -> [Double] {
    var cells = smoothed.elements
    cells.withUnsafeMutableBufferPointer { cells in
      // Places are evenly spread, whatever the sample's are.
      balance(cells.baseAddress!) { total, value in total > 0 ? value * Double(g) / total : value }
      for c in cells.indices { cells[c] = cells[c] > 1 ? 0.5 : cells[c] < 1 ? -0.5 : 0 }
      balance(cells.baseAddress!) { total, value in value - total / Double(g) }
    }
    return cells
  }

  /// Changes all cells by the sum of their column, then by that of their row.
  @inline(__always)
  private static func balance(
    _ cells: UnsafeMutablePointer<Double>, _ change: (_ total: Double, _ value: Double) -> Double
  ) {
    var totals = [Double](repeating: 0, count: g)
    for i in 0..<g { for j in 0..<g { totals[j] += cells[i * g + j] } }
    for i in 0..<g { for j in 0..<g { cells[i * g + j] = change(totals[j], cells[i * g + j]) } }
    for i in 0..<g {
      var total = 0.0
      for j in 0..<g { total += cells[i * g + j] }
      for j in 0..<g { cells[i * g + j] = change(total, cells[i * g + j]) }
    }
  }
}
