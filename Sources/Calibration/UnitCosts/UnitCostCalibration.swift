import CareModel
import Foundation
import LinearAlgebra
public import Parameters
import Statistics

/// The fit of unit costs to the published years: drifts, and how far a year's prices move from them.
public struct UnitCostCalibration: Sendable {
  private let histories: [(source: UnitCostSource, growth: [(year: FinancialYear, growth: Double)])]
  private let fit: UnitCostFit

  /// Fits.
  ///
  /// - Parameters:
  ///   - data: The data folder.
  ///   - last: The last year that is used, if not all are; lines without growth up to it are left
  ///     out.
  ///   - priorStrength: What multiplies the penalty instead of `calibration.prior-strength`, > 0.
  /// - Throws: `InputError` where a series or parameter is missing; ``FitError``.
  public init(
    data: DataFolder, through last: FinancialYear? = nil, priorStrength: Double? = nil
  ) throws {
    let deflator = try data.series("gdp-deflator")
    let final = last ?? UnitCostSource.years.upperBound
    let histories = try UnitCostSource.all.map { source in
      let growth = try source.history(in: data).realGrowth(over: deflator)
      return (source: source, growth: growth.filter { $0.year.startingIn <= final.startingIn })
    }.filter { !$0.growth.isEmpty }
    let priors = try UnitCostFit.Priors(from: data.parameters, strength: priorStrength)
    self.histories = histories
    fit = try UnitCostFit(
      histories.map { ($0.source.line, $0.growth.map(\.growth)) }, under: priors)
  }

  /// The lines of the fit, and the drift of each at a point, in prior standard deviations.
  var lines: [(source: UnitCostSource, drift: @Sendable ([Double]) -> Double)] {
    let priors = fit.priors
    return histories.enumerated().map { place, history in
      (history.source, { priors.common * $0[0] + priors.line * $0[place + 1] })
    }
  }

  /// The standard deviation of the innovations of a line.
  func deviation(of place: Int) -> Double { fit.deviations[place] }

  /// Points of the fit: the estimate, moved by normal numbers as its covariance has it.
  ///
  /// - Parameter normals: Of each draw, as many as ``dimension``.
  func points(_ normals: [[Double]]) throws -> [[Double]] {
    let factor = try CholeskyFactor(fit.covariance).lower
    return normals.map { zip(fit.estimate, factor * $0).map { $0 + $1 } }
  }

  /// How many numbers the fit has.
  var dimension: Int { fit.estimate.count }

  /// The series that the fit is made from, for its digests.
  public static let series = UnitCostSource.series

  /// The parameters that the fit is made from, for its digests.
  public static let parameters =
    UnitCostFit.Priors.ids + [
      FittedDistribution.strength, "unit-cost.other-looked-after-services",
    ]

  private static func driftID(_ line: String) -> String { "price.drift.\(line)" }
  private static let common = "price.drift.all-lines"

  /// Every number of the fit.
  public var records: [FitRecord] {
    let all = FitRecord(
      path: Self.common, prior: 0, value: fit.priors.common * fit.estimate[0],
      shareOfPrior: shareOfPrior(0))
    return [all]
      + fit.lines.indices.map { place in
        FitRecord(
          path: Self.driftID(fit.lines[place]), prior: 0, value: fit.drift(of: place),
          shareOfPrior: min(fit.driftDeviation(of: place) / fit.priorDriftDeviation, 1))
      }
  }

  private func shareOfPrior(_ parameter: Int) -> Double {
    min((fit.covariance[parameter, parameter] * fit.priors.strength).squareRoot(), 1)
  }

