public import Parameters
public import Statistics

extension CareLeaverAssumptions {
  /// The assumptions of a projected year from the parameters of a run:
  /// `Datasets/parameters/care-leavers.yaml`.
  ///
  /// Each value is that of the 1 April that opens the year.
  ///
  /// - Parameters:
  ///   - parameters: Parameters, with the changes of a scenario.
  ///   - year: The reporting year.
  /// - Throws: `InputError` where a parameter, a category or a value is missing,
  ///   ``CareLeaverFaults`` where a value cannot be used.
  public init(from parameters: DrawnParameters, in year: Int) throws {
    let day = FinancialYear(startingIn: year - 1).start
    func number(_ id: String, _ keys: String...) throws -> Uncertain {
      try parameters.value(of: id, on: day, keys)
    }
    let elsewhere = CareLeaverAccommodation.allCases.filter { $0 != .formerFosterCarers }
    try self.init(
      eligibleAtEighteen: number("care-leavers.eligible-at-18"),
      eligibleBeforeEighteen: number("care-leavers.eligible-before-18"),
      eligibleAtSeventeen: number("care-leavers.eligible-at-17"),
      retention: byCase(CareLeaverAgeGroup.nineteenToTwentyOne.ages) {
        try number("care-leavers.retention", $0.rawValue)
      },
      activity: byCase(CareLeaverAge.allCases) { age in
        try byCase(CareLeaverActivity.allCases) {
          try number("care-leavers.activity", age.rawValue, $0.rawValue)
        }
      },
      persistence: number("care-leavers.persistence"),
      neetTrend: byCase(CareLeaverAgeGroup.allCases) {
        try number("care-leavers.neet-trend", $0.rawValue)
      },
      neetTrendDamping: number("care-leavers.neet-trend-damping"),
      neetOdds: byCase(CareLeaverAgeGroup.allCases) { try number("neet.odds", $0.rawValue) },
      stayingPutBaseShare: number("staying-put.base-share"),
      stayingPut: byCase(CareLeaverAge.allCases) {
        try number("staying-put.share", $0.stayingPutCategory)
      },
      otherWithFormerCarers: byCase(CareLeaverAge.allCases) {
        try number("care-leavers.other-with-former-carers", $0.rawValue)
      },
      accommodation: byCase(CareLeaverAge.allCases) { age in
        try byCase(elsewhere) {
          try number("care-leavers.accommodation", age.rawValue, $0.rawValue)
        }
      })
  }
}

extension CareLeaverOpening {
  /// The opening figures from the parameters of a run: `care-leavers.opening`,
  /// `care-leavers.opening-aged-17` and `staying-put.opening-base` on the day after the opening
  /// 31 March.
  ///
  /// - Parameters:
  ///   - parameters: Parameters, with the changes of a scenario.
  ///   - year: The opening reporting year.
  /// - Throws: `InputError` where a figure is missing, ``CareLeaverFaults`` where one cannot be
  ///   used.
  public init(from parameters: DrawnParameters, in year: Int) throws {
    let day = FinancialYear(startingIn: year).start
    try self.init(
      year: year,
      activity: byCase(CareLeaverAge.allCases) { age in
        try byCase(CareLeaverActivity.allCases) {
          try parameters.value(
            of: "care-leavers.opening", on: day, [age.rawValue, $0.rawValue])
        }
      },
      aged17: parameters.value(of: "care-leavers.opening-aged-17", on: day),
      stayingPutBase: byCase([.seventeenToEighteen, .nineteen, .twenty]) {
        try parameters.value(of: "staying-put.opening-base", on: day, [$0.stayingPutCategory])
      })
  }

  /// Care leavers of an age group.
  public func total(_ group: CareLeaverAgeGroup) -> Uncertain {
    group.ages.reduce(0) { sum, age in
      sum + CareLeaverActivity.allCases.reduce(0) { $0 + activity[age]![$1]! }
    }
  }
}

extension CareLeaverAge {
  /// The category of the Staying Put parameters: nobody stays put before 18, so that the first age
  /// stands for 18 alone.
  fileprivate var stayingPutCategory: String {
    self == .seventeenToEighteen ? "18" : rawValue
  }
}

/// A value for each of the keys.
private func byCase<Key: Hashable, Value>(
  _ keys: [Key], _ value: (Key) throws -> Value
) rethrows -> [Key: Value] {
  Dictionary(uniqueKeysWithValues: try keys.map { ($0, try value($0)) })
}
