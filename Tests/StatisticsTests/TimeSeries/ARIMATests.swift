import Foundation
import LinearAlgebra
import Statistics
import TestSupport
import Testing

/// ARIMA, against R 4.2.2's `arima(method = "ML")`.
///
/// Likelihoods and parameters are R's for the series differenced beforehand, its search driven to 1e-15.
/// Of the series itself R gives the first values a prior of variance 10⁶ in place of none, and by default
/// it stops earlier: likelihoods then agree to 2e-5, parameters and forecasts to about 1e-4.
@Suite struct ARIMATests {
  private let log = TimeSeriesData.airPassengers.map { Foundation.log($0) }

  @Test func nile() throws {
    let fit = try ARIMAModel(TimeSeriesData.nile, ARIMAOrder(0, 1, 1))
    expectClose(fit.logLikelihood, -632.54562510307619, relative: 1e-9)
    expectClose(fit.movingAverage, [-0.732941553683799], relative: 1e-5)
    expectClose(fit.variance, 20599.867671187883, relative: 1e-6)
    expectClose(fit.akaike, 1269.09124876638, relative: 1e-6)
    let forecast = fit.forecast(5)
    expectClose(forecast.means, [Double](repeating: 798.367313851451, count: 5), relative: 1e-4)
    expectClose(
      forecast.standardErrors,
      [143.526536947272, 148.556529437784, 153.421700124597, 158.13726221117, 162.716223315829],
      relative: 1e-4)
  }

  @Test func airPassengers() throws {
    let fit = try ARIMAModel(
      log, ARIMAOrder(0, 1, 1), seasonal: ARIMAOrder(0, 1, 1), period: 12)
    expectClose(fit.logLikelihood, 244.69648683281758, relative: 1e-9)
    expectClose(fit.movingAverage, [-0.40182296834908243], relative: 1e-5)
    expectClose(fit.seasonalMovingAverage, [-0.5569358538405349], relative: 1e-5)
    expectClose(fit.variance, 0.00134809912540573, relative: 1e-5)
    expectClose(fit.akaike, -483.399061193593, relative: 2e-5)
    let forecast = fit.forecast(12)
    for (step, mean, error) in [
      (0, 6.1101857433191, 0.0367156224629577), (1, 6.05377527131999, 0.0427829073358369),
      (2, 6.171714856144, 0.0480907203873086), (11, 6.16802488244567, 0.0815707020484898),
    ] {
      expectClose(forecast.means[step], mean, relative: 1e-5)
      expectClose(forecast.standardErrors[step], error, relative: 1e-4)
    }
  }

  @Test func accidents() throws {
    let fit = try ARIMAModel(
      TimeSeriesData.accidents, ARIMAOrder(0, 1, 1), seasonal: ARIMAOrder(0, 1, 1), period: 12)
    expectClose(fit.logLikelihood, -425.441102430859587, relative: 1e-9)
    expectClose(fit.movingAverage, [-0.430270048961558], relative: 1e-5)
    expectClose(fit.seasonalMovingAverage, [-0.552728613609976], relative: 1e-5)
    expectClose(
      fit.forecast(3).means, [8336.06126629841, 7531.82914118518, 8314.64376018511],
      relative: 1e-4)
  }

  @Test func hormone() throws {
    let fit = try ARIMAModel(TimeSeriesData.lh, ARIMAOrder(1, 0, 0))
    expectClose(fit.logLikelihood, -29.379162386266032, relative: 1e-11)
    expectClose(fit.autoregressive, [0.573924528553287], relative: 1e-6)
    expectClose(fit.coefficients, [2.413285379848641], relative: 1e-6)
    expectClose(fit.akaike, 64.7583247747425, relative: 1e-8)
    let forecast = fit.forecast(3)
    expectClose(
      forecast.means, [2.69262640615979, 2.5736085620974, 2.50530069829013], relative: 1e-5)
    expectClose(
      forecast.standardErrors, [0.444397924080324, 0.512388144581945, 0.532887847477797],
      relative: 1e-5)
    for (order, logLikelihood) in [
      (ARIMAOrder(3, 0, 0), -27.092411059536083), (ARIMAOrder(1, 0, 1), -28.762033197211807),
    ] {
      expectClose(
        try ARIMAModel(TimeSeriesData.lh, order).logLikelihood, logLikelihood, relative: 1e-10)
    }
  }

