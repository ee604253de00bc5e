public import Statistics

/// What happened to one group of children in one year, 1 April to 31 March.
///
/// Arrays by age are by whole age at the event, 0 to 17; by placement, P long.
public struct CareYear: Sendable, Equatable {
  /// Children in care on 1 April.
  public var opening: Uncertain

  /// Children in care at the end of each month, April to March.
  public var monthEnds: [Uncertain]

  /// Children on 31 March: in care since × placements so far (1, 2, 3 or more) × age × placement.
  public var closing: [[[[Uncertain]]]]

  /// Children who entered, age × placement.
  public var entries: [[Uncertain]]

  /// Children who left before 18, reason × age × placement.
  public var exits: [[[Uncertain]]]

  /// Children who left on their 18th birthday, by placement.
  public var exitsAtEighteen: [Uncertain]

  /// Time in care, by age × placement. Child-years.
  public var childYears: [[Uncertain]]

  /// Moves made, origin × destination, the diagonal being moves within a placement type.
  public var moves: [[Uncertain]]

  /// The stock on the closing 31 March.
  public var stock: CareStock {
    let first = closing[0][0]
    return CareStock(
      first.indices.map { age in
        first[age].indices.map { placement in
          closing.reduce(0) { $0 + $1.reduce(0) { $0 + $1[age][placement] } }
        }
      })
  }

  /// Children on 31 March with 1, 2 and 3 or more placements in the year.
  ///
  /// - Parameter since: Only those in care on 1 April, or only those entered since; all if nil.
  public func placementsSoFar(_ since: InCareSince? = nil) -> [Uncertain] {
    (0..<PlacementState.counts).map { count in
      InCareSince.allCases.filter { since == nil || $0 == since }.reduce(0) { sum, since in
        sum + closing[since.rawValue][count].reduce(0) { $0 + $1.reduce(0, +) }
      }
    }
  }

  /// All entries.
  public var entered: Uncertain { entries.reduce(0) { $0 + $1.reduce(0, +) } }

  /// Exits before 18 for a reason.
  public func exited(_ reason: ExitReason) -> Uncertain {
    exits[reason.index].reduce(0) { $0 + $1.reduce(0, +) }
  }

  /// All exits, with those on the 18th birthday.
  public var exited: Uncertain {
    ExitReason.allCases.reduce(exitsAtEighteen.reduce(0, +)) { $0 + exited($1) }
  }

  /// Exits before 18 by whole age, 0 to 17.
  public var exitsByAge: [Uncertain] {
    BirthCohort.ages.map { age in exits.reduce(0) { $0 + $1[age].reduce(0, +) } }
  }

  /// Time in care by placement. Child-years.
  public var childYearsByPlacement: [Uncertain] {
    childYears[0].indices.map { placement in childYears.reduce(0) { $0 + $1[placement] } }
  }
}
