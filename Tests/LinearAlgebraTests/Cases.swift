import TestSupport
import LinearAlgebra

extension Matrix {
  /// Elements drawn evenly from −1 to 1.
  static func random(_ rows: Int, _ columns: Int, _ random: inout SeededGenerator) -> Matrix {
    Matrix(
      rows: rows, columns: columns,
      elements: (0..<rows * columns).map { _ in .random(in: -1...1, using: &random) })
  }

  /// A generator with about a third of its moves possible, rates up to `fastest`, and exits.
  static func randomGenerator(
    _ n: Int, fastest: Double, _ random: inout SeededGenerator
  ) -> Matrix {
    var q = Matrix(rows: n, columns: n, repeating: 0)
    for i in 0..<n {
      var outflow = Double.random(in: 0...fastest, using: &random)
      for j in 0..<n where j != i && Int.random(in: 0..<3, using: &random) == 0 {
        q[i, j] = .random(in: 0...fastest, using: &random)
        outflow += q[i, j]
      }
      q[i, i] = -outflow
    }
    return q
  }
}
