import Parameters
import Statistics

extension AreaModel {
  /// The workload of the last year of outturn: child-weeks of the area's own stock, every other driver
  /// in proportion to what it counts.
  func baseWorkload(
    of area: AreaShares, opening: [ChildGroup: CareStock]
  ) -> Workload {
    let asylum = ChildGroup.asylumSeeking
    let parts: [String: Uncertain] = [
      "population-0-17": Uncertain(area.population),
      "care-leavers-19-21": Uncertain(area.careLeavers[.nineteenToTwentyOne]!),
      "asylum-seeking-children": opening[asylum]!.total / england.opening[asylum]!.total,
      "special-guardianship-children": Uncertain(area.stock),
      Workload.constant: Uncertain(area.population),
    ]
    let weeks = Workload(
      endingIn: opening[.otherChildren]! + opening[asylum]!, inputs: model.assumptions.inputs,
      careLeavers: 0, specialGuardianship: 0
    ).childWeeks
    return Workload(
      childWeeks: weeks,
      quantities: baseWorkload.quantities.reduce(into: [:]) { result, quantity in
        result[quantity.key] = quantity.value * parts[quantity.key]!
      })
  }

  /// The workloads of the projected years.
  func workloads(
    of area: AreaShares, _ years: [ProjectedYear],
    careLeavers: (opening: CareLeaverOpening, years: [CareLeaverYear]), guardianship: Uncertain
  ) -> [FinancialYear: Workload] {
    let orders = years.map { year in
      model.assumptions.inputs.specialGuardianshipShare
        * year.sum { $0.exited(.specialGuardianship) }
    }
    let guardianships = specialGuardianshipStock(
      opening: guardianship, leavingRate: guardianshipLeavingRate, orders: orders)
    let leavers =
      [careLeavers.opening.total(.nineteenToTwentyOne)]
      + careLeavers.years.map { $0.total(.nineteenToTwentyOne) }
    return years.indices.reduce(into: [:]) { result, index in
      var workload = Workload(
        years[index], placements: england.placements,
        population: Uncertain(population[index] * area.population),
        careLeavers: (before: leavers[index], now: leavers[index + 1]),
        specialGuardianship: guardianships[index])
      workload.quantities[Workload.constant] = Uncertain(area.population)
      result[years[index].financialYear] = workload
    }
  }
}
