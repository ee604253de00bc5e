import Markov
import Statistics

/// How a year of one group of children ends: what the next year, and care leavers, begin with.
struct CareYearEnd: Sendable {
  /// Children on the closing 31 March.
  let stock: CareStock
  /// They, by whether they were in care on 1 April.
  let since: [Uncertain]
  /// Children who left on their 18th birthday.
  let leftAtEighteen: Uncertain
  /// Children who left at 16 or 17.
  let leftAtSixteenOrSeventeen: Uncertain

  /// The end that some sums come to.
  init(_ sums: Sums) {
    stock = CareStock(
      BirthCohort.ages.map { age in
        (0..<sums.placements).map { sums.stock[age * sums.placements + $0] }
      })
    since = InCareSince.allCases.map { sums.since[$0.rawValue] }
    leftAtEighteen = sums.left[0]
    leftAtSixteenOrSeventeen = sums.left[1]
  }

  private init(
    stock: CareStock, since: [Uncertain], leftAtEighteen: Uncertain,
    leftAtSixteenOrSeventeen: Uncertain
  ) {
    (self.stock, self.since) = (stock, since)
    (self.leftAtEighteen, self.leftAtSixteenOrSeventeen) = (
      leftAtEighteen, leftAtSixteenOrSeventeen
    )
  }

  /// Both groups of children together.
  static func + (a: CareYearEnd, b: CareYearEnd) -> CareYearEnd {
    CareYearEnd(
      stock: a.stock + b.stock, since: zip(a.since, b.since).map { $0 + $1 },
      leftAtEighteen: a.leftAtEighteen + b.leftAtEighteen,
      leftAtSixteenOrSeventeen: a.leftAtSixteenOrSeventeen + b.leftAtSixteenOrSeventeen)
  }

  /// What the cohorts of a year add up to at its end.
  struct Sums {
    let placements: Int
    private let order: LaneOrder
    /// Age × placement.
    fileprivate var stock: LaneCells
    fileprivate var since: LaneCells
    /// At 18, at 16 or 17.
    fileprivate var left: LaneCells
    private var walked: [Lanes] = []

    init(placements: Int, order: LaneOrder) {
      (self.placements, self.order) = (placements, order)
      func cells(_ count: Int) -> LaneCells { LaneCells(count: count, order: order) }
      stock = cells(BirthCohort.ages.count * placements)
      (since, left) = (cells(InCareSince.allCases.count), cells(2))
    }

    /// Adds what the cohorts of a class come to in a group of draws; see ``CareYearSums``.
    mutating func add(
      _ walk: inout ResponseWalk, of cohorts: CohortClass, _ children: CareYearChildren,
      at rates: ClassRates, _ group: Int
    ) {
      let areEntering = cohorts.since == .enteredSince
      let extent: ResponseWalk.Extent =
        cohorts.cohorts.contains(where: Self.isLate) ? .time : .ended
      for cohort in cohorts.cohorts {
        if !areEntering || cohort == cohorts.cohorts[0] {
          children.setLanes(&walked, of: cohort, in: cohorts, order, group)
          walk.walk(walked, to: extent)
        }
        let number = areEntering ? order.lanes(of: children.entered[cohort], group) : .one
        if cohort == BirthCohort.leaving {
          for type in cohorts.types.indices {
            left.add(number * walk.ended(in: type), to: 0, in: group)
          }
        } else {
          for (type, placement) in cohorts.types.enumerated() {
            let ended = number * walk.ended(in: type)
            stock.add(ended, to: cohort * placements + placement, in: group)
            since.add(ended, to: cohorts.since.rawValue, in: group)
          }
        }
        left.add(number * Self.leftLate(walk, of: cohort, at: rates), to: 1, in: group)
      }
    }

    /// Whether children of a cohort are 16 or older in the year.
    private static func isLate(_ cohort: Int) -> Bool {
      BirthCohort.ages(ofCohort: cohort, inMonth: BirthCohort.months).older >= 16
    }

    /// Those of the cohort last walked who left at 16 or 17, before 18.
    private static func leftLate(
      _ walk: ResponseWalk, of cohort: Int, at rates: ClassRates
    ) -> Lanes {
      guard isLate(cohort) else { return .zero }
      let younger = BirthCohort.ages(ofCohort: cohort, inMonth: BirthCohort.months).younger
      var left = Lanes.zero
      for place in rates.exits.indices {
        let type = place % walk.placements
        left += (younger >= 16 ? walk.time(type) : walk.olderTime(type)) * rates.exits[place]
      }
      return left
    }
  }
}
