import LinearAlgebra
import TestSupport
import Testing

@Suite struct PivotedQRTests {
  /// Shapes: more rows, more columns, square, one, none.
  @Test(arguments: [(9, 4), (4, 9), (6, 6), (1, 1), (3, 0), (0, 3)])
  func laws(rows: Int, columns: Int) throws {
    var random = SeededGenerator(seed: 10 * rows + columns)
    let a = Matrix.random(rows, columns, &random)
    let qr = try PivotedQR(a)
    let k = min(rows, columns)
    #expect(qr.rank == k && qr.order.sorted() == Array(0..<columns))
    var reordered = a
    for (place, j) in qr.order.enumerated() {
      for i in 0..<rows { reordered[i, place] = a[i, j] }
    }
    expectClose(qr.q * qr.r, reordered, relative: 1e-13, absolute: 1e-14)
    expectClose(qr.q.gram, .identity(k), relative: 1e-14, absolute: 1e-15)
    for i in 1..<max(k, 1) {
      #expect(abs(qr.r[i, i]) <= abs(qr.r[i - 1, i - 1]))
      #expect((0..<i).allSatisfy { qr.r[i, $0] == 0 })
    }
    let b = Matrix.random(1, rows, &random).elements
    let projected = qr.transposedProduct(b)
    expectClose(
      Array(projected.prefix(k)), rowVector(b, times: qr.q), relative: 1e-13, absolute: 1e-14)
    expectClose(
      projected.reduce(0) { $0 + $1 * $1 }, b.reduce(0) { $0 + $1 * $1 }, relative: 1e-13)
  }

  /// Products of 8 × r and r × 6 have rank r.
  @Test(arguments: 0...6) func rank(expected: Int) throws {
    var random = SeededGenerator(seed: expected)
    let a = Matrix.random(8, expected, &random) * Matrix.random(expected, 6, &random)
    #expect(try PivotedQR(a).rank == expected)
    #expect(try SingularValues(a).rank == expected)
  }

  @Test func refusesWhatIsNotANumber() {
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1)) {
      try PivotedQR(Matrix([[1, .nan]]))
    }
  }
}
