import Foundation
import LinearAlgebra
import Statistics
import TestSupport
import Testing

/// Robust errors, residuals and the gamma family, against statsmodels 0.15.0.
@Suite struct RegressionErrorsTests {
  private let design = Matrix((0..<30).map { [1, sin(Double($0) * 1.3), Double($0 * 7 % 5)] })
  private let response = (0..<30).map { Double($0 * $0 * 3 % 17) }
  private let groups = (0..<30).map { $0 / 5 }

  @Test func poisson() throws {
    let fit = try GeneralisedLinearModel(.poisson, design: design, response: response)
    expectClose(
      fit.robustErrors(.plain), [0.17631079706266473, 0.12927983373660065, 0.06859838475538241],
      relative: 1e-8)
    let factor = (30.0 / 27).squareRoot()
    expectClose(
      fit.robustErrors(.corrected), fit.robustErrors(.plain).map { factor * $0 }, relative: 1e-13)
    expectClose(
      fit.robustErrors(.clusters(groups)),
      [0.2171334358648815, 0.156633563166047, 0.08848189444374369], relative: 1e-8)
    expectClose(
      [0, 7, 29].map { fit.residuals(.pearson)[$0] },
      [-2.668077804420928, 0.9525476331186887, -0.37879533384196046], relative: 1e-9)
    expectClose(
      [0, 7, 29].map { fit.residuals(.deviance)[$0] },
      [-3.7732318164787064, 0.9060982185168232, -0.38771521573869216], relative: 1e-9)
    expectClose(fit.akaike, 187.0220315941535, relative: 1e-11)
    expectClose(fit.bayesian, 191.22562373913996, relative: 1e-11)
    expectClose(fit.residuals(.deviance).reduce(0) { $0 + $1 * $1 }, fit.deviance, relative: 1e-12)
    expectClose(fit.residuals(.response)[3], response[3] - fit.fitted[3], relative: 1e-14)
  }

  @Test func leastSquares() throws {
    let fit = try GeneralisedLinearModel(.gaussian, design: design, response: response)
    let cases: [(GeneralisedLinearModel.RobustErrors, [Double])] = [
      (.plain, [1.2949579929297974, 0.9911741889887287, 0.5297690926024802]),
      (.corrected, [1.3650055772994603, 1.0447893317248562, 0.5584256555281655]),
      (.careful, [1.4561193231869265, 1.1079426597647368, 0.593567934961991]),
      (.clusters(groups), [1.5844011196114098, 1.1943042641755484, 0.6782375945109947]),
    ]
    for (errors, expected) in cases {
      expectClose(fit.robustErrors(errors), expected, relative: 1e-10, "\(errors)")
    }
    // A cluster a row is no cluster.
    expectClose(
      fit.robustErrors(.clusters(Array(0..<30))), fit.robustErrors(.corrected), relative: 1e-12)
  }

  /// Amounts; the likelihood over the shape by SciPy 1.17.1.
  @Test func gamma() throws {
    let amounts = response.map { $0 + 0.5 }
    let fit = try GeneralisedLinearModel(.gamma, design: design, response: amounts)
    expectClose(
      fit.coefficients, [2.0354243601151443, -0.054216134764829255, 0.0371855553734498],
      relative: 1e-7)
    expectClose(
      fit.standardErrors, [0.1580897824000842, 0.1315564334526409, 0.06467234767023447],
      relative: 1e-7)
    expectClose(fit.deviance, 12.265773076631124, relative: 1e-10)
    expectClose(fit.dispersion, 0.24786819651747494, relative: 1e-7)
    expectClose(fit.logLikelihood, -87.29892147731628, relative: 1e-10)
    // The formula in NumPy; statsmodels takes observed for expected information with this link.
    expectClose(
      fit.robustErrors(.plain), [0.16501700138911254, 0.12114824193056781, 0.06455440243010205],
      relative: 1e-7)
    let weighted = try GeneralisedLinearModel(
      .gamma, design: design, response: amounts, weights: (0..<30).map { Double(1 + $0 % 3) })
    expectClose(
      weighted.coefficients, [2.0542895335221765, -0.08531125322711533, 0.017537813338880305],
      relative: 1e-7)
    expectClose(
      weighted.standardErrors, [0.1537937966225159, 0.12776255342681223, 0.06277807716225728],
      relative: 1e-7)
    expectClose(weighted.logLikelihood, -88.31995163076161, relative: 1e-10)
    #expect(
      throws: StatisticsError.response(family: "gamma", index: 2, value: 0, allowed: "above 0")
    ) {
      try GeneralisedLinearModel(
        .gamma, design: Matrix([[1], [1], [1]]), response: [1, 2, 0])
    }
  }
}
