import Markov
import Statistics

/// How the draws of a tile stand side by side, eight in a group: those whose children move alike fast
/// together, because the cohorts of a group are walked through as many events as its fastest needs.
///
/// Law: the numbers of a draw do not depend on where it stands.
struct LaneOrder: Sendable, Equatable {
  /// Draws, or `nil` where every number is known.
  let draws: Int?
  /// The draw in each place; the last one fills what is left of the last group.
  private let places: [Int]

  /// Groups of eight draws.
  var groups: Int { places.count / Lanes.scalarCount }

  /// The draws in rising order of a number.
  ///
  /// - Parameters:
  ///   - draws: How many there are; `nil` where every number is known.
  ///   - key: The number of a draw.
  init(draws: Int?, by key: (Int) -> Double) {
    let keys = (0..<(draws ?? 1)).map(key)
    let sorted = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    let missing = (Lanes.scalarCount - sorted.count % Lanes.scalarCount) % Lanes.scalarCount
    self.draws = draws
    places = sorted + Array(repeating: sorted.last!, count: missing)
  }

  /// Eight draws of a number side by side.
  func lanes(of number: Uncertain, _ group: Int) -> Lanes {
    switch number {
    case .known(let number): return Lanes(repeating: number)
    case .drawn(let numbers):
      return numbers.withUnsafeBufferPointer { numbers in
        places.withUnsafeBufferPointer { places in
          let p = places.baseAddress! + group * Lanes.scalarCount
          return Lanes(
            numbers[p[0]], numbers[p[1]], numbers[p[2]], numbers[p[3]], numbers[p[4]],
            numbers[p[5]], numbers[p[6]], numbers[p[7]])
        }
      }
    }
  }

  /// The number whose draws stand side by side.
  ///
  /// - Parameter lanes: Those of a group.
  @inline(__always)
  func number(_ lanes: (_ group: Int) -> Lanes) -> Uncertain {
    guard let draws else { return .known(lanes(0)[0]) }
    return .drawn(
      Array(unsafeUninitializedCapacity: draws) { numbers, used in
        places.withUnsafeBufferPointer { places in
          for group in 0..<groups {
            let (lanes, first) = (lanes(group), group * Lanes.scalarCount)
            for lane in 0..<Lanes.scalarCount { numbers[places[first + lane]] = lanes[lane] }
          }
        }
        used = draws
      })
  }
}

extension LaneOrder {
  /// The order for a year of children who move at some rates.
  ///
  /// - Parameters:
  ///   - input: The year's rates.
  ///   - draws: How many draws there are; `nil` where every number is known.
  init(_ input: CareYearInput, draws: Int?) {
    let often = input.moveFactor[InCareSince.firstOfApril.rawValue].last!
    self.init(draws: draws) { draw in
      often[draw]
        * input.moveRate.reduce(0) { most, row in
          max(most, row.reduce(0) { $0 + $1[draw] })
        }
    }
  }
}
