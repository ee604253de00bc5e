import Foundation
import LinearAlgebra
import TestSupport
import Testing

/// Linear least squares against the certified values of the NIST Statistical Reference Datasets.
///
/// Digits asked for: 9 at average difficulty, 6 for Filip and the Wampler polynomials, whose
/// columns are nearly dependent (NIST: higher difficulty).
@Suite struct NISTTests {
  /// Coefficients and standard deviations, `√(s² · (AᵀA)⁻¹[j, j])` with `s² = RSS / (m − n)`.
  private func check(
    _ fit: LeastSquares, estimates: [Double], deviations: [Double], digits: Int
  ) {
    let relative = pow(10, Double(-digits))
    expectClose(fit.solution, estimates, relative: relative, "estimate")
    let freedom = Double(fit.residuals.count - estimates.count)
    let computed = estimates.indices.map {
      (fit.residualSumOfSquares / freedom * fit.inverseNormalMatrix[$0, $0]).squareRoot()
    }
    expectClose(computed, deviations, relative: relative, "standard deviation")
  }

  private func powers(_ x: Double, _ degree: Int) -> [Double] {
    (0..<degree).reduce(into: [1.0]) { powers, _ in powers.append(powers.last! * x) }
  }

  @Test func longley() throws {
    let design = Matrix(NISTData.longley.map { [1] + $0.dropFirst() })
    let fit = try LeastSquares(design: design, target: NISTData.longley.map { $0[0] })
    check(
      fit,
      estimates: [
        -3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683,
        -1.03322686717359, -0.0511041056535807, 1829.15146461355,
      ],
      deviations: [
        890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699,
        0.214274163161675, 0.226073200069370, 455.478499142212,
      ], digits: 9)
    expectClose(fit.residualSumOfSquares / 9, 92936.0061673238, relative: 1e-9)
  }

  @Test func norris() throws {
    let rows = stride(from: 0, to: NISTData.norris.count, by: 2)
    let fit = try LeastSquares(
      design: Matrix(rows.map { [1, NISTData.norris[$0 + 1]] }),
      target: rows.map { NISTData.norris[$0] })
    check(
      fit, estimates: [-0.262323073774029, 1.00211681802045],
      deviations: [0.232818234301152, 0.000429796848199937], digits: 9)
    expectClose(
      (fit.residualSumOfSquares / 34).squareRoot(), 0.884796396144373, relative: 1e-9)
  }

  @Test func noInterceptLine() throws {
    let fit = try LeastSquares(
      design: Matrix((60...70).map { [Double($0)] }), target: (130...140).map { Double($0) })
    check(fit, estimates: [2.07438016528926], deviations: [0.0165289256198347], digits: 12)
  }

  @Test func pontius() throws {
    let fit = try LeastSquares(
      design: Matrix((0..<40).map { powers(150_000 * Double($0 % 20 + 1), 2) }),
      target: NISTData.pontius)
    check(
      fit,
      estimates: [0.000673565789473684, 7.32059160401003e-7, -3.16081871345029e-15],
      deviations: [0.000107938612033077, 1.57817399981659e-10, 4.86652849992036e-17], digits: 9)
  }

  @Test func filip() throws {
    let rows = stride(from: 0, to: NISTData.filip.count, by: 2)
    let fit = try LeastSquares(
      design: Matrix(rows.map { powers(NISTData.filip[$0 + 1], 10) }),
      target: rows.map { NISTData.filip[$0] })
    check(
      fit,
      estimates: [
        -1467.48961422980, -2772.17959193342, -2316.37108160893, -1127.97394098372,
        -354.478233703349, -75.1242017393757, -10.8753180355343, -1.06221498588947,
        -0.0670191154593408, -0.00246781078275479, -0.0000402962525080404,
      ],
      deviations: [
        298.084530995537, 559.779865474950, 466.477572127796, 227.204274477751,
        71.6478660875927, 15.2897178747400, 2.23691159816033, 0.221624321934227,
        0.0142363763154724, 0.000535617408889821, 0.00000896632837373868,
      ], digits: 6)
    // mpmath 1.3.0 at 60 digits, eigenvalues of the scaled normal matrix. Ten digits are lost, so
    // six are kept, here too.
    expectClose(fit.conditionNumber, 5_206_821_433.31, relative: 1e-5)
  }

  @Test func wamplerWithoutDisturbance() throws {
    let design = Matrix((0...20).map { powers(Double($0), 5) })
    let ones = try LeastSquares(
      design: design, target: (0...20).map { powers(Double($0), 5).reduce(0, +) })
    expectClose(ones.solution, Array(repeating: 1, count: 6), relative: 1e-6)
    let tenths = try LeastSquares(
      design: design, target: (0...20).map { powers(Double($0) / 10, 5).reduce(0, +) })
    expectClose(tenths.solution, [1, 0.1, 0.01, 0.001, 0.0001, 0.00001], relative: 1e-6)
  }

  /// Wampler3, 4 and 5: the disturbance times 1, 100 and 10,000; deviations grow in proportion.
  @Test(arguments: [1.0, 100, 10_000]) func wamplerWithDisturbance(factor: Double) throws {
    let fit = try LeastSquares(
      design: Matrix((0...20).map { powers(Double($0), 5) }),
      target: (0...20).map {
        powers(Double($0), 5).reduce(0, +) + factor * NISTData.wamplerDisturbance[$0]
      })
    check(
      fit, estimates: Array(repeating: 1, count: 6),
      deviations: [
        2152.32624678170, 2363.55173469681, 779.343524331583, 101.475507550350,
        5.64566512170752, 0.112324854679312,
      ].map { $0 * factor }, digits: 6)
  }
}
