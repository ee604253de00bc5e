import Markov
public import Statistics

/// What happened to one group of children in one year, 1 April to 31 March.
///
/// Arrays by age are by whole age at the event, 0 to 17; by placement, P long.
public struct CareYear: Sendable, Equatable {
  /// The stock on the closing 31 March.
  public let stock: CareStock

  /// The stock on 1 April.
  private let openingStock: CareStock

  /// Everything that is added up over cohorts, draws side by side.
  let sums: CareYearSums

  /// Exit rates, reason × cohort × placement. Per child and year; `nil` where parts of the children
  /// feel others.
  private let exitRates: [[[Uncertain]]]?
  /// Children who entered, by cohort, and their first placements, cohort × placement.
  private let enteredByCohort: [Uncertain]
  private let firstPlacements: [[Uncertain]]
  /// Children on 31 March, in care since × placements so far; `nil` where it is what the rates come to.
  private var placementsHad: [[Uncertain]]?

  /// A year of what its cohorts add up to.
  ///
  /// - Parameters:
  ///   - sums: Their sums.
  ///   - children: Who were in care on 1 April and who entered.
  ///   - exitRates: Reason × cohort × placement; `nil` where parts of the children feel others.
  init(_ sums: CareYearSums, of children: CareYearChildren, exitRates: [[[Uncertain]]]?) {
    openingStock = children.stock
    enteredByCohort = children.entered
    firstPlacements = children.mix
    self.sums = sums
    self.exitRates = exitRates
    stock = CareStock(sums.byAge(sums.stock))
  }
}

extension CareYear {
  /// Children in care on 1 April.
  public var opening: Uncertain { openingStock.total }

  /// Children on 31 March: in care since × placements so far (1, 2, 3 or more) × age. Not of children
  /// who have had other numbers of placements than the rates come to.
  public var closing: [[[Uncertain]]] {
    precondition(placementsHad == nil, "ages of children by placements of their own")
    return InCareSince.allCases.map { since in
      (0..<PlacementsSoFar.counts).map { count in
        BirthCohort.ages.map { sums.closing[sums.closingPlace(since, count: count, age: $0)] }
      }
    }
  }

  /// Children who entered, age × placement.
  public var entries: [[Uncertain]] {
    byAge { cohort, isOlder, placement in
      let older = CohortClass.schedule(ofCohort: cohort).olderArriving
      return firstPlacements[cohort][placement] * enteredByCohort[cohort]
        * (isOlder ? older : 1 - older)
    }
  }

  /// Children who left before 18, reason × age × placement. Not of children in parts that feel several
  /// rates.
  public var exits: [[[Uncertain]]] {
    guard let exitRates else {
      preconditionFailure("exits by placement of children who feel several rates")
    }
    return ExitReason.allCases.map { reason in
      byAge { cohort, isOlder, placement in
        sums.time[sums.timePlace(cohort: cohort, isOlder: isOlder, placement)]
          * exitRates[reason.index][cohort][placement]
      }
    }
  }

  /// Children who left on their 18th birthday, by placement.
  public var exitsAtEighteen: [Uncertain] { placements.map { sums.exitsAtEighteen[$0] } }

  /// Time in care, by age × placement. Child-years.
  public var childYears: [[Uncertain]] {
    byAge { sums.time[sums.timePlace(cohort: $0, isOlder: $1, $2)] }
  }

  /// Moves made, origin × destination, the diagonal being moves within a placement type.
  public var moves: [[Uncertain]] {
    placements.map { origin in placements.map { sums.moves[origin * sums.placements + $0] } }
  }

  private var placements: Range<Int> { 0..<sums.placements }

  /// A quantity of each cohort at its younger and its older age, by placement, added up by age.
  private func byAge(
    _ quantity: (_ cohort: Int, _ isOlder: Bool, _ placement: Int) -> Uncertain
  ) -> [[Uncertain]] {
    var table = BirthCohort.ages.map { _ in placements.map { _ in Uncertain.zero } }
    for cohort in BirthCohort.all {
      let (younger, older, _) = BirthCohort.ages(ofCohort: cohort, inMonth: BirthCohort.months)
      for (age, isOlder) in [(younger, false), (older, true)] {
        for placement in placements {
          table[age][placement] += quantity(cohort, isOlder, placement)
        }
      }
    }
    return table
  }
}

extension CareYear {
  /// Children on 31 March with 1, 2 and 3 or more placements in the year.
  ///
  /// - Parameter since: Only those in care on 1 April, or only those entered since; all if nil.
  public func placementsSoFar(_ since: InCareSince? = nil) -> [Uncertain] {
    if let placementsHad {
      let chosen = since.map { [placementsHad[$0.rawValue]] } ?? placementsHad
      return (0..<PlacementsSoFar.counts).map { count in chosen.map { $0[count] }.sum() }
    }
    return (0..<PlacementsSoFar.counts).map { count in
      sums.closing.sum(
        InCareSince.allCases.filter { since == nil || $0 == since }.flatMap { since in
          BirthCohort.ages.map { sums.closingPlace(since, count: count, age: $0) }
        })
    }
  }

  /// The same year, of children who have had other numbers of placements.
  ///
  /// - Parameter placements: Children on 31 March, in care since × placements so far. 2 × 3; each ≥ 0.
  func having(placements: [[Uncertain]]) -> CareYear {
    var year = self
    year.placementsHad = placements
    return year
  }

  /// All entries.
  public var entered: Uncertain { entered(at: BirthCohort.ages) }

  /// Children who entered at some ages.
  public func entered(at ages: some Collection<Int>) -> Uncertain {
    sums.entries.sum(ages)
  }

  /// Exits before 18 for a reason.
  public func exited(_ reason: ExitReason) -> Uncertain { exited(reason, at: BirthCohort.ages) }

  /// Exits before 18 for a reason at some ages.
  public func exited(_ reason: ExitReason, at ages: some Collection<Int>) -> Uncertain {
    sums.exits.sum(ages.map { sums.exitPlace(reason, age: $0) })
  }

  /// All exits, with those on the 18th birthday.
  public var exited: Uncertain {
    ExitReason.allCases.reduce(exitedAtEighteen) { $0 + exited($1) }
  }

  /// Exits on the 18th birthday.
  public var exitedAtEighteen: Uncertain { sums.exitsAtEighteen.sum(placements) }

  /// Exits before 18 by whole age, 0 to 17.
  public var exitsByAge: [Uncertain] {
    BirthCohort.ages.map { age in
      sums.exits.sum(ExitReason.allCases.map { sums.exitPlace($0, age: age) })
    }
  }

  /// Time in care by placement. Child-years.
  public var childYearsByPlacement: [Uncertain] {
    placements.map { placement in
      sums.time.sum(
        BirthCohort.all.flatMap { cohort in
          [false, true].map { sums.timePlace(cohort: cohort, isOlder: $0, placement) }
        })
    }
  }

  /// All moves.
  public var moved: Uncertain { sums.moves.sum(0..<(sums.placements * sums.placements)) }
}
