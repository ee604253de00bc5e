public import Statistics

/// What happened to one group of children in one year, 1 April to 31 March.
///
/// Arrays by age are by whole age at the event, 0 to 17; by placement, P long.
public struct CareYear: Sendable, Equatable {
  /// Children in care on 1 April.
  public let opening: Uncertain

  /// The stock on the closing 31 March.
  public let stock: CareStock

  /// Everything that is added up over cohorts, draws side by side.
  let sums: CareYearSums

  /// A year of what its cohorts add up to.
  init(_ sums: CareYearSums, opening: Uncertain) {
    self.opening = opening
    self.sums = sums
    stock = CareStock(sums.byAge(sums.stock))
  }
}

extension CareYear {
  /// Children in care at the end of each month, April to March.
  public var monthEnds: [Uncertain] { (0..<BirthCohort.months).map { sums.monthEnds[$0] } }

  /// Children on 31 March: in care since × placements so far (1, 2, 3 or more) × age.
  public var closing: [[[Uncertain]]] {
    InCareSince.allCases.map { since in
      (0..<PlacementState.counts).map { count in
        BirthCohort.ages.map { sums.closing[sums.closingPlace(since, count: count, age: $0)] }
      }
    }
  }

  /// Children who entered, age × placement.
  public var entries: [[Uncertain]] { sums.byAge(sums.entries) }

  /// Children who left before 18, reason × age × placement.
  public var exits: [[[Uncertain]]] {
    ExitReason.allCases.map { sums.byAge(sums.exits, from: sums.exitPlace($0, age: 0, 0)) }
  }

  /// Children who left on their 18th birthday, by placement.
  public var exitsAtEighteen: [Uncertain] { placements.map { sums.exitsAtEighteen[$0] } }

  /// Time in care, by age × placement. Child-years.
  public var childYears: [[Uncertain]] { sums.byAge(sums.childYears) }

  /// Moves made, origin × destination, the diagonal being moves within a placement type.
  public var moves: [[Uncertain]] {
    placements.map { origin in placements.map { sums.moves[origin * sums.placements + $0] } }
  }

  private var placements: Range<Int> { 0..<sums.placements }
}

extension CareYear {
  /// Children on 31 March with 1, 2 and 3 or more placements in the year.
  ///
  /// - Parameter since: Only those in care on 1 April, or only those entered since; all if nil.
  public func placementsSoFar(_ since: InCareSince? = nil) -> [Uncertain] {
    (0..<PlacementState.counts).map { count in
      sums.closing.sum(
        InCareSince.allCases.filter { since == nil || $0 == since }.flatMap { since in
          BirthCohort.ages.map { sums.closingPlace(since, count: count, age: $0) }
        })
    }
  }

  /// All entries.
  public var entered: Uncertain { entered(at: BirthCohort.ages) }

  /// Children who entered at some ages.
  public func entered(at ages: some Sequence<Int>) -> Uncertain {
    sums.entries.sum(sums.places(ages: ages))
  }

  /// Exits before 18 for a reason.
  public func exited(_ reason: ExitReason) -> Uncertain { exited(reason, at: BirthCohort.ages) }

  /// Exits before 18 for a reason at some ages.
  public func exited(_ reason: ExitReason, at ages: some Sequence<Int>) -> Uncertain {
    let first = sums.exitPlace(reason, age: 0, 0)
    return sums.exits.sum(sums.places(ages: ages).map { first + $0 })
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
      sums.exits.sum(
        ExitReason.allCases.flatMap { reason in
          placements.map { sums.exitPlace(reason, age: age, $0) }
        })
    }
  }

  /// Time in care by placement. Child-years.
  public var childYearsByPlacement: [Uncertain] {
    placements.map { placement in
      sums.childYears.sum(BirthCohort.ages.map { sums.place(age: $0, placement) })
    }
  }

  /// All moves.
  public var moved: Uncertain { sums.moves.sum(0..<(sums.placements * sums.placements)) }
}
