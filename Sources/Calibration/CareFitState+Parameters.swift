import CareModel
import Statistics

extension CareFitState {
  /// Every number that the fit chooses, in a fixed order.
  ///
  /// - Parameters:
  ///   - types: The placement types.
  ///   - moves: The prior of moves, origin × destination.
  ///   - exitFactors: The prior of exits by placement type, reason × placement.
  ///   - years: The fitted years.
  ///   - priors: How far parameters may lie from their prior medians.
  static func parameters(
    placements types: [PlacementType], moves: [[Double]], exitFactors: [[Double]],
    years: ClosedRange<Int>, priors: CareFitPriors
  ) -> [FitParameter] {
    let placements = types.map(\.id)
    let rates =
      exits(placements: placements, factors: exitFactors, priors)
      + entries(placements: placements, priors)
      + self.moves(placements: placements, prior: moves, priors)
      + asylumSeeking(placements: placements, priors)
    let levels = CareFlow.fitted.flatMap { self.levels(of: $0, years: years, priors) }
    return rates + placementTrends(types, priors) + levels + exitAges(years: years, priors)
  }

  private static func exits(
    placements: [String], factors: [[Double]], _ priors: CareFitPriors
  ) -> [FitParameter] {
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
            prior: medians[reason]![age.index], deviation: priors[.exitRate]
          ) { $0.rates.exitRate[reason.index][age.index] = $1 })
      }
    }
    // Exits by age are published, reasons by age are not: a level of each age for all reasons leaves
    // the smoothness over ages to what divides an age's exits among them.
    for age in ExitAgeGroup.allCases {
      result.append(
        FitParameter("exits.age-level.\(age.rawValue)", prior: 1, deviation: priors[.exitRate]) {
          for reason in ExitReason.allCases { $0.rates.exitRate[reason.index][age.index] *= $1 }
        })
    }
    let free = placements.indices.filter { placement in
      factors[ExitReason.returnHome.index][placement] > 0
    }
    for placement in free {
      result.append(
        FitParameter(
          "exits.placement-factor.\(placements[placement])", prior: 1,
          deviation: priors[.exitPlacement]
        ) { state, value in
          for reason in ExitReason.allCases where reason != .adoption {
            state.rates.exitPlacementFactor[reason.index][placement] =
              Uncertain(factors[reason.index][placement]) * value
          }
        })
    }
    return result
  }

  private static func entries(
    placements: [String], _ priors: CareFitPriors
  ) -> [FitParameter] {
    // Published starts of 2018-19 over the population, asylum-seeking children taken out.
    let rates = [0.0096, 0.0020, 0.0015, 0.0019, 0.0030]
    var result = AgeGroup.allCases.map { group in
      FitParameter(
        "entries.rate.\(group.rawValue)", prior: rates[group.index], deviation: priors[.entryRate]
      ) { $0.rates.entryRate[group.index] = $1 }
    }
    result += placements.indices.map { placement in
      FitParameter(
        "entries.placement-weight.\(placements[placement])", prior: 0.05,
        deviation: priors[.entryPlacement]
      ) { $0.rates.entryPlacement[placement] = $1 }
    }
    for group in AgeGroup.allCases where group.ages.count > 1 {
      let medians: [AgeGroup: Double] = [.oneToFour: -0.1, .tenToFifteen: 0.1]
      result.append(
        FitParameter(
          "entries.age-slope.\(group.rawValue)", prior: medians[group] ?? 0,
          deviation: priors[.entrySlope], scale: .identity
        ) { $0.rates.entrySlope[group.index] = $1 })
    }
    result.append(
      FitParameter(
        "entries.first-year-share", prior: 0.7, deviation: priors[.asylumShare], scale: .logit
      ) { $0.rates.firstYearShare = $1 })
    result.append(
      FitParameter("entries.repeat", prior: 0.014, deviation: priors[.entryRepeat]) {
        $0.entryRepeat = $1
      })
    result.append(
      FitParameter(
        "opening.share-seventeen.other-children", prior: 0.52, deviation: priors[.openingShare],
        scale: .logit
      ) { $0.openingSeventeen[0] = $1 })
    return result
  }

  private static func moves(
    placements: [String], prior: [[Double]], _ priors: CareFitPriors
  ) -> [FitParameter] {
    var result: [FitParameter] = []
    // The fitted rates are prior · leaving[origin] · opening[destination]: the closest to the prior
    // in relative entropy that meets totals by origin and by destination.
    for origin in placements.indices {
      result.append(
        FitParameter(
          "moves.leaving.\(placements[origin])", prior: 1, deviation: priors[.moveRate]
        ) {
          for to in placements.indices {
            $0.rates.moveRate[origin][to] = Uncertain(prior[origin][to]) * $1
          }
        })
    }
    for destination in placements.indices {
      result.append(
        FitParameter(
          "moves.opening.\(placements[destination])", prior: 1, deviation: priors[.moveRate]
        ) {
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
            deviation: priors[.moveFactor]
          ) { $0.rates.moveFactor[since][count] = $1 })
      }
    }
    return result
  }

  private static func asylumSeeking(
    placements: [String], _ priors: CareFitPriors
  ) -> [FitParameter] {
    let usual = ["agency-foster": 0.3, "own-foster": 0.12, "relative-foster": 0.02]
    let supported = ["supported-accommodation": 0.4, "other": 0.1]
    var result = placements.indices.map { placement in
      let id = placements[placement]
      return FitParameter(
        "asylum.entry-placement.\(id)", prior: usual[id] ?? supported[id] ?? 0.003,
        deviation: priors[.asylumPlacement]
      ) { $0.rates.asylumEntryPlacement[placement] = $1 }
    }
    result += [
      FitParameter(
        "transfers.asylum-share", prior: 0.8, deviation: priors[.asylumShare], scale: .logit
      ) { $0.transfersAsylumShare = $1 },
      FitParameter("asylum.exit-rate", prior: 0.1, deviation: priors[.exitRate]) {
        $0.rates.asylumExitRate = $1
      },
      FitParameter(
        "asylum.entries-16-and-over", prior: 0.8, deviation: priors[.asylumShare], scale: .logit
      ) { $0.asylumEntriesSixteenAndOver = $1 },
      FitParameter(
        "asylum.entries-17", prior: 0.5, deviation: priors[.asylumShare], scale: .logit
      ) { $0.asylumEntriesSeventeen = $1 },
      FitParameter(
        "opening.share-seventeen.asylum-seeking", prior: 0.65,
        deviation: priors[.openingShare], scale: .logit
      ) { $0.openingSeventeen[1] = $1 },
    ]
    return result
  }
}