  /// The growth of every line and year beside what was fitted, as a CSV file.
  public var cellText: String {
    func rounded(_ number: Double) -> String { shortestText((number * 1e4).rounded() / 1e4) }
    let rows = histories.enumerated().flatMap { place, history in
      history.growth.map { year, growth in
        let drift = fit.drift(of: place)
        return [
          history.source.line, history.source.unit, year.label, rounded(growth), rounded(drift),
          rounded(fit.deviations[place]), rounded((drift - growth) / fit.deviations[place]),
        ]
      }
    }
    return
      ([
        [
          "line", "unit", "year", "published_growth", "modelled_growth", "deviation",
          "standardised_residual",
        ]
      ] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// How the drifts are drawn together.
  ///
  /// - Throws: `LinearAlgebraError` where the covariance is not positive definite.
  public func distribution() throws -> FittedDistribution {
    let factor = try CholeskyFactor(fit.covariance).lower
    return FittedDistribution(
      parameters: [Self.common] + fit.lines.map(Self.driftID),
      factor: (0..<factor.rows).map { Array(factor.row($0).prefix($0 + 1)) },
      strengthSlopes: fit.strengthSlopes,
      loadings: fit.lines.enumerated().reduce(into: [:]) { loadings, line in
        loadings[Self.driftID(line.element)] = FittedDistribution.Loading(
          scale: .identity,
          terms: [
            .init(parameter: 0, weight: fit.priors.common),
            .init(parameter: line.offset + 1, weight: fit.priors.line),
          ])
      })
  }

  /// The fitted parameters, as `Datasets/fitted/unit-costs.yaml` holds them.
  ///
  /// - Parameter sources: The ids of the releases of section 251 and of the interactive tool.
  public func parameters(outturn: String, tool: String) throws -> [Parameter] {
    let records = Dictionary(uniqueKeysWithValues: records.map { ($0.path, $0) })
    return try histories.enumerated().flatMap { place, history in
      let (line, years) = (history.source.line, history.growth.map(\.year.label))
      let isTool = UnitCostSource.ofTool.contains(line)
      let citation = Citation(
        source: isTool ? tool : outturn,
        at: "England, growth of \(years.first!) to \(years.last!)")
      let drift = fit.drift(of: place)
      return [
        try fitted(
          Self.driftID(line), "Real growth of the price of \(line) a year, first year",
          unit: "/year", valid: -0.3...0.3, value: drift, citation,
          how: "Penalised likelihood of the yearly growth of the cost per \(history.source.unit)"
            + " over the GDP deflator",
          setBy: records[Self.driftID(line)]!.setBy,
          spread: Spread(.normal, cv: fit.driftDeviation(of: place) / max(abs(drift), 1e-6))),
        try fitted(
          "price.innovation.\(line)",
          "Standard deviation of what moves the price of \(line) away from its index in a year",
          unit: "number", valid: 0...1, value: fit.deviations[place], citation,
          how: "Fitted with the drift. Spread: that of a standard deviation from as many years",
          setBy: 2 * fit.priors.variance.weight < fit.weights[place] ? .data : .prior,
          spread: Spread(.logNormal, cv: (0.5 / fit.weights[place]).squareRoot())),
      ]
    }
  }

  private func fitted(
    _ id: String, _ label: String, unit: String, valid: ClosedRange<Double>, value: Double,
    _ citation: Citation, how: String, setBy: DatedValue.Decider, spread: Spread
  ) throws -> Parameter {
    try Parameter(
      id: id, label: label, unit: MeasurementUnit(id: unit)!, valid: valid, afterLast: .hold,
      values: [
        DatedValue(
          from: UnitCostSource.years.upperBound.advanced(by: 1).start, basis: .estimated,
          citation: citation, how: how, setBy: setBy, table: ValueTable(value), spread: spread)
      ])
  }
}

extension UnitCostFit.Priors {
  /// The ids that are read.
  static let ids = [
    "calibration.price-drift-deviation", "calibration.price-innovation.prior",
    "calibration.price-innovation.prior-weight", "calibration.price-innovation.floor",
  ]

  /// Reads them from the parameters of the data folder.
  ///
  /// - Parameter strength: What multiplies the penalty instead of `calibration.prior-strength`.
  init(from parameters: ParameterSet, strength: Double?) throws {
    let day = UnitCostSource.years.upperBound.advanced(by: 1).start
    func number(_ id: String, _ keys: String...) throws -> Double {
      try parameters.value(of: id, on: day, keys)
    }
    func square(_ id: String) throws -> Double {
      let deviation = try number(id)
      return deviation * deviation
    }
    self.init(
      common: try number("calibration.price-drift-deviation", "all-lines"),
      line: try number("calibration.price-drift-deviation", "line"),
      variance: DispersionPrior(
        value: try square("calibration.price-innovation.prior"),
        weight: try number("calibration.price-innovation.prior-weight"),
        floor: try square("calibration.price-innovation.floor")),
      strength: try strength ?? number(FittedDistribution.strength))
  }
}
