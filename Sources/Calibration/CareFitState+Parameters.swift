import CareModel
import Statistics

extension CareFitState {
  /// Every number that the fit chooses, in a fixed order.
  ///
  /// - Parameters:
  ///   - types: The placement types.
  ///   - moves: The prior of moves, origin × destination.
  ///   - exitFactors: The prior of exits by placement type, reason × placement.
  static func parameters(
    placements types: [PlacementType], moves: [[Double]], exitFactors: [[Double]]
  ) -> [FitParameter] {
    let placements = types.map(\.id)
    return exits(placements: placements, factors: exitFactors)
      + entries(placements: placements)
      + self.moves(placements: placements, prior: moves)
      + asylumSeeking(placements: placements)
      + placementTrends(types)
      + years
  }

  private static func exits(placements: [String], factors: [[Double]]) -> [FitParameter] {
    // Prior medians per child and year: the published exits of 2018 to 2020 by reason over the
    // stock, spread over ages by the published ages on ceasing.
    let medians: [ExitReason: [Double]] = [
      .returnHome: [0.20, 0.14, 0.10, 0.08, 0.10, 0.08],
      .specialGuardianship: [0.20, 0.15, 0.06, 0.02, 0.01, 0.005],
      .adoption: [1.2, 1.3, 1.2, 0.5, 0.1, 0.1],
      .otherReason: [0.02, 0.01, 0.01, 0.02, 0.05, 0.06],
    ]
    var result: [FitParameter] = []
    for reason in ExitReason.allCases {
      for age in ExitAgeGroup.allCases {
        result.append(
          FitParameter(
            "exits.\(reason.rawValue).rate.\(age.rawValue)",
            prior: medians[reason]![age.index], deviation: 0.7
          ) { $0.rates.exitRate[reason.index][age.index] = $1 })
      }
    }
    let free = placements.indices.filter { placement in
      factors[ExitReason.returnHome.index][placement] > 0
    }
    for placement in free {
      result.append(
        FitParameter(
          "exits.placement-factor.\(placements[placement])", prior: 1, deviation: 0.5
        ) { state, value in
          for reason in ExitReason.allCases where reason != .adoption {
            state.rates.exitPlacementFactor[reason.index][placement] =
              Uncertain(factors[reason.index][placement]) * value
          }
        })
    }
    return result
  }

  private static func entries(placements: [String]) -> [FitParameter] {
    var result = placements.indices.map { placement in
      FitParameter(
        "entries.placement-weight.\(placements[placement])", prior: 0.05, deviation: 1.5
      ) { $0.rates.entryPlacement[placement] = $1 }
    }
    for group in AgeGroup.allCases where group.ages.count > 1 {
      let medians: [AgeGroup: Double] = [.oneToFour: -0.1, .tenToFifteen: 0.1]
      result.append(
        FitParameter(
          "entries.age-slope.\(group.rawValue)", prior: medians[group] ?? 0, deviation: 0.1,
          scale: .identity
        ) { $0.rates.entrySlope[group.index] = $1 })
    }
    result.append(
      FitParameter("entries.first-year-share", prior: 0.7, deviation: 0.5, scale: .logit) {
        $0.rates.firstYearShare = $1
      })
    result.append(
      FitParameter("entries.repeat", prior: 0.014, deviation: 0.5) { $0.entryRepeat = $1 })
    result.append(
      FitParameter(
        "opening.share-seventeen.other-children", prior: 0.52, deviation: 0.2, scale: .logit
      ) { $0.openingSeventeen[0] = $1 })
    return result
  }

  private static func moves(placements: [String], prior: [[Double]]) -> [FitParameter] {
    var result: [FitParameter] = []
    // The fitted rates are prior · leaving[origin] · opening[destination]: the closest to the prior
    // in relative entropy that meets totals by origin and by destination.
    for origin in placements.indices {
      result.append(
        FitParameter("moves.leaving.\(placements[origin])", prior: 1, deviation: 0.7) {
          for to in placements.indices {
            $0.rates.moveRate[origin][to] = Uncertain(prior[origin][to]) * $1
          }
        })
    }
    for destination in placements.indices {
      result.append(
        FitParameter("moves.opening.\(placements[destination])", prior: 1, deviation: 0.7) {
          for from in placements.indices { $0.rates.moveRate[from][destination] *= $1 }
        })
    }
    let names = ["on-1-april", "entered-since"]
    let medians = [[1.0, 2.4, 2.4], [2.5, 2.5, 2.5]]
    for since in 0...1 {
      for count in 0..<PlacementsSoFar.counts where since + count > 0 {
        result.append(
          FitParameter(
            "moves.factor.\(names[since]).\(count + 1)", prior: medians[since][count],
            deviation: 0.7
          ) { $0.rates.moveFactor[since][count] = $1 })
      }
    }
    return result
  }

  /// A trend for each placement type. Supported accommodation and other placements have one between
  /// them: children were moved from the one heading to the other in the last year.
  private static func placementTrends(_ types: [PlacementType]) -> [FitParameter] {
    let shared = types.indices.filter { types[$0].setting == .supported }
    return types.indices.filter { !shared.contains($0) || $0 == shared.first }.map { placement in
      let members = shared.contains(placement) ? shared : [placement]
      return FitParameter(
        "placement.trend.\(types[placement].id)", prior: 0, deviation: 0.04, scale: .identity
      ) { state, value in
        for member in members { state.placementTrend[member] = value }
      }
    }
  }

  private static func asylumSeeking(placements: [String]) -> [FitParameter] {
    let usual = ["agency-foster": 0.3, "own-foster": 0.12, "relative-foster": 0.02]
    let supported = ["supported-accommodation": 0.4, "other": 0.1]
    var result = placements.indices.map { placement in
      let id = placements[placement]
      return FitParameter(
        "asylum.entry-placement.\(id)", prior: usual[id] ?? supported[id] ?? 0.003, deviation: 0.7
      ) { $0.rates.asylumEntryPlacement[placement] = $1 }
    }
    result += [
      FitParameter("transfers.asylum-share", prior: 0.8, deviation: 0.7, scale: .logit) {
        $0.transfersAsylumShare = $1
      },
      FitParameter("asylum.exit-rate", prior: 0.1, deviation: 0.7) { $0.rates.asylumExitRate = $1 },
      FitParameter("asylum.entries-16-and-over", prior: 0.8, deviation: 0.5, scale: .logit) {
        $0.asylumEntriesSixteenAndOver = $1
      },
      FitParameter("asylum.entries-17", prior: 0.5, deviation: 0.5, scale: .logit) {
        $0.asylumEntriesSeventeen = $1
      },
      FitParameter(
        "opening.share-seventeen.asylum-seeking", prior: 0.65, deviation: 0.3, scale: .logit
      ) { $0.openingSeventeen[1] = $1 },
    ]
    return result
  }

  private static var years: [FitParameter] {
    [
      FitParameter("exits.trend", prior: 0, deviation: 0.03, scale: .identity) {
        $0.exitTrend = $1
      },
      FitParameter("moves.trend", prior: 0, deviation: 0.03, scale: .identity) {
        $0.moveTrend = $1
      },
      FitParameter("exits.effect-2020-21", prior: 1, deviation: 0.2, onlyIn2021: true) {
        $0.exitEffect2021 = $1
      },
      FitParameter("moves.effect-2020-21", prior: 1, deviation: 0.2, onlyIn2021: true) {
        $0.moveEffect2021 = $1
      },
    ]
  }
}