  @Test func regression() throws {
    let years = Matrix((1875...1972).map { [Double($0 - 1920)] })
    let fit = try ARIMAModel(TimeSeriesData.lakeHuron, ARIMAOrder(2, 0, 0), regressors: years)
    expectClose(fit.logLikelihood, -101.198267166527828, relative: 1e-10)
    expectClose(fit.autoregressive, [1.0048178175925877, -0.2913011760644144], relative: 1e-5)
    expectClose(fit.coefficients, [579.0994108483569, -0.0215681362988702], relative: 1e-5)
    let forecast = fit.forecast(3, regressors: Matrix([[53], [54], [55]]))
    expectClose(
      forecast.means, [579.397165004388, 578.805054089827, 578.367884000712], relative: 1e-6)
    expectClose(
      forecast.standardErrors, [0.675735410932113, 0.957938984334508, 1.07390846819551],
      relative: 1e-5)
  }

  /// R's errors, from second differences of the likelihood by all parameters together.
  @Test func standardErrors() throws {
    let lh = try ARIMAModel(TimeSeriesData.lh, ARIMAOrder(3, 0, 0))
    expectClose(
      try #require(lh.standardErrors()),
      [0.13935606168342, 0.16676617370927, 0.14211001579449, 0.09626062941425], relative: 5e-3)
    let air = try ARIMAModel(
      log, ARIMAOrder(0, 1, 1), seasonal: ARIMAOrder(0, 1, 1), period: 12)
    expectClose(
      try #require(air.standardErrors()), [0.089644393370139, 0.073105033558951], relative: 1e-3)
    let years = Matrix((1875...1972).map { [Double($0 - 1920)] })
    let lake = try ARIMAModel(TimeSeriesData.lakeHuron, ARIMAOrder(2, 0, 0), regressors: years)
    expectClose(
      try #require(lake.standardErrors()),
      [0.0976106950542232, 0.100364963265922, 0.237026344864886, 0.0080996740152934],
      relative: 0.01)
  }

  /// The likelihood of an ARMA process is that of the normal distribution with its autocovariances, here
  /// from 4,000 weights of past errors.
  @Test func theLikelihoodIsThatOfTheCovariances() throws {
    let series = Array(TimeSeriesData.lh.prefix(12)).map { $0 - 2.4 }
    let fit = try ARIMAModel(series, ARIMAOrder(1, 0, 1), mean: false)
    let (phi, theta) = (fit.autoregressive[0], fit.movingAverage[0])
    let psi = (0..<4000).map { $0 == 0 ? 1 : pow(phi, Double($0 - 1)) * (phi + theta) }
    var covariance = Matrix(rows: 12, columns: 12, repeating: 0)
    for i in 0..<12 {
      for j in 0..<12 {
        let lag = abs(i - j)
        covariance[i, j] = (0..<(4000 - lag)).reduce(0.0) { $0 + psi[$1] * psi[$1 + lag] }
      }
    }
    let factor = try CholeskyFactor(covariance)
    let squares = zip(series, factor.solve(series)).reduce(0) { $0 + $1.0 * $1.1 }
    expectClose(fit.variance, squares / 12, relative: 1e-10)
    expectClose(
      fit.logLikelihood,
      -6 * (Foundation.log(2 * Double.pi * squares / 12) + 1) - factor.logDeterminant / 2,
      relative: 1e-10)
  }

  /// A random walk with drift is the drift forecast, up to the divisor of the variance.
  @Test func drift() throws {
    let series = TimeSeriesData.lakeHuron
    let time = Matrix((1...98).map { [Double($0)] })
    let fit = try ARIMAModel(series, ARIMAOrder(0, 1, 0), regressors: time)
    let forecast = fit.forecast(4, regressors: Matrix((99...102).map { [Double($0)] }))
    let drift = SeriesForecast.drift(series, horizon: 4)
    expectClose(forecast.means, drift.means, relative: 1e-12)
    expectClose(fit.coefficients[0], (series[97] - series[0]) / 97, relative: 1e-9)
    expectClose(
      forecast.standardErrors[3], (4 * fit.variance).squareRoot(), relative: 1e-12)
  }

  @Test func brokenSeries() {
    #expect(
      throws: StatisticsError.seriesTooShort(
        model: "ARIMA(1,1,0)(0,1,1)[4]", length: 8, needed: 9)
    ) {
      try ARIMAModel(
        [1, 2, 3, 5, 4, 3, 6, 7], ARIMAOrder(1, 1, 0), seasonal: ARIMAOrder(0, 1, 1), period: 4)
    }
    #expect(throws: StatisticsError.self) { try ARIMAModel([1, .infinity, 2, 3], .none) }
    // A constant is differenced away.
    #expect(throws: LinearAlgebraError.self) {
      try ARIMAModel(TimeSeriesData.lh, ARIMAOrder(0, 1, 1), mean: true)
    }
    // A series that is foretold without error has no greatest likelihood.
    #expect(throws: StatisticsError.self) {
      try ARIMAModel((0..<20).map { Double($0) }, ARIMAOrder(0, 2, 1))
    }
  }
}
