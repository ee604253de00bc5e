import LinearAlgebra
import TestSupport
import Testing

@testable import Markov

/// A year of eight cohorts in twelve steps, with invented arrivals and birthdays.
private struct InventedWalk {
  let invented: CountedCase
  let opening: [Lanes]
  let entering: [Lanes]
  let step: CountedStep
  let schedule: CountedSchedule
  static let months = 12

  init(_ invented: CountedCase) {
    var random = SeededGenerator(seed: 300 + invented.seed)
    let weights = (0..<Self.months).map { _ in Double.random(in: 0...1, using: &random) }
    let total = weights.reduce(0, +)
    self.invented = invented
    opening = (0..<invented.placements).map { _ in .random(in: 0...500, using: &random) }
    entering = (0..<invented.placements).map { _ in .random(in: 0...90, using: &random) }
    step = CountedStep(invented.rates, period: 1 / Double(Self.months))
    schedule = CountedSchedule(
      arriving: weights.map { $0 / total },
      leaving: weights.indices.map { $0 % 3 == 2 ? 0.25 : 0 },
      older: weights.indices.map { Double($0) / 12 })
  }

  var walk: CountedWalk {
    CountedWalk(opening: opening, entering: entering, by: step, on: schedule)
  }
}

@Suite struct CountedWalkTests {
  @Test(arguments: CountedCase.all) func childrenAreConserved(invented: CountedCase) {
    let year = InventedWalk(invented)
    let walk = year.walk
    let n = invented.placements
    var (out, came) = (Lanes.zero, Lanes.zero)
    for state in 0..<3 * n {
      out += walk.stock[state] + walk.left[state]
      out += walk.time[state] * invented.rates.exits[state % n]
    }
    for placement in 0..<n { came += year.opening[placement] + year.entering[placement] }
    for lane in 0..<8 {
      expectClose(out[lane], came[lane], relative: 1e-13, "lane \(lane), \(invented)")
    }
    for numbers in [walk.stock, walk.time, walk.olderTime, walk.left, walk.held] {
      #expect(numbers.allSatisfy { all($0 .>= 0) }, "\(invented)")
    }
  }

  /// Step by step, over all states, with the step of any open cohort.
  @Test(arguments: CountedCase.all) func aWalkIsItsSteps(invented: CountedCase) throws {
    let year = InventedWalk(invented)
    let walk = year.walk
    let states = 3 * invented.placements
    let none = [Double](repeating: 0, count: states)
    for lane in 0..<8 {
      let step = OpenCohortStep(rates: try invented.expanded(lane), period: year.step.period)
      let padding = none[invented.placements...]
      var stock = year.opening.map { $0[lane] } + padding
      let entering = year.entering.map { $0[lane] } + padding
      var (time, olderTime, left, held) = (none, none, none, [Double]())
      for month in 0..<InventedWalk.months {
        let arriving = entering.map { $0 * year.schedule.arriving[month] }
        let (after, spent) = step.advanced(stock, entering: arriving)
        let leaving = year.schedule.leaving[month]
        for state in 0..<states {
          time[state] += spent[state]
          olderTime[state] += year.schedule.older[month] * spent[state]
          left[state] += leaving * after[state]
          stock[state] = (1 - leaving) * after[state]
        }
        held.append(stock.reduce(0, +))
      }
      for (name, found, expected) in [
        ("stock", walk.stock, stock), ("time", walk.time, time), ("left", walk.left, left),
        ("older time", walk.olderTime, olderTime), ("held", walk.held, held),
      ] {
        expectClose(
          found.map { $0[lane] }, expected, relative: 1e-12, absolute: 1e-13,
          "\(name), lane \(lane), \(invented)")
      }
    }
  }

  @Test(arguments: CountedCase.all) func theKernelIsItsTwinToTheBit(invented: CountedCase) {
    let year = InventedWalk(invented)
    let n = invented.placements
    let none = [Lanes](repeating: .zero, count: 3 * n)
    let rate = year.entering.map { $0 / year.step.period } + none[n...]
    var arrivals = none
    year.step.integral.addRow(rate, to: &arrivals)

    // Nobody moves, leaves or arrives: a walk that still stands where it opened.
    let zeros = [Double](repeating: 0, count: InventedWalk.months)
    let stillRates = CountedRates(
      moves: Array(repeating: .zero, count: n * n), exits: Array(repeating: .zero, count: n),
      factors: Array(repeating: .zero, count: 3))
    var twin = CountedWalk(
      opening: year.opening, entering: Array(none[..<n]),
      by: CountedStep(stillRates, period: year.step.period),
      on: CountedSchedule(arriving: zeros, leaving: zeros, older: zeros))
    #expect(twin.stock == year.opening + none[n...] && twin.left == none)

    var (present, olderPresent) = (none, none)
    twin.walkPortably(year.step.transition, arrivals, year.schedule, &present, &olderPresent)
    let walk = year.walk
    #expect(walk.stock == twin.stock && walk.left == twin.left && walk.held == twin.held)

    var late = none
    year.step.doubleIntegral!.addRow(rate, to: &late)
    var time = late.map { year.schedule.arriving.reduce(0, +) * $0 }
    year.step.integral.addRow(present, to: &time)
    #expect(walk.time == time, "\(invented)")
    let older = zip(year.schedule.arriving, year.schedule.older).reduce(0) { $0 + $1.0 * $1.1 }
    var olderTime = late.map { older * $0 }
    year.step.integral.addRow(olderPresent, to: &olderTime)
    #expect(walk.olderTime == olderTime, "\(invented)")
  }

  @Test(arguments: CountedCase.all) func aWalkIsLinear(invented: CountedCase) {
    let year = InventedWalk(invented)
    let twice = CountedWalk(
      opening: year.opening.map { 2 * $0 }, entering: year.entering.map { 2 * $0 },
      by: year.step, on: year.schedule)
    let walk = year.walk
    // Doubling rounds nothing.
    #expect(twice.stock == walk.stock.map { 2 * $0 } && twice.time == walk.time.map { 2 * $0 })
    #expect(twice.left == walk.left.map { 2 * $0 } && twice.held == walk.held.map { 2 * $0 })
  }
}
