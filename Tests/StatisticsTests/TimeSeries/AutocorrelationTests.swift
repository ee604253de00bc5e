import Statistics
import TestSupport
import Testing

/// Autocorrelations, against R 4.2.2.
@Suite struct AutocorrelationTests {
  private let lh = TimeSeriesData.lh

  @Test func hormone() {
    expectClose(
      autocorrelations(of: lh, lags: 5),
      [
        0.57552447552448, 0.18181818181818, -0.14475524475524, -0.17482517482517, -0.14965034965035,
      ],
      relative: 1e-12)
    expectClose(
      partialAutocorrelations(of: lh, lags: 5),
      [
        0.57552447552448, -0.22340997286430, -0.22694020165024, 0.10276837700622, -0.07593441965331,
      ],
      relative: 1e-11)
  }

  /// Of the errors of an AR(1); R's fit stops a little earlier.
  @Test func errorsOfAModel() throws {
    let fit = try ARIMAModel(lh, ARIMAOrder(1, 0, 0))
    let test = ljungBox(fit.residuals, lags: 5)
    expectClose(test.statistic, 6.22157722621, relative: 1e-4)
    expectClose(test.probability, 0.28525170132, relative: 1e-3)
    #expect(test.freedom == 5 && ljungBox(fit.residuals, lags: 5, fitted: 1).freedom == 4)
  }

  /// An autoregression of order 1 has one partial autocorrelation.
  @Test func theFirstIsTheSame() {
    expectClose(
      partialAutocorrelations(of: lh, lags: 1), autocorrelations(of: lh, lags: 1), relative: 1e-14)
  }
}
