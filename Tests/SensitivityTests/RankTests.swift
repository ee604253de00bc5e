import Foundation
import LinearAlgebra
import Sensitivity
import Statistics
import TestSupport
import Testing

/// The methods `rank-first-order` and `cvm`.
@Suite struct RankTests {
  /// Whole-number outputs, many of them equal: both figures counted out from their definitions.
  @Test func naiveTwins() throws {
    let problem = try TestFunction.problem(2, TestFunction.unit())
    @Sendable func f(_ x: [Double]) -> Double { (6 * x[0] + 3 * x[1]).rounded() }
    let n = 300
    for method in [SensitivityMethod.rankFirstOrder, .cramerVonMises] {
      var study = try Study(method, of: problem, settings: .monteCarlo())
      try study.extend(to: n) { [f($0)] }
      let rows = study.rows(of: 0..<n)
      let y = (0..<n).map { f(rows.row($0)) }
      for i in 0..<2 {
        let order = (0..<n).sorted { rows[$0, i] < rows[$1, i] }
        let next = zip(order, order.dropFirst())
        let exact: Double
        if method.id == "cvm" {
          let r = y.map { value in Double(y.count { $0 <= value }) }
          let l = y.map { value in Double(y.count { $0 >= value }) }
          let steps = next.reduce(0) { $0 + abs(r[$1.0] - r[$1.1]) }
          exact = 1 - Double(n) * steps / (2 * l.reduce(0) { $0 + $1 * (Double(n) - $1) })
        } else {
          let center = mean(of: y)
          let products = next.reduce(0) { $0 + (y[$1.0] - center) * (y[$1.1] - center) }
          let squares = y.reduce(0) { $0 + ($1 - center) * ($1 - center) }
          exact = products / Double(n - 1) / (squares / Double(n))
        }
        let found = try #require(
          try study.result().estimate(method.kinds[0].id, of: "x\(i + 1)"))
        expectClose(found.value, exact, relative: 1e-12)
      }
    }
  }

  /// An input that decides the output has an index near 1 whatever the function, and a rising function
  /// of the output changes nothing.
  @Test func laws() throws {
    let problem = try TestFunction.problem(2, TestFunction.unit())
    var study = try Study(.cramerVonMises, of: problem, outputs: ["y", "z", "u"])
    try study.extend(to: 4096) { x in
      [x[0] + x[1] * x[0], exp(x[0] + x[1] * x[0]), sin(9 * x[1])]
    }
    let result = try study.result()
    for input in ["x1", "x2", Measure.dummyName] {
      let (y, z) = (
        try #require(result.estimate("cramer-von-mises", of: input, output: "y")),
        try #require(result.estimate("cramer-von-mises", of: input, output: "z"))
      )
      #expect(y.value == z.value && y.interval == z.interval)
    }
    let whole = try #require(result.estimate("cramer-von-mises", of: "x2", output: "u"))
    #expect(whole.value > 0.98 && whole.value <= 1)
  }
}
