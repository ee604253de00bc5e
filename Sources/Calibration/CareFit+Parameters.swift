import CareModel
import Foundation
public import Parameters
import LinearAlgebra
import Statistics

extension CareFit {
  /// The fitted parameters of children in care, as `Datasets/fitted/children-in-care.yaml` holds
  /// them, applying from the 1 April after the last fitted year.
  ///
  /// - Parameter source: The id of the newest release that was fitted to.
  public func parameters(source: String) throws -> [Parameter] {
    let last = model.start.referenceYear
    let day = FinancialYear(startingIn: last).start
    let state = model.state(at: fit.estimate)
    return try (rates(of: state) + [openingStock()]).map {
      try $0.parameter(from: day, through: last, source: source)
    }
  }

  /// The fitted parameters that are functions of a state, in the order of the file.
  func rates(of state: CareFitState) -> [FittedParameter] {
    entries(state) + exits(state) + moves(state) + asylumSeeking(state)
  }

  private var ids: [String] { model.placements.map(\.id) }

  private static let how =
    "Penalised likelihood of the published starts, ceasings, placements and shares of the stock"

  /// Root mean square of the posterior deviations of the fit's parameters whose path begins so, and
  /// the largest part of the prior's deviation that is left.
  private func posterior(_ prefix: String) -> (deviation: Double, priorShare: Double) {
    let all = sharesOfPrior
    let indices = model.parameters.indices.filter { index in
      let path = model.parameters[index].path
      return path == prefix || path.hasPrefix(prefix + ".")
    }
    precondition(!indices.isEmpty, "the fit has no parameter \(prefix)")
    let squares = indices.map { index in
      let deviation = model.parameters[index].deviation
      return fit.covariance[index, index] * deviation * deviation
    }
    return (
      (squares.reduce(0, +) / Double(squares.count)).squareRoot(), indices.map { all[$0] }.max()!
    )
  }

  private func fitted(
    _ id: String, _ label: String, unit: String, by dimensions: [String] = [],
    valid: ClosedRange<Double>, keys: [[String]] = [[]], values: [Uncertain], like prefix: String,
    prior: Bool = false
  ) -> FittedParameter {
    let (deviation, share) = posterior(prefix)
    return FittedParameter(
      id: id, label: label, unit: unit, dimensions: dimensions, valid: valid, keys: keys,
      values: values, deviation: deviation, priorShare: prior ? 1 : share,
      how: Self.how)
  }

  private func byPlacement(
    _ id: String, _ label: String, unit: String, _ values: [Uncertain], valid: ClosedRange<Double>
  ) -> FittedParameter {
    fitted(
      id, label, unit: unit, by: ["placement"], valid: valid, keys: ids.map { [$0] },
      values: values, like: id)
  }

  private func entries(_ state: CareFitState) -> [FittedParameter] {
    let ages = AgeGroup.allCases.map { [$0.rawValue] }
    return [
      fitted(
        "entries.rate", "Children other than asylum-seeking starting to be looked after",
        unit: "/child/year", by: ["age"], valid: 0...1, keys: ages,
        values: state.rates.entryRate, like: "entries.rate"),
      trend(of: .entries, "Yearly change of the logarithm of entry rates", state),
      fitted(
        "entries.age-slope", "Change with each year of age of the logarithm of the entry rate",
        unit: "/year", by: ["age"], valid: -1...1, keys: ages,
        values: state.rates.entrySlope, like: "entries.age-slope"),
      fitted(
        "entries.first-year-share", "Share of the entries under one before the first 31 March",
        unit: "share", valid: 0...1, values: [state.rates.firstYearShare],
        like: "entries.first-year-share"),
      fitted(
        "entries.repeat", "Entries of children per published start beyond the first in a year",
        unit: "ratio", valid: 0...1, values: [state.entryRepeat], like: "entries.repeat"),
      byPlacement(
        "entries.placement-weight", "Relative weight of a placement type as first placement",
        unit: "ratio", state.rates.entryPlacement, valid: 0...1e6),
    ]
  }

