import Parameters
import Statistics

extension CohortModel {
  /// Part 3: care leavers from those who left care, published before the opening and projected
  /// after it.
  func careLeavers(
    from opening: CareLeaverOpening, leaving years: [ProjectedYear]
  ) throws -> [CareLeaverYear] {
    let parameters = assumptions.parameters
    let day = FinancialYear(startingIn: opening.year).start
    var leaving = try assumptions.inputs.leavers.mapValues {
      try LeavingCare($0, under: parameters, on: day)
    }
    for year in years { leaving[year.year] = try LeavingCare(year) }
    return try CareLeavers.projection(
      from: opening, leaving: leaving,
      under: years.map { try CareLeaverAssumptions(from: parameters, in: $0.year) })
  }

  /// What drives spending: the last year of outturn and the projected years.
  func workloads(
    children: (opening: [ChildGroup: CareStock], years: [ProjectedYear]),
    careLeavers: (opening: CareLeaverOpening, years: [CareLeaverYear])
  ) throws -> [FinancialYear: Workload] {
    let inputs = assumptions.inputs
    let guardianship = try specialGuardianship(children.years)
    let leavers =
      [careLeavers.opening.total(.nineteenToTwentyOne)]
      + careLeavers.years.map { $0.total(.nineteenToTwentyOne) }
    let opening = children.opening[.otherChildren]! + children.opening[.asylumSeeking]!
    var workloads = [
      SpendingAssumptions.baseYear: Workload(
        endingIn: opening, inputs: inputs, careLeavers: leavers[0],
        specialGuardianship: guardianship[0])
    ]
    for (index, year) in children.years.enumerated() {
      workloads[year.financialYear] = Workload(
        year, placements: inputs.placements,
        population: Uncertain(
          try inputs.population.children(inReportingYear: year.year).reduce(0, +)),
        careLeavers: (before: leavers[index], now: leavers[index + 1]),
        specialGuardianship: guardianship[index + 1])
    }
    return workloads
  }

  /// Children under a special guardianship order on the opening and on every closing 31 March.
  private func specialGuardianship(_ years: [ProjectedYear]) throws -> [Uncertain] {
    let day = FinancialYear(startingIn: CareModelInputs.openingYear).start
    let opening = try assumptions.parameters.value(of: "special-guardianship.children", on: day)
    return [opening]
      + specialGuardianshipStock(
        opening: opening,
        leavingRate: try assumptions.parameters.value(
          of: "special-guardianship.leaving-rate", on: day),
        orders: years.map { year in
          assumptions.inputs.specialGuardianshipShare
            * year.sum { $0.exited(.specialGuardianship) }
        })
  }

  /// Prices of every year with a workload, anchored to the last year of outturn: each line's unit
  /// costs in every year are multiplied by what makes its gross spending of that year the published
  /// one.
  ///
  /// A parameter that differs in 2023-24 too therefore shifts costs between the placement types of
  /// a line and leaves what was spent as published; one changed from a later date acts in full.
  func spendingAssumptions(
    for workloads: [FinancialYear: Workload], deflator: Deflator
  ) throws -> SpendingAssumptions {
    let inputs = assumptions.inputs
    let prices = try SpendingAssumptions(
      from: assumptions.parameters, lines: inputs.lines, deflator: deflator,
      years: workloads.keys.sorted())
    let base = SpendingAssumptions.baseYear
    return prices.anchored(
      by: prices.anchors(
        to: inputs.outturn.amounts.mapValues(\.gross), with: workloads[base]!, in: base))
  }
}
