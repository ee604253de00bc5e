import CareModel
import Foundation
import LinearAlgebra
import Parameters
import Statistics

extension UnitCostCalibration {
  /// The real index of every line in the years after the last fitted one, in draws: the last value
  /// moved on by the fitted drift, which fades, and by innovations, as projections move prices on.
  ///
  /// - Parameters:
  ///   - last: The last fitted year.
  ///   - horizon: Years ahead.
  ///   - data: The data folder.
  ///   - draws: The draws, 0 the central run.
  ///   - seed: What they share.
  /// - Returns: By cell of England, year ahead and draw.
  func forecasts(
    from last: FinancialYear, horizon: Int, data: DataFolder, draws: ClosedRange<Int>,
    seed: UInt64
  ) throws -> [BacktestCell: [[Double]]] {
    let day = UnitCostSource.years.upperBound.advanced(by: 1).start
    let assumptions = try ParameterSet(
      ["price.damping", "price.persistence"].map { try data.parameters.parameter($0) })
    let parameters = DrawnParameters(
      assumptions,
      drawn: try DrawnValues(of: assumptions, in: ParameterDraws(seed: seed, draws: draws)))
    let damping = try parameters.value(of: "price.damping", on: day)
    let persistence = try parameters.value(of: "price.persistence", on: day)
    // The first numbers of the purpose are those of children in care.
    let points = try points(
      draws.map { draw in
        draw > 0
          ? RandomStream(seed: seed, purpose: RandomPurpose.fit.rawValue, draw: UInt32(draw))
            .normals(dimension, from: addressHash("unit-cost"))
          : [Double](repeating: 0, count: dimension)
      })
    let deflator = try data.series("gdp-deflator")
    return try lines.enumerated().reduce(into: [:]) { result, entry in
      let (place, line) = entry
      let index = try line.source.history(in: data).realIndex(over: deflator)
      guard let opening = index[last] else { return }
      let drift = Uncertain.drawn(points.map { line.drift($0) })
      let moves = parameters.innovations(
        of: "price.\(line.source.line)", through: horizon,
        deviation: Uncertain(deviation(of: place)), persistence: persistence)
      var (steps, weight) = (Uncertain.zero, Uncertain(1))
      let cell = BacktestCell(
        series: "unit-cost", item: line.source.line, area: Area.england.code)
      for ahead in 1...horizon {
        steps += weight
        weight *= damping
        let number = opening * exp(drift * steps + moves[ahead])
        result[cell, default: []].append((0..<draws.count).map { number[$0] })
      }
    }
  }
}
