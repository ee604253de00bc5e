import LinearAlgebra
import TestSupport
import Testing

@Suite struct MatrixViewTests {
  private let a = Matrix([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])

  @Test func rectanglesAndTransposes() {
    let block = a[rows: 1..<3, columns: 1..<3]
    #expect(Matrix(block) == Matrix([[6, 7], [10, 11]]))
    #expect(Matrix(block.transposed) == Matrix([[6, 10], [7, 11]]))
    #expect(Matrix(block.transposed[rows: 1..<2, columns: 0..<2]) == Matrix([[7, 11]]))
    #expect(block[1, 0] == 10 && block.transposed[0, 1] == 10)
    #expect(Matrix(MatrixView(a).transposed) == a.transposed)
    #expect(Matrix(a[rows: 1..<1, columns: 0..<4]) == Matrix(rows: 0, columns: 4, repeating: 0))
  }

  @Test func aViewKeepsWhatItSaw() {
    var changing = a
    let row = changing[rows: 0..<1, columns: 0..<4]
    changing[0, 0] = 100
    #expect(row[0, 0] == 1)
  }

  /// All four pairs of plain and transposed, against copies; whole numbers make sums exact.
  @Test(arguments: [1, 2, 5, 20]) func productsOfViewsAreThoseOfCopies(n: Int) {
    var random = SeededGenerator(seed: n)
    func whole() -> Matrix {
      Matrix(
        rows: n + 3, columns: n + 4,
        elements: (0..<(n + 3) * (n + 4)).map { _ in Double(Int.random(in: -3...3, using: &random))
        })
    }
    let (x, y) = (whole(), whole())
    for left in [
      x[rows: 2..<n + 2, columns: 1..<n + 1], x[rows: 1..<n + 1, columns: 4..<n + 4].transposed,
    ] {
      for right in [
        y[rows: 0..<n, columns: 2..<n + 2], y[rows: 3..<n + 3, columns: 0..<n].transposed,
      ] {
        #expect(left * right == Matrix(left).fixedOrderProduct(Matrix(right)), "n \(n)")
      }
    }
  }

  @Test(arguments: [0, 1, 3, 16]) func gramMatrices(n: Int) {
    var random = SeededGenerator(seed: n)
    let whole = Matrix(
      rows: 7, columns: n,
      elements: (0..<7 * n).map { _ in Double(Int.random(in: -3...3, using: &random)) })
    #expect(whole.gram == whole.transposed.fixedOrderProduct(whole))
    // Tile by tile, and with squares as weights, so that roots are exact.
    var sum = Matrix(rows: n, columns: n, repeating: 0)
    for tile in [0..<3, 3..<3, 3..<7] {
      sum.addGram(of: whole[rows: tile, columns: 0..<n], times: 2)
    }
    #expect(sum == 2 * whole.gram)
    var outer = Matrix(rows: 7, columns: 7, repeating: 0)
    outer.addGram(of: MatrixView(whole).transposed)
    #expect(outer == whole.fixedOrderProduct(whole.transposed))
    let weights: [Double] = [0, 1, 4, 9, 16, 25, 36]
    var weighted = whole
    for i in 0..<7 {
      for j in 0..<n { weighted[i, j] *= weights[i] }
    }
    #expect(whole.gram(weights: weights) == whole.transposed.fixedOrderProduct(weighted))
  }
}
