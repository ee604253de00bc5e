import Foundation
import LinearAlgebra
import Statistics
import TestSupport
import Testing

/// State-space models, against statsmodels 0.15.0 with its exact diffuse start, R 4.2.2's `StructTS`, and
/// the joint normal distribution written down.
@Suite struct StateSpaceTests {
  private let nile = TimeSeriesData.nile
  private let places = [0, 1, 49, 98, 99]

  /// statsmodels counts −½ log 2π at steps that set the first state too.
  private let constant = 0.5 * log(2 * Double.pi)

  @Test func levelOfTheNile() {
    let filter = KalmanFilter(
      .localLevel(observationVariance: 15099, levelVariance: 1469.1), nile)
    expectClose(filter.logLikelihood, -633.4645636488787 + constant, relative: 1e-12)
    let smoothed = filter.smoothed()
    expectClose(
      places.map { smoothed[$0].state[0] },
      [
        1111.6683191267957, 1110.857664621807, 834.7632591037507, 804.0495956662394,
        798.3702926083578,
      ], relative: 1e-11)
    expectClose(
      places.map { smoothed[$0].covariance[0, 0] },
      [
        4032.1579418084766, 3242.9300732247184, 2326.756869814297, 3242.9300732249258,
        4032.157941808783,
      ], relative: 1e-9)
    let forecast = filter.forecast(3)
    expectClose(
      forecast.standardErrors, [143.52789952, 148.55759133, 153.42248187], relative: 1e-9)
    #expect(filter.fitted[0] == nil && filter.fitted[1] == nile[0])
  }

  @Test func theFitOfTheNile() throws {
    let fit = try StructuralModel(.level, nile)
    expectClose(fit.logLikelihood, -633.4645636362458 + constant, relative: 1e-11)
    expectClose(fit.observationVariance, 15098.51842377, relative: 1e-4)
    expectClose(fit.levelVariance, 1469.17632099, relative: 1e-3)
    // R's `StructTS`.
    expectClose(fit.observationVariance, 15098.57710465, relative: 1e-4)
    expectClose(fit.levelVariance, 1469.14663055, relative: 1e-3)
    expectClose(fit.forecast(1).means, [798.368156515389], relative: 1e-4)
    // The same model as ARIMA(0,1,1) with a moving average below 0.
    let arima = try ARIMAModel(nile, ARIMAOrder(0, 1, 1))
    expectClose(fit.logLikelihood, arima.logLikelihood, relative: 1e-9)
    expectClose(fit.forecast(4).standardErrors, arima.forecast(4).standardErrors, relative: 1e-4)
  }

  /// Level and slope with missing values, the first among them.
  @Test func trendWithMissingValues() {
    var series: [Double?] = nile
    for place in [0, 5, 6, 40] { series[place] = nil }
    let filter = KalmanFilter(
      .localTrend(observationVariance: 15000, levelVariance: 1400, slopeVariance: 20), series)
    expectClose(filter.logLikelihood, -607.2188804427927 + 2 * constant, relative: 1e-11)
    let smoothed = filter.smoothed()
    let places = [0, 1, 2, 5, 50, 99]
    expectClose(
      places.map { smoothed[$0].state[0] },
      [
        1143.1070386867432, 1139.313517962009, 1133.5892589137288, 1150.1320882865757,
        827.3885417453944, 774.080178904255,
      ], relative: 1e-10)
    expectClose(
      places.map { smoothed[$0].state[1] },
      [
        -3.7935207247342078, -3.7935207247342078, -3.7659387486835385, -4.601258163121031,
        -1.3804916387974278, -10.477706338484479,
      ], relative: 1e-9)
    expectClose(
      places.map { smoothed[$0].covariance[0, 1] },
      [
        -673.4636279800607, -448.98001512265546, -291.5736244737527, -81.38035659325983,
        -12.302593046346484, 446.8888235016341,
      ], relative: 1e-8)
    expectClose(
      places.map { smoothed[$0].covariance[1, 1] },
      [
        224.4836128574052, 204.4836128574052, 185.66354053287478, 141.46737516738068,
        87.15949402670987, 224.4191078794895,
      ], relative: 1e-8)
    let forecast = filter.forecast(3)
    expectClose(
      forecast.means, [763.6024725657705, 753.124766227286, 742.6470598888016], relative: 1e-11)
    expectClose(
      forecast.standardErrors, [150.10901428468802, 159.74902547484413, 170.33973208433528],
      relative: 1e-10)
  }

