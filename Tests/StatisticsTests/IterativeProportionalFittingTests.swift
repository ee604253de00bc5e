import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct IterativeProportionalFittingTests {
  private func rowsAndColumns(_ rows: [Double], _ columns: [Double]) -> [Margin] {
    [Margin("rows", over: [0], targets: rows), Margin("columns", over: [1], targets: columns)]
  }

  @Test func independenceFromAFlatPrior() throws {
    let fit = try IterativeProportionalFitting(
      prior: [7, 7, 7, 7, 7, 7], shape: [2, 3], margins: rowsAndColumns([40, 60], [20, 30, 50]))
    expectClose(fit.cells, [8, 12, 20, 12, 18, 30], relative: 1e-12)
    expectClose(fit.sums(over: [1]), [20, 30, 50], relative: 1e-12)
    expectClose(fit.sums(over: []), [100], relative: 1e-12)
  }

  /// A 2 × 2 table keeps its odds ratio 4: 3 x² − 430 x + 12000 = 0 for the first cell.
  @Test func twoByTwoInClosedForm() throws {
    let fit = try IterativeProportionalFitting(
      prior: [4, 1, 1, 1], shape: [2, 2], margins: rowsAndColumns([50, 50], [60, 40]))
    let x = (430 - 40_900.0.squareRoot()) / 6
    expectClose(fit.cells, [x, 50 - x, 60 - x, x - 10], relative: 1e-11)
  }

  @Test func structuralZerosStayZero() throws {
    let fit = try IterativeProportionalFitting(
      prior: [1, 1, 0, 1], shape: [2, 2], margins: rowsAndColumns([3, 7], [2, 8]))
    #expect(fit.cells[2] == 0)
    expectClose(fit.cells, [2, 1, 0, 7], relative: 1e-11)
  }

  @Test func targetsOfZero() throws {
    let fit = try IterativeProportionalFitting(
      prior: [1, 2, 3, 4], shape: [2, 2], margins: rowsAndColumns([0, 10], [4, 6]))
    expectClose(fit.cells, [0, 0, 4, 6], relative: 1e-12)
  }

  @Test func nothingToDo() throws {
    let fit = try IterativeProportionalFitting(prior: [2, 3], shape: [2], margins: [])
    #expect(fit.cells == [2, 3] && fit.iterations == 0)
    let total = try IterativeProportionalFitting(
      prior: [2, 3], shape: [2], margins: [Margin("total", over: [], targets: [50])])
    #expect(total.cells == [20, 30])
  }

  /// All three two-way margins of a three-way table: they hold, the ratio of odds ratios is the
  /// prior's, and every change that keeps the margins raises the relative entropy.
  @Test(arguments: 1...5) func threeWay(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let shape = [2, 3, 4]
    func draw() -> [Double] { (0..<24).map { _ in .random(in: 0.1...1, using: &random) } }
    let (prior, truth) = (draw(), draw())
    let margins = try [[0, 1], [0, 2], [1, 2]].map { try Margin.of(truth, shape: shape, over: $0) }
    let fit = try IterativeProportionalFitting(prior: prior, shape: shape, margins: margins)
    for margin in margins {
      expectClose(
        fit.sums(over: margin.dimensions), margin.targets, relative: 1.1e-12, "seed \(seed)")
    }
    func entropy(_ cells: [Double]) -> Double {
      zip(cells, prior).reduce(0) { $0 + $1.0 * log($1.0 / $1.1) }
    }
    for j in 0..<2 {
      for k in 0..<3 {
        // The corners of a 2 × 2 × 2 block, with alternating signs.
        let corners = (0..<8).map { corner in
          let (a, b, c) = (corner & 1, corner >> 1 & 1, corner >> 2)
          return (cell: a * 12 + (j + b) * 4 + k + c, sign: 1 - 2 * Double((a + b + c) % 2))
        }
        func interaction(_ cells: [Double]) -> Double {
          corners.reduce(0) { $0 + $1.sign * log(cells[$1.cell]) }
        }
        expectClose(
          interaction(fit.cells), interaction(prior), relative: 0, absolute: 1e-10, "seed \(seed)")
        for size in [-1e-3, 1e-3] {
          var moved = fit.cells
          for corner in corners { moved[corner.cell] += size * corner.sign }
          #expect(entropy(moved) > entropy(fit.cells), "seed \(seed)")
        }
      }
    }
  }
}
