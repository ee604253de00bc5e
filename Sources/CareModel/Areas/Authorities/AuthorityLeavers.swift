import Foundation
import Statistics

/// How many care leavers of each authority are not in education, employment or training, more or less
/// than at England's share.
///
/// With n care leavers of an age, England's share q and the authority's share q′, whose odds are
/// `exp(x)` times England's, the authority has `n (q′ − q)` more than at England's share, less its part
/// of what all authorities would have too many: those of the authorities add up to nobody.
struct AuthorityLeavers: Sendable {
  /// How many more are NEET, by projected year, then by age, then by authority.
  private let more: [[CareLeaverAge: [Uncertain]]]

  /// Care leavers of all authorities.
  ///
  /// - Parameters:
  ///   - authorities: The care leavers of each, at England's shares; by authority, then by year.
  ///   - england: England's, by year.
  ///   - effects: x of each authority, by age group, then by authority, then by year.
  init(
    of authorities: [[CareLeaverYear]], within england: [CareLeaverYear],
    effects: [CareLeaverAgeGroup: [[Uncertain]]]
  ) {
    more = england.indices.map { year in
      CareLeaverAge.allCases.reduce(into: [:]) { ages, age in
        let share = england[year].neet(at: age) / england[year].total(at: age)
        let numbers = authorities.map { $0[year].total(at: age) }
        let more = zip(numbers, effects[age.group]!).map { number, effect in
          number * (share.odds(times: effect[year]) - share)
        }
        let mean = more.sum() / numbers.sum()
        ages[age] = zip(more, numbers).map { $0 - mean * $1 }
      }
    }
  }

  /// The care leavers of an area that some authorities make up.
  ///
  /// - Parameters:
  ///   - members: Places of the authorities.
  ///   - years: Their care leavers together at England's shares, by projected year.
  func years(of members: [Int], _ years: [CareLeaverYear]) -> [CareLeaverYear] {
    zip(years, more).map { year, more in
      year.withMoreNEET(more.mapValues { more in members.map { more[$0] }.sum() })
    }
  }
}

extension CareLeaverYear {
  /// Care leavers of an age not in education, employment or training.
  func neet(at age: CareLeaverAge) -> Uncertain {
    CareLeaverActivity.allCases.filter(\.isNEET).map { activity[age]![$0]! }.sum()
  }

  /// The same care leavers, of whom more are not in education, employment or training, and as many
  /// fewer in other activities, each in proportion to those in it.
  ///
  /// - Parameter more: By age; below 0 for fewer.
  func withMoreNEET(_ more: [CareLeaverAge: Uncertain]) -> CareLeaverYear {
    CareLeaverYear(
      year: year,
      activity: activity.reduce(into: [:]) { result, entry in
        let (age, numbers) = (entry.key, entry.value)
        let (neet, all) = (neet(at: age), total(at: age))
        let more = more[age]!
        let (rise, fall) = (1 + more.share(of: neet), 1 - more.share(of: all - neet))
        result[age] = numbers.reduce(into: [:]) {
          $0[$1.key] = $1.value * ($1.key.isNEET ? rise : fall)
        }
      }, accommodation: accommodation, stayingPutBase: stayingPutBase, stayingPut: stayingPut)
  }
}

extension Uncertain {
  /// A share whose odds are multiplied.
  ///
  /// - Parameter logarithm: Of what multiplies them.
  func odds(times logarithm: Uncertain) -> Uncertain {
    combined(with: exp(logarithm)) { share, factor in
      share * factor / (1 - share + share * factor)
    }
  }
}
