public import CareModel
public import Parameters
import Statistics

/// The fit of children in care to the published years, by penalised likelihood.
///
/// The opening stock and the flows carry the information. From the opening stock the model goes
/// through all years; totals of the stock are no part of the likelihood, because entries and exits
/// add up to them: the stock enters through the published balance, which sets repeated starts, and
/// through its shares by age and placement.
public struct CareCalibration: Sendable {
  /// Where the fit may read: the opening year and the fitted years.
  public let years: ClosedRange<Int>

  let model: CareFitModel
  let priors: CareFitPriors

  /// Prepares the fit.
  ///
  /// - Parameters:
  ///   - data: The data folder.
  ///   - placements: Placement types in order.
  ///   - years: The opening 31 March to the last fitted one, whose rates are fitted and from which
  ///     trends are counted.
  ///   - priorStrength: What multiplies the penalty instead of `calibration.prior-strength`, > 0.
  ///   - population: Children in the population; with `nil` as they are known today.
  public init(
    data: DataFolder, placements: [PlacementType], years: ClosedRange<Int>,
    priorStrength: Double? = nil, population given: Population? = nil
  ) throws {
    self.years = years
    let day = FinancialYear(startingIn: years.lowerBound).start
    priors = try CareFitPriors(from: data.parameters, on: day, strength: priorStrength)
    func table(_ id: String, _ rows: [String], _ columns: [String]) throws -> [[Double]] {
      let parameter = try data.parameters.parameter(id)
      return try rows.map { row in try columns.map { try parameter.value(on: day, [row, $0]) } }
    }
    let ids = placements.map(\.id)
    let moves = try table("moves.prior", ids, ids)
    let factors = try table("exits.placement-prior", ExitReason.allCases.map(\.rawValue), ids)
    let open = try table("placement.age-profile", ids, AgeGroup.allCases.map(\.rawValue))
    let parameters = CareFitState.parameters(
      placements: placements, moves: moves, exitFactors: factors,
      years: (years.lowerBound + 1)...years.upperBound, priors: priors)
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
    let population = try given ?? Population(from: data)
    model = CareFitModel(
      placements: placements,
      history: try years.map { try PublishedCareYear(year: $0, series: data) },
      population: try years.dropFirst().reduce(into: [:]) {
        $0[$1] = try population.children(inReportingYear: $1)
      },
      parameters: parameters, start: start)
  }

  /// The series that a fit is made from, for its digests.
  public static let series =
    PublishedCareYear.series + [
      "population-mid-year-estimate", "population-projection-2022-based",
      "population-single-year-mid-2020",
    ]

  /// The parameters that a fit is made from, for its digests.
  public static let parameters =
    CareFitPriors.ids + [
      FittedDistribution.strength, "exits.placement-prior", "moves.prior", "placement.age-profile",
      "transfers.age", "transfers.asylum-share-prior",
    ]

  /// The likelihood of the published years.
  var likelihood: PenalisedLikelihood {
    let model = model
    return PenalisedLikelihood(
      penalty: FitPenalty(
        parameters: model.parameters.count,
        smoothness: CareFitState.smoothness(of: model.parameters, priors: priors),
        strength: priors.strength),
      dispersionPrior: priors.dispersion,
      cells: { try model.cells(model.state(at: $0)) })
  }

  /// Fits.
  ///
  /// - Throws: ``FitError``; what a search throws that finds no end.
  public func fit() throws -> CareFit {
    CareFit(model: model, fit: try likelihood.fit())
  }
}
