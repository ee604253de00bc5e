public import CareModel
public import Parameters
import Statistics

/// The fit that projections from an earlier opening rest on: to the years up to it, with the
/// population known on it. What asylum-seeking children and transfers were in the last of these years
/// is carried on.
public struct OpeningFit: Sendable {
  /// The opening.
  public let opening: Opening
  /// The fit to the years up to it.
  public let fit: CareFit

  private let carried: [Parameter]

  /// The first fitted 31 March, of the opening stock.
  private static let first = 2019

  /// Fits.
  ///
  /// - Parameters:
  ///   - opening: An opening but the latest.
  ///   - data: The data folder.
  ///   - placements: Placement types in order.
  ///   - priorStrength: What multiplies the penalty instead of `calibration.prior-strength`, > 0.
  ///   - source: The id of the newest release that is fitted to.
  /// - Throws: As ``CareCalibration``.
  public init(
    to opening: Opening, data: DataFolder, placements: [PlacementType],
    priorStrength: Double? = nil, source: String
  ) throws {
    precondition(opening != .latest, "the latest opening has the fit to all years")
    self.opening = opening
    fit = try CareCalibration(
      data: data, placements: placements, years: Self.first...opening.year,
      priorStrength: priorStrength, population: Population(from: data, at: opening)
    ).fit()
    carried = try Self.carried(by: fit, from: opening, data: data, source: source)
  }

  /// The parameters of the opening that are not assumed: as `children-in-care.yaml` in its folder holds
  /// them.
  ///
  /// - Parameter source: The id of the newest release that was fitted to.
  public func parameters(source: String) throws -> [Parameter] {
    try fit.parameters(source: source) + carried
  }

  /// Asylum-seeking entries and transfers as they were in the last fitted year.
  private static func carried(
    by fit: CareFit, from opening: Opening, data: DataFolder, source: String
  ) throws -> [Parameter] {
    let last = fit.model.history.last!
    let state = fit.model.state(at: fit.fit.estimate)
    let entries = last.asylumStarts - state.transfersAsylumShare.central * last.transfers
    func parameter(
      _ id: String, _ value: Double, spread: Spread, how: String
    ) throws -> Parameter {
      let model = try data.parameters.parameter(id)
      return try Parameter(
        id: id, label: model.label, unit: model.unit, by: model.dimensions, valid: model.valid,
        afterLast: .hold, note: model.note,
        values: [
          DatedValue(
            from: opening.firstYear.start, basis: .estimated,
            citation: Citation(
              source: source, at: "national tables, reporting year \(opening.year)"),
            how: how, table: ValueTable(value), spread: spread)
        ])
    }
    return [
      try parameter(
        "asylum.entries", entries, spread: Spread(.logNormal, cv: 0.06),
        how:
          "Published starts of asylum-seeking children in the year to 31 March \(opening.year), less "
          + "the fitted share of that year's transfers; held. The spread is assumed: how many "
          + "transfers concern these children is not published."),
      try parameter(
        "transfers.count", last.transfers, spread: Spread(.logNormal, cv: 0.3),
        how:
          "Transfers of the year to 31 March \(opening.year), held; they cancel in the stock. The "
          + "spread is assumed."),
    ]
  }
}
