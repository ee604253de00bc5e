import Foundation
import LinearAlgebra
import TestSupport
import Testing

@testable import Markov

/// A year of eight cohorts in twelve steps, with invented birthdays, and its walk.
private struct InventedYear: CustomStringConvertible {
  let invented: CountedCase
  let areArriving: Bool
  let leaving: [Double]
  let older: [Double]
  let children: [Lanes]
  static let months = 12

  init(_ invented: CountedCase, areArriving: Bool) {
    var random = SeededGenerator(seed: 300 + invented.seed)
    self.invented = invented
    self.areArriving = areArriving
    leaving = (0..<Self.months).map { $0 % 3 == 2 ? 0.25 : 0 }
    older = (0..<Self.months).map { Double($0) / 12 }
    children = (0..<invented.placements).map { _ in .random(in: 0...500, using: &random) }
  }

  var description: String { "\(invented), arriving: \(areArriving)" }

  var schedule: CountedSchedule { CountedSchedule(leaving: leaving, older: older) }

  /// A walk of nobody yet.
  func walk(_ rates: CountedRates? = nil) -> CountedWalk {
    CountedWalk(rates ?? invented.rates, on: schedule, areArriving: areArriving)
  }

  /// The walk of the children times a number.
  func walked(_ rates: CountedRates? = nil, times factor: Double = 1) -> Walked {
    var walk = walk(rates)
    walk.walk(children.map { factor * $0 })
    return Walked(walk)
  }

  static let all = CountedCase.all.flatMap { invented in
    [false, true].map { InventedYear(invented, areArriving: $0) }
  }
}

/// The results of a walk.
private struct Walked: Equatable {
  let ended, time, olderTime, movingTime: [Lanes]

  init(_ walk: CountedWalk) {
    ended = (0..<3 * walk.placements).map { walk.ended($0) }
    time = (0..<walk.placements).map { walk.time($0) }
    olderTime = (0..<walk.placements).map { walk.olderTime($0) }
    movingTime = (0..<walk.placements).map { walk.movingTime($0) }
  }

  var all: [(name: String, numbers: [Lanes])] {
    [
      ("ended", ended), ("time", time), ("older time", olderTime), ("moving time", movingTime),
    ]
  }
}

@Suite struct CountedWalkTests {
  @Test(arguments: InventedYear.all) private func childrenAreConserved(year: InventedYear) {
    let walked = year.walked()
    let came = year.children.reduce(Lanes.zero, +)
    var out = walked.ended.reduce(Lanes.zero, +)
    for (time, rate) in zip(walked.time, year.invented.rates.exits) { out += time * rate }
    for lane in 0..<8 {
      expectClose(out[lane], came[lane], relative: 1e-13, "lane \(lane), \(year)")
    }
    for (name, numbers) in walked.all {
      #expect(numbers.allSatisfy { all($0 .>= 0) }, "\(name), \(year)")
    }
  }

  /// Step by step, over all states, with the step of any open cohort.
  @Test(arguments: InventedYear.all) private func aWalkIsItsSteps(year: InventedYear) throws {
    let walked = year.walked()
    let n = year.invented.placements
    let none = [Double](repeating: 0, count: 3 * n)
    // Who has not left yet, in each step; children arrive in proportion.
    var staying = [1.0]
    for share in year.leaving { staying.append(staying.last! * (1 - share)) }
    let whole = staying.dropLast().reduce(0, +)
    for lane in 0..<8 {
      let step = OpenCohortStep(
        rates: try year.invented.expanded(lane), period: 1 / Double(InventedYear.months))
      let children = year.children.map { $0[lane] } + none[n...]
      var stock = year.areArriving ? none : children
      var (time, olderTime, ended) = (none, none, none)
      for month in 0..<InventedYear.months {
        let share = year.areArriving ? staying[month] / whole : 0
        let (after, spent) = step.advanced(stock, entering: children.map { $0 * share })
        for state in 0..<3 * n {
          time[state] += spent[state]
          olderTime[state] += year.older[month] * spent[state]
          ended[state] += year.leaving[month] * after[state]
          stock[state] = (1 - year.leaving[month]) * after[state]
        }
      }
      func byPlacement(_ states: [Double], _ factors: [Double] = [1, 1, 1]) -> [Double] {
        (0..<n).map { p in (0..<3).reduce(0) { $0 + factors[$1] * states[$1 * n + p] } }
      }
      let expected = [
        zip(ended, stock).map { $0 + $1 }, byPlacement(time), byPlacement(olderTime),
        byPlacement(time, year.invented.rates.factors.map { $0[lane] }),
      ]
      for ((name, found), expected) in zip(walked.all, expected) {
        expectClose(
          found.map { $0[lane] }, expected, relative: 1e-12, absolute: 1e-12,
          "\(name), lane \(lane), \(year)")
      }
    }
  }

