import Foundation
import LinearAlgebra
import Sensitivity
import Statistics
import TestSupport
import Testing

/// Shares that add up to 1, whole numbers and categories as inputs of every method.
@Suite struct InputKindTests {
  static let concentrations = [6.0, 3, 1]
  /// What a share is worth, and what a category is.
  static let worth = [1.0, -1, 4]
  static let effects = [0.0, 2, 5]

  static func problem() throws -> Problem {
    let row = Input.shares(
      "places", of: ["foster", "kin", "home"],
      try DirichletDistribution(concentrations: concentrations))
    return try Problem(
      [Input("cost", try NormalDistribution(mean: 0, standardDeviation: 0.3))] + row + [
        Input("homes", try WholeNumberDistribution(1...6)),
        Input.category("policy", [("a", 0.5), ("b", 0.3), ("c", 0.2)]),
      ])
  }

  @Sendable static func value(_ x: [Double]) -> [Double] {
    [
      x[0] + worth[0] * x[1] + worth[1] * x[2] + worth[2] * x[3] + 0.2 * x[4]
        + 0.5 * effects[Int(x[5])]
    ]
  }

  private static func variance(_ values: [Double], _ shares: [Double]) -> Double {
    let mean = zip(values, shares).reduce(0) { $0 + $1.0 * $1.1 }
    return zip(values, shares).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 }
  }

  /// Exact variances of the four parts: `Σ m (w − w̄)² / (Σ α + 1)` of the row.
  static var variances: [String: Double] {
    let total = concentrations.reduce(0, +)
    return [
      "cost": 0.09, "places": variance(worth, concentrations.map { $0 / total }) / (total + 1),
      "homes": 0.04 * 35 / 12, "policy": 0.25 * variance(effects, [0.5, 0.3, 0.2]),
    ]
  }

  static func study(_ method: String, _ runs: Int, _ settings: Settings = .init()) throws -> Study {
    var study = try Study(.named(method), of: problem(), settings: settings)
    try study.extend(to: runs) { value($0) }
    return study
  }

  @Test func groups() throws {
    let problem = try Self.problem()
    #expect(problem.groups.map(\.name) == ["cost", "places", "homes", "policy"])
    #expect(problem.rows.map(\.members) == [1..<4])
    #expect(problem.inputs[5].labels == ["a", "b", "c"] && problem.inputs[5].base == 0)
    expectClose(problem.inputs[1...3].map(\.base), [0.6, 0.3, 0.1], relative: 1e-15)
  }

  /// The function is a sum of four independent parts: their shares of its variance are exact, for the row
  /// as for a category.
  @Test(arguments: ["sobol", "shapley"]) func exactIndices(method: String) throws {
    let result = try Self.study(method, 8192).result()
    let whole = Self.variances.values.reduce(0, +)
    for (name, part) in Self.variances {
      for kind in method == "sobol" ? ["first-order", "total-order"] : ["shapley"] {
        let found = try #require(result.estimate(kind, of: name))
        expectClose(found.value, part / whole, relative: 0, absolute: 0.02, "\(kind) \(name)")
        let widened = (found.interval.lowerBound - 0.01)...(found.interval.upperBound + 0.01)
        #expect(widened.contains(part / whole), "\(kind) \(name)")
      }
    }
  }

  /// Every share by itself from one sample: `Cov(y, x)² / (V(x) V(y))` where E[y | x] is linear in it, as it
  /// is for a Dirichlet row.
  @Test func sharesAlone() throws {
    let result = try Self.study("rank-first-order", 1 << 14).result()
    let row = try DirichletDistribution(concentrations: Self.concentrations)
    let whole = Self.variances.values.reduce(0, +)
    for (i, name) in ["foster", "kin", "home"].enumerated() {
      let together = (0..<3).reduce(0.0) { $0 + Self.worth[$1] * row.covariance(i, $1) }
      let exact = together * together / row.covariance(i, i) / whole
      let found = try #require(result.estimate("first-order", of: name))
      expectClose(found.value, exact, relative: 0, absolute: 0.03, name)
    }
  }

  private static let methods = SensitivityMethod.all.map(\.id)

  /// Each row of every method's design has shares that add up to 1, whole numbers and places of labels,
  /// and each method gives figures. Methods that move one input and no other refuse.
  @Test(arguments: methods) func everyMethod(method: String) throws {
    guard try SensitivityMethod.named(method).takesShares else {
      let error = #expect(throws: SensitivityError.self) {
        try Study(.named(method), of: Self.problem())
      }
      guard case .sharesOfWhole(_, "places", let allowed) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(allowed.contains("sobol") && error?.description.contains("'places'") == true)
      return
    }
    let study = try Self.study(method, 512)
    let rows = study.rows(of: 0..<min(512, study.mostBaseRuns ?? 512))
    for k in 0..<rows.rows {
      let row = rows.row(k)
      expectClose(row[1] + row[2] + row[3], 1, relative: 4e-15)
      #expect(row[1...3].allSatisfy { $0 >= 0 } && (1...6).contains(row[4]))
      #expect([0, 1, 2].contains(row[5]) && row[4] == row[4].rounded())
    }
    let result = try study.result()
    #expect(result.measures.contains { $0.estimate != nil })
    #expect(result.measures.allSatisfy { $0.estimate?.value.isFinite ?? ($0.note != nil) })
    let ofPolicy = result.measures.filter { $0.input == "policy" && $0.estimate != nil }
    if ["src", "srrc", "pcc", "prcc", "tornado", "regional"].contains(method) {
      #expect(ofPolicy.allSatisfy { $0.note?.contains("in the order a, b, c") == true })
    }
  }

  /// The last share follows from the others: regressions leave it out and say so, and the rest of a linear
  /// function is explained whole.
  @Test func regressionsLeaveOneOut() throws {
    let problem = try Problem(
      Input.shares("row", of: ["p", "q"], DirichletDistribution(concentrations: [2, 3])))
    var study = try Study(.standardisedRegression, of: problem)
    try study.extend(to: 1024) { [3 * $0[0] - 2 * $0[1]] }
    let result = try study.result()
    expectClose(try #require(result.estimate("src", of: "p")).value, 1, relative: 1e-9)
    let last = try #require(result.measures.first { $0.input == "q" })
    #expect(last.estimate == nil && last.note?.contains("other shares") == true)
  }

  /// Means, variances and covariances of the drawn shares are Dirichlet's.
  @Test func moments() throws {
    let study = try Study(.sobol, of: Self.problem())
    let row = try DirichletDistribution(concentrations: Self.concentrations)
    let rows = study.rows(of: 0..<4096)
    let first = stride(from: 0, to: rows.rows, by: study.runsPerBlock).map { rows.row($0) }
    for i in 0..<3 {
      let own = first.map { $0[1 + i] }
      expectClose(mean(of: own), row.means[i], relative: 0.005)
      for j in 0..<3 {
        let products = first.map { ($0[1 + i] - row.means[i]) * ($0[1 + j] - row.means[j]) }
        expectClose(
          mean(of: products), row.covariance(i, j), relative: 0.05, absolute: 1e-4)
      }
    }
  }

  @Test func errors() throws {
    let row = Input.shares(
      "row", of: ["p", "q"], try DirichletDistribution(concentrations: [1, 1]))
    let other = Input("z", try UniformDistribution(minimum: 0, maximum: 1))
    for wrong in [[row[0]], [row[0], other, row[1]], [row[1], row[0]], row + row] {
      let error = #expect(throws: SensitivityError.self) { try Problem(wrong) }
      #expect(error == .brokenRow("row") || error == .repeatedName("p"))
    }
    #expect(throws: SensitivityError.brokenRow("row")) {
      try Problem(row + [other], groups: ["g": ["p", "z"]])
    }
    #expect(throws: SensitivityError.repeatedName("row")) {
      try Problem(row + [other], groups: ["row": ["z"]])
    }
    #expect(SensitivityError.brokenRow("row").description.contains("'row'"))
    let joined = try Problem(row + [other], groups: ["g": ["p", "q", "z"]])
    #expect(joined.groups.map(\.name) == ["g"])
    var matrix = Matrix.identity(3)
    (matrix[0, 2], matrix[2, 0]) = (0.5, 0.5)
    let tied = SensitivityError.correlatedShare("p", row: "row")
    #expect(throws: tied) {
      try Problem(row + [other], correlations: CorrelationMatrix(matrix))
    }
    #expect(tied.description.contains("correlated"))
    #expect(throws: SensitivityError.repeatedName("a")) {
      try Input.category("c", [("a", 0.5), ("a", 0.5)])
    }
  }

  /// Failed runs of one category are located by its label.
  @Test func failuresNameLabels() throws {
    var study = try Study(.sobol, of: Self.problem())
    try study.extend(to: 256) { $0[5] == 1 ? [.nan] : Self.value($0) }
    let report = try #require(study.failureReport)
    #expect(report.box.map(\.input) == ["policy"] && report.box[0].labels == ["b"])
    expectClose(report.box[0].probability, 0.3, relative: 1e-12)
    #expect(report.description.contains("policy is b"))
  }
}