  /// Smoothed levels are the weighted least-squares solution for all levels at once.
  @Test func smoothingIsLeastSquares() throws {
    let series: [Double?] = [3, 5, nil, 4, 9, 7]
    let (h, q) = (2.0, 0.5)
    var rows: [[Double]] = []
    var target: [Double] = []
    func unit(_ place: Int, _ value: Double) -> [Double] { (0..<6).map { $0 == place ? value : 0 } }
    for (place, value) in series.enumerated() {
      if let value {
        rows.append(unit(place, 1 / h.squareRoot()))
        target.append(value / h.squareRoot())
      }
      if place > 0 {
        let (a, b) = (unit(place, 1 / q.squareRoot()), unit(place - 1, -1 / q.squareRoot()))
        rows.append(zip(a, b).map { $0 + $1 })
        target.append(0)
      }
    }
    let solved = try LeastSquares(design: Matrix(rows), target: target)
    let smoothed = KalmanFilter(
      .localLevel(observationVariance: h, levelVariance: q), series
    ).smoothed()
    expectClose(smoothed.map { $0.state[0] }, solved.solution, relative: 1e-12)
    expectClose(
      smoothed.map { $0.covariance[0, 0] }, (0..<6).map { solved.inverseNormalMatrix[$0, $0] },
      relative: 1e-11)
  }

  /// A slope that does not drift, and no drift of the level: a straight line by least squares.
  @Test func noDriftIsALine() throws {
    let series = [3.0, 5, 4, 8, 9, 9]
    let filter = KalmanFilter(
      .localTrend(observationVariance: 1, levelVariance: 0, slopeVariance: 0), series)
    let line = try LeastSquares(
      design: Matrix((0..<6).map { [1, Double($0)] }), target: series)
    let forecast = filter.forecast(2)
    expectClose(
      forecast.means, [6, 7].map { line.solution[0] + $0 * line.solution[1] }, relative: 1e-11)
  }

  @Test func slopes() throws {
    // The spread of the changes is mostly error: the level hardly drifts on its own.
    let fit = try StructuralModel(.slope, TimeSeriesData.oil)
    #expect(fit.filter.isDetermined && fit.logLikelihood.isFinite)
    for (scale, start) in [(2.0, 0.9), (0.5, 1.1)] {
      // No neighbour is likelier.
      let other = KalmanFilter(
        .localTrend(
          observationVariance: fit.observationVariance * start + 1e-3,
          levelVariance: fit.levelVariance * scale + 1e-3,
          slopeVariance: fit.slopeVariance * start + 1e-3), TimeSeriesData.oil)
      #expect(other.logLikelihood < fit.logLikelihood)
    }
  }

  @Test func brokenSeries() {
    #expect(throws: StatisticsError.seriesTooShort(model: "local slope", length: 5, needed: 6)) {
      try StructuralModel(.slope, [1, 2, nil, 2, 4, 3])
    }
    #expect(throws: StatisticsError.self) { try StructuralModel(.level, [1, 2, .nan, 2, 4, 3]) }
    #expect(throws: StatisticsError.self) { try StructuralModel(.level, [2, 2, 2, 2, 2]) }
    let empty = KalmanFilter(.localLevel(observationVariance: 1, levelVariance: 1), [nil, nil])
    #expect(!empty.isDetermined && empty.logLikelihood == 0)
  }
}