  @Test(arguments: InventedYear.all) private func theKernelIsItsTwinToTheBit(year: InventedYear) {
    var (walk, twin) = (year.walk(), year.walk())
    let results = walk.places.ended.lowerBound..<walk.places.moving.upperBound
    for factor in [1.0, 3] {
      walk.walk(year.children.map { factor * $0 })
      twin.walk(year.children.map { _ in .zero })
      let children = walk.places.children
      twin.room.replaceSubrange(children, with: walk.room[children])
      twin.walkPortably()
      #expect(walk.room[results] == twin.room[results], "\(year)")
    }
  }

  @Test(arguments: InventedYear.all) private func aWalkIsLinear(year: InventedYear) {
    // Doubling rounds nothing.
    for ((name, twice), (_, once)) in zip(year.walked(times: 2).all, year.walked().all) {
      #expect(twice == once.map { 2 * $0 }, "\(name), \(year)")
    }
  }

  /// Also where the others need more, or fewer, events.
  @Test(arguments: InventedYear.all) private func aLaneDoesNotDependOnTheOthers(
    year: InventedYear
  ) {
    let walked = year.walked()
    for lane in 0..<8 {
      let alone = year.walked(year.invented.rates(ofLane: lane))
      for ((name, found), (_, expected)) in zip(walked.all, alone.all) {
        #expect(
          found.map { $0[lane] } == expected.map { $0[lane] }, "\(name), lane \(lane), \(year)")
      }
    }
  }

  /// A walk begun again, after a longer and after a shorter one, is a new one.
  @Test func aWalkBegunAgainIsANewOne() {
    var walk = CountedWalk()
    var rates = CountedRates()
    for year in InventedYear.all + InventedYear.all.reversed() {
      let given = year.invented.rates
      rates.set(placements: given.placements, factors: given.factors) { moves, exits in
        for place in moves.indices { moves[place] = given.moves[place] }
        for place in exits.indices { exits[place] = given.exits[place] }
      }
      walk.begin(rates, on: year.schedule, areArriving: year.areArriving)
      walk.walk(year.children)
      #expect(Walked(walk) == year.walked(), "\(year)")
    }
  }

  /// Moves of one child in one placement type, at a rate of 1: e⁻¹ (1, 1, e − 2).
  @Test func movesOfOneTypeArePoisson() {
    let rates = CountedRates(
      moves: [Lanes(repeating: 1)], exits: [.zero], factors: Array(repeating: .one, count: 3))
    var walk = CountedWalk(
      rates, on: CountedSchedule(leaving: [0], older: [1]), areArriving: false)
    walk.walk([.one])
    let none = 0.367_879_441_171_442_33
    expectClose((0..<3).map { walk.ended($0)[0] }, [none, none, 1 - 2 * none], relative: 1e-14)
    #expect(walk.olderTime(0) == walk.time(0))
    expectClose(walk.time(0)[0], 1, relative: 1e-14)
  }

  /// Rates from none to the largest that can be walked, against a child's chance to stay.
  @Test(arguments: [0, 1e-9, 0.5, 1, 7, 60, 599.5]) func everyRateCanBeWalked(rate: Double) {
    let rates = CountedRates(
      moves: [.zero], exits: [Lanes(repeating: rate)], factors: [.one, .one, .one])
    for areArriving in [false, true] {
      var walk = CountedWalk(
        rates, on: CountedSchedule(leaving: [0, 0], older: [0, 1]), areArriving: areArriving)
      walk.walk([.one])
      let time = rate == 0 ? 1 : -expm1(-rate) / rate
      let arriving = rate < 1e-6 ? 0.5 : (1 - time) / rate
      expectClose(
        walk.time(0)[3], areArriving ? arriving : time, relative: rate == 1e-9 ? 1e-9 : 1e-13,
        "\(rate)")
      expectClose(
        walk.ended(0)[3], areArriving ? time : exp(-rate), relative: 1e-12, absolute: 1e-14,
        "\(rate)")
    }
  }
}
