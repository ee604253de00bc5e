import Foundation
import LinearAlgebra
import TestSupport
import Testing

@Suite struct SymmetricEigenTests {
  /// The second difference matrix has the eigenvalues 2 − 2 cos(k π / (n + 1)).
  @Test(arguments: [1, 2, 3, 10, 50]) func secondDifferences(n: Int) throws {
    var a = Matrix(rows: n, columns: n, repeating: 0)
    for i in 0..<n {
      a[i, i] = 2
      if i > 0 { (a[i, i - 1], a[i - 1, i]) = (-1, -1) }
    }
    let eigen = try SymmetricEigen(a)
    let expected = (1...n).map { 4 * pow(sin(Double($0) * .pi / Double(2 * n + 2)), 2) }
    expectClose(eigen.values, expected, relative: 1e-12)
    for k in 0..<n {
      let vector = eigen.vectors.column(k)
      expectClose(a * vector, vector.map { $0 * eigen.values[k] }, relative: 0, absolute: 1e-13)
    }
    expectClose(eigen.vectors.gram, .identity(n), relative: 1e-13, absolute: 1e-13)
  }

  @Test(arguments: 1...5) func rootsAndInverses(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let a = Matrix.random(3 * seed + 2, 2 * seed, &random).gram
    let eigen = try SymmetricEigen(a)
    let root = eigen.matrix { $0.squareRoot() }
    #expect(root == root.transposed)
    expectClose(root * root, a, relative: 1e-12, absolute: 1e-13, "seed \(seed)")
    expectClose(eigen.matrix { $0 }, a, relative: 1e-12, absolute: 1e-13, "seed \(seed)")
    let inverse = try CholeskyFactor(a).inverse
    expectClose(eigen.matrix { 1 / $0 }, inverse, relative: 1e-9, absolute: 1e-11, "seed \(seed)")
  }

  @Test func onlyTheLowerTriangleIsRead() throws {
    let eigen = try SymmetricEigen(Matrix([[2, 99], [1, 2]]))
    expectClose(eigen.values, [1, 3], relative: 1e-15)
    #expect(try SymmetricEigen(.identity(0)).values.isEmpty)
  }

  @Test func refusesWhatIsNotANumber() {
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
      try SymmetricEigen(Matrix([[.nan]]))
    }
  }
}
