import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct ExponentialSmoothingTests {
  private static let cases =
    SmoothingOracles.tourists.map { ($0, TimeSeriesData.touristNights) }
    + SmoothingOracles.oil.map { ($0, TimeSeriesData.oil) }

  /// With R's weights and starting states likelihood and variance are R's; what is fitted here is no less
  /// likely. R's search can end at starting states that are far from the best (by 9 units for ETS(M,A,N)
  /// of oil); forecasts agree all the same.
  @Test(arguments: cases.indices) func asInR(index: Int) throws {
    let (oracle, series) = Self.cases[index]
    let n = Double(series.count)
    // The constant that R leaves out.
    let constant = -0.5 * n * (log(2 * Double.pi / n) + 1)
    let path = SmoothingPath(
      series, form: oracle.form,
      weights: SmoothingWeights(
        level: oracle.weights[0], slope: oracle.weights[1], season: oracle.weights[2],
        damping: oracle.weights[3]),
      from: SmoothingState(
        level: oracle.start[0], slope: oracle.start[1], seasons: Array(oracle.start[2...])))
    expectClose(
      path.logLikelihood, oracle.logLikelihood + constant, relative: 1e-6, oracle.form.name)
    let fit = try ExponentialSmoothing(oracle.form, series, period: 4)
    expectClose(
      path.sumOfSquares / (n - Double(fit.parameters - 1)), oracle.variance, relative: 1e-6,
      oracle.form.name)
    #expect(
      fit.logLikelihood > oracle.logLikelihood + constant - 2e-3,
      "\(oracle.form.name): \(fit.logLikelihood - oracle.logLikelihood - constant)")
    let forecast = fit.forecast(4)
    expectClose(forecast.means, oracle.forecasts, relative: 0.05, oracle.form.name)
  }

  /// R's `HoltWinters` of the Nile, which begins with the first value and leaves its error out; its weight
  /// of the season is γ / (1 − α).
  @Test func holtWinters() {
    let nile = TimeSeriesData.nile
    let simple = SmoothingPath(
      Array(nile.dropFirst()), form: SmoothingForm(.additive, .none, .none),
      weights: SmoothingWeights(level: 0.246557877458459), from: SmoothingState(level: nile[0]))
    expectClose(simple.sumOfSquares, 2038871.83288585, relative: 1e-12)
    expectClose(simple.end.level, 805.038857706042, relative: 1e-12)
    let level = 0.247959489735621
    let seasons = [
      -14.8194444444444553, -5.6527777777777688, 7.5138888888888884, 0.0138888888888882,
      -10.9861111111111409, 11.6805555555555447, 22.6388888888889035, 22.1805555555555607,
      9.4722222222222303, -8.1527777777777697, -23.5694444444444251, -10.3194444444444553,
    ]
    let air = SmoothingPath(
      Array(TimeSeriesData.airPassengers.dropFirst(12)),
      form: SmoothingForm(.additive, .additive, .additive),
      weights: SmoothingWeights(
        level: level, slope: level * 0.0345337296488465, season: 1 - level),
      from: SmoothingState(level: 124.31691919191915, slope: 1.14568764568765, seasons: seasons))
    expectClose(air.sumOfSquares, 21860.1846218501, relative: 1e-9)
    expectClose(air.end.level, 477.827780540150, relative: 1e-11)
    expectClose(air.end.slope, 3.12762656581609, relative: 1e-10)
    expectClose(air.end.seasons[0], -27.4576853546445, relative: 1e-9)
  }

  /// Variances of forecasts are those of many simulated paths, here of the model itself.
  @Test(arguments: [
    SmoothingForm(.additive, .damped, .additive),
    SmoothingForm(.multiplicative, .additive, .additive),
    SmoothingForm(.multiplicative, .damped, .multiplicative),
    SmoothingForm(.multiplicative, .none, .none),
  ]) func variancesAreThoseOfPaths(form: SmoothingForm) throws {
    let fit = try ExponentialSmoothing(form, TimeSeriesData.touristNights, period: 4)
    let (horizon, paths) = (9, 40_000)
    let forecast = fit.forecast(horizon)
    var ends = [[Double]](repeating: [], count: horizon)
    for draw in 0..<paths {
      let noise = RandomStream(seed: 3, purpose: 96, draw: UInt32(draw)).normals(horizon)
      var state = fit.path.end
      for step in 0..<horizon {
        let one = SmoothingPath([1], form: form, weights: fit.weights, from: state)
        let error = noise[step] * fit.variance.squareRoot()
        let mean = one.fitted[0]
        let value = form.error == .additive ? mean + error : mean * (1 + error)
        ends[step].append(value)
        state = SmoothingPath([value], form: form, weights: fit.weights, from: state).end
      }
    }
    for step in [0, 3, 8] {
      expectClose(forecast.means[step], mean(of: ends[step]), relative: 0.003, form.name)
      expectClose(
        forecast.standardErrors[step], variance(of: ends[step]).squareRoot(), relative: 0.025,
        "\(form.name) \(step)")
    }
  }

  @Test func theChoice() throws {
    let chosen = try ExponentialSmoothing.chosen(TimeSeriesData.touristNights, period: 4)
    // R chooses the same form of those without damping.
    #expect(chosen.form == SmoothingForm(.multiplicative, .additive, .multiplicative))
    let all = try SmoothingForm.all.map {
      try ExponentialSmoothing($0, TimeSeriesData.touristNights, period: 4).correctedAkaike
    }
    #expect(chosen.correctedAkaike == all.min())
    #expect(SmoothingForm.all.count == 15 && Set(SmoothingForm.all.map(\.name)).count == 15)
    // Seven years are too few for most forms.
    let short = try ExponentialSmoothing.chosen([5, 7, 6, 8, 7, 9, 8])
    #expect(short.form.trend == .none && short.period == 1)
  }

  /// Another unit changes nothing but the unit.
  @Test func units() throws {
    let form = SmoothingForm(.multiplicative, .damped, .none)
    let fit = try ExponentialSmoothing(form, TimeSeriesData.oil)
    let other = try ExponentialSmoothing(form, TimeSeriesData.oil.map { 1000 * $0 })
    expectClose(fit.weights.level, other.weights.level, relative: 1e-3)
    expectClose(
      fit.forecast(5).means.map { 1000 * $0 }, other.forecast(5).means, relative: 1e-4)
    // A line is followed without error.
    let line = try ExponentialSmoothing(
      SmoothingForm(.additive, .additive, .none), (0..<12).map { 3 + 2 * Double($0) })
    expectClose(line.forecast(3).means, [27, 29, 31], relative: 1e-9)
  }

  @Test func brokenSeries() {
    let holt = SmoothingForm(.additive, .additive, .none)
    #expect(throws: StatisticsError.seriesTooShort(model: "ETS(A,A,N)", length: 4, needed: 7)) {
      try ExponentialSmoothing(holt, [1, 2, 4, 3])
    }
    #expect(throws: StatisticsError.seriesTooShort(model: "ETS(A,N,N)", length: 1, needed: 5)) {
      try ExponentialSmoothing.chosen([1])
    }
    #expect(throws: StatisticsError.self) {
      try ExponentialSmoothing(
        SmoothingForm(.multiplicative, .none, .none), [1, 2, 0, 2, 1, 3, 2, 2])
    }
    #expect(throws: StatisticsError.self) {
      try ExponentialSmoothing(holt, [1, 2, .nan, 2, 1, 3, 2, 2])
    }
  }
}

