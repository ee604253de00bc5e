import Statistics

extension CareEntries {
  /// Children of a group who enter in a year.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - rates: The year's rates.
  ///   - population: Children in the population by whole age, 0 to 17, averaged over the year.
  init(of group: ChildGroup, rates: CareRates, population: [Double]) {
    switch group {
    case .otherChildren: self.init(otherChildren: rates, population: population)
    case .asylumSeeking: self.init(asylumSeeking: rates)
    }
  }
}

extension CareStock {
  /// The part of a stock that is an area's.
  ///
  /// - Parameter shares: Age group × placement, 0 to 1.
  func part(_ shares: [[Double]]) -> CareStock {
    CareStock(
      children.enumerated().map { age, row in
        zip(row, shares[AgeGroup(holding: age).index]).map { $0 * $1 }
      })
  }
}

extension CareLeaverOpening {
  /// The part of the care leavers that is an area's: the same activities in other numbers.
  ///
  /// - Parameter shares: By age group, above 0.
  func part(_ shares: [CareLeaverAgeGroup: Double]) throws -> CareLeaverOpening {
    try CareLeaverOpening(
      year: year,
      activity: activity.reduce(into: [:]) { result, age in
        result[age.key] = age.value.mapValues { $0 * shares[age.key.group]! }
      },
      aged17: aged17 * shares[.seventeenToEighteen]!,
      stayingPutBase: stayingPutBase.reduce(into: [:]) { result, age in
        result[age.key] = age.value * shares[age.key.group]!
      })
  }
}