  private func trend(
    of flow: CareFlow, _ label: String, _ state: CareFitState
  ) -> FittedParameter {
    let id = "\(flow.rawValue).trend"
    return fitted(
      id, label, unit: "/year", valid: -0.2...0.2, values: [state.trends[flow]!], like: id)
  }

  private func exits(_ state: CareFitState) -> [FittedParameter] {
    let ages = ExitAgeGroup.allCases
    var result = ExitReason.allCases.map { reason in
      fitted(
        "exits.\(reason.rawValue).rate", "Exits before 18, \(reason.rawValue)",
        unit: "/child/year", by: ["age"], valid: 0...1000, keys: ages.map { [$0.rawValue] },
        values: state.rates.exitRate[reason.index], like: "exits.\(reason.rawValue).rate")
    }
    let reasons = ExitReason.allCases
    result.append(
      fitted(
        "exits.placement-factor", "What multiplies exit rates in a placement type", unit: "ratio",
        by: ["reason", "placement"], valid: 0...1000,
        keys: reasons.flatMap { reason in ids.map { [reason.rawValue, $0] } },
        values: reasons.flatMap { state.rates.exitPlacementFactor[$0.index] },
        like: "exits.placement-factor", prior: true))
    result.append(trend(of: .exits, "Yearly change of the logarithm of exit rates", state))
    return result
  }

  private func moves(_ state: CareFitState) -> [FittedParameter] {
    let pairs = ids.flatMap { origin in ids.map { [origin, $0] } }
    let sinces = ["on-1-april", "entered-since"]
    let counts = ["1", "2", "3-or-more"]
    return [
      fitted(
        "moves.rate", "Moves between and within placement types", unit: "/child/year",
        by: ["origin", "destination"], valid: 0...1000, keys: pairs,
        values: state.rates.moveRate.flatMap { $0 }, like: "moves.opening", prior: true),
      fitted(
        "moves.factor", "What multiplies moves, by in care since and placements so far",
        unit: "ratio", by: ["since", "count"], valid: 0...1000,
        keys: sinces.flatMap { since in counts.map { [since, $0] } },
        values: state.rates.moveFactor.flatMap { $0 }, like: "moves.factor"),
      trend(of: .moves, "Yearly change of the logarithm of move rates", state),
      byPlacement(
        "placement.trend",
        "Yearly change of the logarithm of how much a placement type draws and holds",
        unit: "/year", state.placementTrend, valid: -0.5...0.5),
    ]
  }

  private func asylumSeeking(_ state: CareFitState) -> [FittedParameter] {
    [
      fitted(
        "asylum.exit-rate", "Asylum-seeking children leaving before 18", unit: "/child/year",
        valid: 0...5, values: [state.rates.asylumExitRate], like: "asylum.exit-rate"),
      fitted(
        "asylum.entry-age", "Share of asylum-seeking entries by age", unit: "share", by: ["age"],
        valid: 0...1, keys: BirthCohort.ages.map { [String($0)] }, values: state.asylumEntryAge,
        like: "asylum.entries-16-and-over"),
      fitted(
        "transfers.asylum-share",
        "Share of transfers between authorities that concern asylum-seeking children",
        unit: "share", valid: 0...1, values: [state.transfersAsylumShare],
        like: "transfers.asylum-share"),
      byPlacement(
        "asylum.entry-placement", "Share of asylum-seeking entries by first placement",
        unit: "share", state.rates.asylumEntryPlacement, valid: 0...1),
    ]
  }

  /// The opening stock: the model's children of the last year, fitted to the published counts.
  private func openingStock() throws -> FittedParameter {
    let stocks = try openingStocks()
    let keys = ChildGroup.allCases.flatMap { group in
      BirthCohort.ages.flatMap { age in ids.map { [group.rawValue, String(age), $0] } }
    }
    let values = ChildGroup.allCases.flatMap { stocks[$0]!.children.flatMap { $0 } }
    return FittedParameter(
      id: "opening-stock", label: "Children looked after on the opening 31 March",
      unit: "children", dimensions: ["group", "age", "placement"], valid: 0...100_000, keys: keys,
      values: values, deviation: 0.02, priorShare: 1,
      how: "The modelled stock fitted to the published counts by age group and by placement")
  }
}
