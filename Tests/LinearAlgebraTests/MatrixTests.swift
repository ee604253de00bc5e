import TestSupport
import LinearAlgebra
import Testing

@Suite struct MatrixTests {
  let a = Matrix([[1, 2, 3], [4, 5, 6]])
  let b = Matrix([[1, 0], [2, 1], [0, 3]])

  @Test func elementsAreStoredRowAfterRow() {
    #expect(a.elements == [1, 2, 3, 4, 5, 6])
    #expect(a[1, 0] == 4)
    #expect(a.row(1) == [4, 5, 6])
    #expect(a.column(2) == [3, 6])
    #expect(a.transposed == Matrix([[1, 4], [2, 5], [3, 6]]))
    #expect(a == Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6]))
    #expect(!a.isSquare && Matrix.identity(3).isSquare)
  }

  @Test func copiesAreIndependent() {
    var copy = a
    copy[0, 0] = 9
    #expect(a[0, 0] == 1 && copy[0, 0] == 9)
  }

  @Test func arithmeticByHand() {
    #expect(a + a == 2 * a)
    #expect(a - a == Matrix(rows: 2, columns: 3, repeating: 0))
    #expect(a * b == Matrix([[5, 11], [14, 23]]))
    #expect(a.fixedOrderProduct(b) == Matrix([[5, 11], [14, 23]]))
    #expect(a * [1, 0, -1] == [-2, -2])
    #expect(rowVector([1, -1], times: a) == [-3, -3, -3])
    #expect(Matrix([[1, -2], [-3, 0.5]]).maximumRowSum == 3.5)
    #expect(a * Matrix.identity(3) == a)
  }

  @Test(arguments: [0, 1, 2]) func smallSizes(n: Int) {
    let one = Matrix.identity(n)
    #expect(one * one == one)
    #expect(one.fixedOrderProduct(one) == one)
    #expect(one.transposed == one)
    #expect(rowVector(Array(repeating: 1, count: n), times: one).count == n)
    #expect(
      (Matrix(rows: n, columns: 0, repeating: 0) * Matrix(rows: 0, columns: 2, repeating: 0))
        == Matrix(rows: n, columns: 2, repeating: 0))
  }

  /// The naive twin: whole numbers make every order of summation exact.
  @Test(arguments: [1, 3, 4, 5, 17, 36]) func productsAgreeWithThreeLoops(n: Int) {
    var random = SeededGenerator(seed: n)
    func whole(_ rows: Int, _ columns: Int) -> Matrix {
      Matrix(
        rows: rows, columns: columns,
        elements: (0..<rows * columns).map { _ in Double(Int.random(in: -2...2, using: &random)) })
    }
    let (x, y) = (whole(n + 2, n), whole(n, n + 1))
    var expected = Matrix(rows: n + 2, columns: n + 1, repeating: 0)
    for i in 0..<n + 2 {
      for j in 0..<n + 1 {
        for k in 0..<n { expected[i, j] += x[i, k] * y[k, j] }
      }
    }
    #expect(x * y == expected)
    #expect(x.fixedOrderProduct(y) == expected)
    #expect(rowVector(x.row(1), times: y) == expected.row(1))
  }

  /// The order promised in the documentation, with rounding: k ascending, each product rounded.
  @Test func fixedOrderIsTheOrderPromised() {
    var random = SeededGenerator(seed: 7)
    let (x, y) = (Matrix.random(6, 23, &random), Matrix.random(23, 5, &random))
    let product = x.fixedOrderProduct(y)
    for i in 0..<6 {
      for j in 0..<5 {
        var sum = 0.0
        for k in 0..<23 { sum += x[i, k] * y[k, j] }
        #expect(product[i, j] == sum)
      }
    }
  }
}