/// Theta, and forecasts that only carry the series on.
@Suite struct SimpleForecastTests {
  /// Of the smoothing's own weight and level: the formula, and the slope of R's `lm(Nile ~ time)`.
  @Test func theta() throws {
    let theta = try ThetaForecast(TimeSeriesData.nile)
    expectClose(theta.slope, -2.71430543, relative: 1e-7)
    let (plain, forecast) = (theta.smoothing.forecast(3), theta.forecast(3))
    let weight = theta.smoothing.weights.level
    for step in 0..<3 {
      expectClose(
        forecast.means[step],
        plain.means[step] + theta.slope / 2 * (Double(step) + (1 - pow(1 - weight, 100)) / weight),
        relative: 1e-12)
    }
    #expect(forecast.standardErrors == plain.standardErrors)
    // statsmodels 0.15.0, whose smoothing begins with the first value.
    expectClose(
      forecast.means, [799.53942864, 798.18227593, 796.82512321], relative: 0.003)
    // On a line the forecast goes on by nearly its slope.
    let line = try ThetaForecast((0..<20).map { Double($0) }).forecast(2)
    #expect(abs(line.means[0] - 20) < 1 && line.means[1] > line.means[0])
  }

  @Test func naive() {
    let series: [Double] = [3, 5, 4, 8, 6, 9]
    let last = SeriesForecast.naive(series, horizon: 3)
    #expect(last.means == [9, 9, 9])
    // Changes 2, −1, 4, −2, 3.
    expectClose(last.standardErrors, [6.8, 13.6, 20.4].map { $0.squareRoot() }, relative: 1e-14)
    let seasonal = SeriesForecast.naive(series, horizon: 3, period: 2)
    #expect(seasonal.means == [6, 9, 6])
    // Changes over two steps 1, 3, 2, 1.
    expectClose(
      seasonal.standardErrors, [3.75, 3.75, 7.5].map { $0.squareRoot() }, relative: 1e-14)
    let drift = SeriesForecast.drift(series, horizon: 2)
    expectClose(drift.means, [10.2, 11.4], relative: 1e-14)
    // Variance of the changes 6.7 with 5 of them.
    expectClose(
      drift.standardErrors, [6.7 * 1.2, 6.7 * 2 * 1.4].map { $0.squareRoot() }, relative: 1e-13)
    let interval = drift.interval(at: 2, level: 0.8)
    expectClose(interval.lower + interval.upper, 22.8, relative: 1e-14)
    #expect(drift.horizon == 2)
  }
}
