import Foundation
import LinearAlgebra
import Sensitivity
import Statistics
import Testing

/// A function with the exact values of its indices.
struct TestFunction: Sendable, CustomTestStringConvertible {
  typealias Exact = (kind: String, input: String, other: String?, value: Double)

  let name: String
  let problem: Problem
  let value: @Sendable ([Double]) -> Double
  let exact: [Exact]

  var testDescription: String { name }

  /// The function of many rows.
  func blocks(_ rows: Matrix) -> Matrix {
    Matrix(rows: rows.rows, columns: 1, elements: (0..<rows.rows).map { value(rows.row($0)) })
  }

  /// A study of the function after so many base runs.
  func study(
    _ method: SensitivityMethod = .sobol, _ baseRuns: Int, _ settings: Settings = Settings()
  ) throws -> Study {
    var study = try Study(method, of: problem, settings: settings)
    try study.extend(to: baseRuns, blocks: blocks)
    return study
  }

  /// x1, x2 … with one distribution.
  static func problem(
    _ count: Int, _ distribution: any Distribution, groups: [String: [String]] = [:]
  ) throws -> Problem {
    try Problem((1...count).map { Input("x\($0)", distribution) }, groups: groups)
  }

  static func indices(first: [Double], total: [Double]) -> [Exact] {
    first.enumerated().map { ("first-order", "x\($0.offset + 1)", nil, $0.element) }
      + total.enumerated().map { ("total-order", "x\($0.offset + 1)", nil, $0.element) }
  }

  static func ishigami(_ x: [Double], b: Double = 0.1) -> Double {
    let (s, t) = (sin(x[0]), sin(x[1]))
    return s + 7 * t * t + b * x[2] * x[2] * x[2] * x[2] * s
  }

  static func circle() throws -> UniformDistribution {
    try UniformDistribution(minimum: -.pi, maximum: .pi)
  }

  static func unit() throws -> UniformDistribution {
    try UniformDistribution(minimum: 0, maximum: 1)
  }

  /// Ishigami's function with a = 7.
  static func ishigami(b: Double) throws -> TestFunction {
    let strong = b == 0.1
    let first =
      strong
      ? [0.313905191147811, 0.442411144790041, 0] : [0.218518564427013, 0.686894643648693, 0]
    let total =
      strong
      ? [0.557588855209959, 0.442411144790041, 0.243683664062148]
      : [0.313105356351307, 0.686894643648693, 0.0945867919242938]
    let pairs: [Exact] = [
      ("second-order", "x1", "x2", 0), ("second-order", "x1", "x3", total[2]),
      ("second-order", "x2", "x3", 0), ("first-order", Measure.dummyName, nil, 0),
    ]
    return TestFunction(
      name: "Ishigami, b = \(b)", problem: try problem(3, circle()),
      value: { ishigami($0, b: b) }, exact: indices(first: first, total: total) + pairs)
  }

  /// Sobol's G: `Π (|4 x − 2| + a) / (1 + a)`.
  static func g(_ a: [Double]) throws -> TestFunction {
    let v = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let product = v.reduce(1) { $0 * (1 + $1) }
    let variance = product - 1
    let pairs: [Exact] = [
      ("second-order", "x1", "x2", v[0] * v[1] / variance),
      ("second-order", "x1", "x3", v[0] * v[2] / variance),
    ]
    return TestFunction(
      name: "G of \(a.count)", problem: try problem(a.count, unit()),
      value: { x in
        var y = 1.0
        for i in a.indices { y *= (abs(4 * x[i] - 2) + a[i]) / (1 + a[i]) }
        return y
      },
      exact: indices(
        first: v.map { $0 / variance }, total: v.map { $0 * product / (1 + $0) / variance })
        + pairs)
  }

  /// Morris's function of twenty inputs, other coefficients `(−1)^i` and `(−1)^(i + j)`.
  static func morris() throws -> TestFunction {
    let first =
      [
        0.00501998951877991, 0.00893694535240098, 0.0168563841756259, 0.00893694535240098,
        0.0168563841756259, 0.000222126583632276, 0.0685377032800296, 0.100277080840189,
        0.150323827432391, 0.100277080840189,
      ] + Array(repeating: 0.000320974378773133, count: 10)
    let total =
      [
        0.253476659940218, 0.257393615773839, 0.112872303859992, 0.257393615773839,
        0.112733014968785, 0.0939524243699912, 0.0694388024346795, 0.102081358270833,
        0.152128104863035, 0.102081358270833,
      ] + Array(repeating: 0.00212525180941639, count: 10)
    return TestFunction(
      name: "Morris", problem: try problem(20, unit()), value: morrisValue,
      exact: indices(first: first, total: total))
  }

  @Sendable private static func morrisValue(_ x: [Double]) -> Double {
    let w = x.indices.map { i -> Double in
      [2, 4, 6].contains(i) ? 2 * (1.1 * x[i] / (x[i] + 0.1) - 0.5) : 2 * (x[i] - 0.5)
    }
    func sign(_ k: Int) -> Double { k.isMultiple(of: 2) ? 1 : -1 }
    var y = 5 * w[0] * w[1] * w[2] * w[3]
    for i in 0..<20 {
      y += (i < 10 ? 20 : sign(i + 1)) * w[i]
      for j in 0..<i {
        y += (i < 6 ? -15 : sign(i + j + 2)) * w[i] * w[j]
        guard i < 5 else { continue }
        for k in 0..<j { y -= 10 * w[i] * w[j] * w[k] }
      }
    }
    return y
  }

  static func oakleyOHagan() throws -> TestFunction {
    TestFunction(
      name: "Oakley and O'Hagan",
      problem: try problem(15, NormalDistribution(mean: 0, standardDeviation: 1)),
      value: OakleyOHagan.value,
      exact: indices(first: OakleyOHagan.first, total: OakleyOHagan.total))
  }

  /// The functions of the oracle table.
  static func all() throws -> [TestFunction] {
    [
      try ishigami(b: 0.1), try ishigami(b: 0.05), try g([0, 1, 4.5, 9, 99, 99, 99, 99]),
      try g([0, 0.5, 3, 9, 99, 99]),
      try g([0, 0.5, 1, 2, 4.5, 9] + Array(repeating: 99, count: 24)), try morris(),
      try oakleyOHagan(),
    ]
  }
}

extension Settings {
  /// The usual settings with some changed.
  static func with(_ change: (inout Settings) -> Void) -> Settings {
    var settings = Settings()
    change(&settings)
    return settings
  }

  static func monteCarlo(
    _ resamples: Int = 100, seed: UInt64 = 1, _ change: (inout Settings) -> Void = { _ in }
  ) -> Settings {
    with {
      $0.sampling = .monteCarlo(resamples: resamples)
      $0.seed = seed
      change(&$0)
    }
  }
}
