import Statistics

extension CareRates {
  /// These rates with the entries of an area: entries of other children per child of England's
  /// population, and arrivals, times the area's shares. All other rates stay.
  func entering(_ area: AreaShares) -> CareRates {
    var rates = self
    for age in AgeGroup.allCases {
      rates.entryRate[age.index] *= Uncertain(area.entries[age.index])
    }
    rates.asylumEntries *= Uncertain(area.asylumEntries)
    return rates
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
