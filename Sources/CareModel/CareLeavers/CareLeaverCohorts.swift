import Foundation
import Statistics

/// The cohorts of care leavers in one year, before levers: the state of the projection.
struct CareLeaverCohorts {
  private(set) var year: Int
  /// Care leavers of each age, and those of 18 alone.
  private var number: [CareLeaverAge: Uncertain]
  private var aged18: Uncertain
  /// Young people who left foster care on their 18th birthday; the first age stands for 18 alone.
  private var stayingPutBase: [CareLeaverAge: Uncertain]
  /// Shares by activity without levers, and the usual ones of the same year.
  private var shares: [CareLeaverAge: [CareLeaverActivity: Uncertain]]
  private var usual: [CareLeaverAge: [CareLeaverActivity: Uncertain]]

  /// The opening year, measured against the usual shares of the first projected year.
  init(_ opening: CareLeaverOpening, usual assumed: CareLeaverAssumptions) {
    year = opening.year
    number = opening.activity.mapValues { activity in
      CareLeaverActivity.allCases.reduce(0) { $0 + activity[$1]! }
    }
    aged18 = number[.seventeenToEighteen]! - opening.aged17
    stayingPutBase = opening.stayingPutBase
    shares = opening.activity.mapValues { CareLeavers.shares(of: $0) }
    usual = assumed.activity.mapValues { CareLeavers.shares(of: $0) }
  }

  /// Moves the cohorts on by one year.
  ///
  /// - Parameters:
  ///   - leaving: Children leaving care in the new year, the year before and the one before that.
  ///   - assumed: The assumptions of the new year.
  ///   - neetDrift: Change of the usual log-odds of NEET since the opening year.
  mutating func advance(
    with leaving: [LeavingCare], under assumed: CareLeaverAssumptions,
    neetDrift: [CareLeaverAgeGroup: Uncertain]
  ) {
    precondition(leaving.count == 3, "Leavers of 3 years are needed, not \(leaving.count).")
    let before = self
    let early = leaving.map(\.atSixteenOrSeventeen)
    year += 1
    aged18 =
      assumed.eligibleAtEighteen * leaving[0].atEighteen
      + assumed.eligibleBeforeEighteen * (early[0] + 2 * early[1] + early[2]) / 4
    number[.seventeenToEighteen] =
      aged18 + assumed.eligibleAtSeventeen * (early[0] + early[1]) / 2
    stayingPutBase[.seventeenToEighteen] = assumed.stayingPutBaseShare * aged18

    for age in CareLeaverAge.allCases {
      usual[age] = CareLeavers.shares(
        of: assumed.activity[age]!, neetOddsTimes: exp(neetDrift[age.group]!))
    }
    shares[.seventeenToEighteen] = usual[.seventeenToEighteen]
    for (younger, age) in zip(CareLeaverAge.allCases, CareLeaverAge.allCases.dropFirst()) {
      let cohort =
        younger == .seventeenToEighteen ? before.aged18 : before.number[younger]!
      number[age] = assumed.retention[age]! * cohort
      stayingPutBase[age] = assumed.retention[age]! * before.stayingPutBase[younger]!
      shares[age] = CareLeavers.shares(
        of: Dictionary(
          uniqueKeysWithValues: CareLeaverActivity.allCases.map { activity in
            let distance = before.shares[younger]![activity]! / before.usual[younger]![activity]!
            return (activity, usual[age]![activity]! * pow(distance, assumed.persistence))
          }))
    }
  }

  /// The year's figures, with levers, Staying Put and accommodation.
  func result(under assumed: CareLeaverAssumptions) -> CareLeaverYear {
    var activity: [CareLeaverAge: [CareLeaverActivity: Uncertain]] = [:]
    var accommodation: [CareLeaverAge: [CareLeaverAccommodation: Uncertain]] = [:]
    var stayingPut: [CareLeaverAge: Uncertain] = [:]
    for age in CareLeaverAge.allCases {
      let all = number[age]!
      activity[age] = CareLeavers.shares(
        of: shares[age]!, neetOddsTimes: assumed.neetOdds[age.group]!
      ).mapValues { all * $0 }
      let stayed = assumed.stayingPut[age]! * stayingPutBase[age]!
      stayingPut[age] = stayed
      let former = stayed + assumed.otherWithFormerCarers[age]! * (all - stayed)
      accommodation[age] = Self.accommodation(
        of: all, withFormerCarers: former, others: assumed.accommodation[age]!)
    }
    return CareLeaverYear(
      year: year, activity: activity, accommodation: accommodation,
      stayingPutBase: stayingPutBase, stayingPut: stayingPut)
  }

  /// Spreads all who do not live with former foster carers over the other types.
  private static func accommodation(
    of all: Uncertain, withFormerCarers former: Uncertain,
    others: [CareLeaverAccommodation: Uncertain]
  ) -> [CareLeaverAccommodation: Uncertain] {
    let types = CareLeaverAccommodation.allCases.filter { $0 != .formerFosterCarers }
    let sum = types.reduce(0) { $0 + others[$1]! }
    var result = Dictionary(
      uniqueKeysWithValues: types.map { ($0, (all - former) * others[$0]! / sum) })
    result[.formerFosterCarers] = former
    return result
  }
}
