public import CareModel
import Dispatch
import LinearAlgebra
public import Parameters
import Statistics

/// The fit of children in care to the published years.
///
/// Penalised least squares: the squares of (modelled − published) / deviation over every published
/// figure plus the squares of the parameters in prior standard deviations, made least by damped
/// Gauss–Newton steps.
public struct CareCalibration: Sendable {
  /// Where the fit may read: the opening year and the fitted years.
  public let years: ClosedRange<Int>

  let model: CareFitModel

  /// Prepares the fit.
  ///
  /// - Parameters:
  ///   - data: The data folder.
  ///   - placements: Placement types in order.
  ///   - years: The opening 31 March to the last fitted one.
  ///   - reference: The year whose rates are fitted and from which trends are counted.
  public init(
    data: DataFolder, placements: [PlacementType], years: ClosedRange<Int>
  ) throws {
    self.years = years
    let day = FinancialYear(startingIn: years.lowerBound).start
    func table(_ id: String, _ rows: [String], _ columns: [String]) throws -> [[Double]] {
      let parameter = try data.parameters.parameter(id)
      return try rows.map { row in try columns.map { try parameter.value(on: day, [row, $0]) } }
    }
    let ids = placements.map(\.id)
    let moves = try table("moves.prior", ids, ids)
    let factors = try table("exits.placement-prior", ExitReason.allCases.map(\.rawValue), ids)
    let open = try table("placement.age-profile", ids, AgeGroup.allCases.map(\.rawValue))
    let parameters = CareFitState.parameters(
      placements: placements, moves: moves, exitFactors: factors)
    func known(_ table: [[Double]]) -> [[Uncertain]] { table.map { $0.map { Uncertain($0) } } }
    var start = CareFitState(
      rates: CareRates(
        entryRate: AgeGroup.allCases.map { _ in 0 }, entrySlope: AgeGroup.allCases.map { _ in 0 },
        firstYearShare: 0.7,
        entryPlacement: ids.map { _ in 1 }, asylumEntries: 0,
        asylumEntryAge: BirthCohort.ages.map { $0 == 17 ? 1 : 0 },
        asylumEntryPlacement: ids.map { _ in 1 },
        exitRate: ExitReason.allCases.map { _ in ExitAgeGroup.allCases.map { _ in 0 } },
        exitPlacementFactor: known(factors), asylumExitRate: 0, moveRate: known(moves),
        placementAge: known(open),
        moveFactor: InCareSince.allCases.map { _ in [1, 1, 1] }),
      placementTrend: ids.map { _ in 0 },
      transfersAsylumShare: Uncertain(
        try data.parameters.value(of: "transfers.asylum-share-prior", on: day)),
      transferAges: try ExitAgeGroup.allCases.map {
        Uncertain(try data.parameters.value(of: "transfers.age", on: day, [$0.rawValue]))
      },
      referenceYear: years.upperBound)
    for parameter in parameters { parameter.apply(&start, Uncertain(parameter.prior)) }
    let population = try Population(from: data)
    model = CareFitModel(
      placements: placements,
      history: try years.map { try PublishedCareYear(year: $0, series: data) },
      population: try years.dropFirst().reduce(into: [:]) {
        $0[$1] = try population.children(inReportingYear: $1)
      },
      parameters: parameters, start: start)
  }

  /// Fits.
  public func fit() throws -> CareFit {
    // The scales of the search are those of its steepest point, so it starts afresh once near.
    let near = try search(
      from: [Double](repeating: 0, count: model.parameters.count), tolerance: 0.05)
    return CareFit(model: model, fit: try search(from: near.estimate, tolerance: 2e-4))
  }

  private func search(from start: [Double], tolerance: Double) throws -> LeastSquaresFit {
    try GaussNewton(maximumIterations: 40, tolerance: tolerance).fit(
      from: start, jacobian: { try jacobian(at: $0) }, residuals: { try model.residuals(at: $0) })
  }

  /// Forward differences of the residuals, parameters side by side on all cores; each column is
  /// computed alone, so their number changes nothing.
  private func jacobian(at point: [Double]) throws -> Matrix {
    let step = 1e-5
    let base = try model.residuals(at: point)
    let columns = try concurrently(point.indices) { parameter in
      var moved = point
      moved[parameter] += step
      return zip(try model.residuals(at: moved), base).map { ($0 - $1) / step }
    }
    var jacobian = Matrix(rows: base.count, columns: point.count, repeating: 0)
    for (parameter, column) in columns.enumerated() {
      for row in base.indices { jacobian[row, parameter] = column[row] }
    }
    return jacobian
  }
}
