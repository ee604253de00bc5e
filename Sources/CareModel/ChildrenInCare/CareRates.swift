import Foundation
public import Statistics

/// Everything that drives children in care for one year in one area.
///
/// Arrays by age follow ``AgeGroup`` (5) or ``ExitAgeGroup`` (6), arrays by placement the model's
/// placement types (P), arrays by reason ``ExitReason`` (4).
public struct CareRates: Sendable, Equatable {
  /// Entries of other children per child in the population and year, by age group. Each ≥ 0.
  public var entryRate: [Uncertain]

  /// Yearly change with age of the logarithm of the entry rate within an age group, 5.
  public var entrySlope: [Uncertain]

  /// The part of the entries under one that falls before the first 31 March of the child. 0 to 1.
  public var firstYearShare: Uncertain

  /// Relative weight of each placement type as the first placement of other children. P; ≥ 0.
  public var entryPlacement: [Uncertain]

  /// Asylum-seeking children who enter in the year. children/year; ≥ 0.
  public var asylumEntries: Uncertain

  /// Share of asylum-seeking entries at each whole age, 0 to 17. 18; sums to 1.
  public var asylumEntryAge: [Uncertain]

  /// Share of asylum-seeking entries by first placement. P; sums to 1.
  public var asylumEntryPlacement: [Uncertain]

  /// Exits of other children per child in care and year, reason × exit age group. Each ≥ 0.
  public var exitRate: [[Uncertain]]

  /// What multiplies the exit rate in each placement type, reason × P. 0 is a structural zero.
  public var exitPlacementFactor: [[Uncertain]]

  /// Exits of asylum-seeking children before 18 per child and year, for other reasons. ≥ 0.
  public var asylumExitRate: Uncertain

  /// Moves per child and year from placement type (row) to placement type (column), the diagonal
  /// being moves within a type, for a child of a susceptible age in care on 1 April who has not
  /// moved this year. P × P; each ≥ 0.
  public var moveRate: [[Uncertain]]

  /// How open each placement type is to each age group, P × 5: multiplies entries into and moves
  /// to it. 0 is a structural zero.
  public var placementAge: [[Uncertain]]

  /// What multiplies all moves of a child: in care since (1 April, entered since) × placements so
  /// far (1, 2, 3 or more). 2 × 3; each ≥ 0.
  public var moveFactor: [[Uncertain]]

  /// Creates the rates of a year, checking shapes and signs.
  public init(
    entryRate: [Uncertain], entrySlope: [Uncertain], firstYearShare: Uncertain,
    entryPlacement: [Uncertain],
    asylumEntries: Uncertain, asylumEntryAge: [Uncertain], asylumEntryPlacement: [Uncertain],
    exitRate: [[Uncertain]], exitPlacementFactor: [[Uncertain]], asylumExitRate: Uncertain,
    moveRate: [[Uncertain]], placementAge: [[Uncertain]], moveFactor: [[Uncertain]]
  ) {
    self.entryRate = entryRate
    self.entrySlope = entrySlope
    self.firstYearShare = firstYearShare
    self.entryPlacement = entryPlacement
    self.asylumEntries = asylumEntries
    self.asylumEntryAge = asylumEntryAge
    self.asylumEntryPlacement = asylumEntryPlacement
    self.exitRate = exitRate
    self.exitPlacementFactor = exitPlacementFactor
    self.asylumExitRate = asylumExitRate
    self.moveRate = moveRate
    self.placementAge = placementAge
    self.moveFactor = moveFactor
    requireShapes()
  }

  /// Placement types, P.
  public var placements: Int { entryPlacement.count }

  /// Lets placement types draw and hold more, or less, than before.
  ///
  /// A first placement in type `p` becomes `exp(d_p)` times as likely, a move from `o` to another
  /// type `p` `exp(d_p) / exp(d_o)` times; moves within a type stay.
  ///
  /// - Parameters:
  ///   - placements: The logarithm of the change of each type, `d`. P.
  ///   - moves: What multiplies all moves besides. ≥ 0.
  public mutating func drift(placements: [Uncertain], moves: Uncertain) {
    let grown = placements.map { exp($0) }
    for destination in entryPlacement.indices {
      entryPlacement[destination] *= grown[destination]
      for origin in entryPlacement.indices {
        moveRate[origin][destination] *= moves * (grown[destination] / grown[origin])
      }
    }
  }

  /// Spreads entries by age group over whole ages: in proportion to the population and to the slope
  /// of the group.
  ///
  /// - Parameters:
  ///   - byGroup: Entries by age group, 5.
  ///   - population: Children in the population by whole age, 18.
  /// - Returns: Entries by whole age, 18, adding up to those of each group.
  public func spread(_ byGroup: [Uncertain], over population: [Double]) -> [Uncertain] {
    AgeGroup.allCases.flatMap { group in
      let weights = group.ages.map { age in
        population[age] * exp(entrySlope[group.index] * Uncertain(age - group.ages.lowerBound))
      }
      let sum = weights.reduce(0, +)
      return weights.map { byGroup[group.index] * $0 / sum }
    }
  }

  private func requireShapes() {
    let groups = AgeGroup.allCases.count
    let reasons = ExitReason.allCases.count
    let exitAges = ExitAgeGroup.allCases.count
    requireShape("entryRate", [entryRate], 1, groups)
    precondition(
      entrySlope.count == groups && entrySlope.allSatisfy(\.isFinite),
      "entrySlope is not \(groups) finite numbers: \(entrySlope)")
    requireShape("entryPlacement", [entryPlacement], 1, placements)
    requireShape("asylumEntryAge", [asylumEntryAge], 1, BirthCohort.ages.count)
    requireShape("asylumEntryPlacement", [asylumEntryPlacement], 1, placements)
    requireShape("exitRate", exitRate, reasons, exitAges)
    requireShape("exitPlacementFactor", exitPlacementFactor, reasons, placements)
    requireShape("moveRate", moveRate, placements, placements)
    requireShape("placementAge", placementAge, placements, groups)
    requireShape("moveFactor", moveFactor, InCareSince.allCases.count, PlacementsSoFar.counts)
    precondition((0...1).contains(firstYearShare), "firstYearShare \(firstYearShare), not 0 to 1")
    precondition(asylumEntries >= 0, "asylumEntries \(asylumEntries) is negative")
    precondition(asylumExitRate >= 0, "asylumExitRate \(asylumExitRate) is negative")
  }

  private func requireShape(_ name: String, _ table: [[Uncertain]], _ rows: Int, _ columns: Int) {
    precondition(table.count == rows, "\(name) has \(table.count) rows, not \(rows)")
    for row in table {
      precondition(row.count == columns, "\(name) has \(row.count) columns, not \(columns)")
      precondition(row.allSatisfy { $0 >= 0 }, "\(name) holds a negative or missing number: \(row)")
    }
  }
}
