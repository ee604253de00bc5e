import TestSupport
import Testing

@testable import Markov

/// Years of cohorts added up from single children are the years walked.
@Suite struct CountedResponseTests {
  static let schedules = [
    CountedSchedule(leaving: [0, 0, 0], older: [0, 0.5, 1]),
    CountedSchedule(leaving: [0.25, 0, 0.5, 0], older: [0, 0, 1, 1]),
  ]

  /// Everything that a year gives of its last cohort.
  private func results(_ year: some CountedYear) -> [(String, [Lanes])] {
    let n = year.placements
    return [
      ("ended by placement", (0..<n).map { year.ended(in: $0) }),
      ("ended by placements so far", (0..<3).map { year.ended(after: $0) }),
      ("time", (0..<n).map { year.time($0) }),
      ("older time", (0..<n).map { year.olderTime($0) }),
      ("moving time", (0..<n).map { year.movingTime($0) }),
    ]
  }

  private func expectSame(
    _ walk: CountedWalk, _ response: CountedResponse, cohorts: [[Lanes]], _ note: String
  ) {
    var (walk, response) = (walk, ResponseWalk(response))
    for children in cohorts {
      walk.walk(children)
      response.walk(children)
      for ((name, expected), (_, found)) in zip(results(walk), results(response)) {
        for lane in 0..<8 {
          expectClose(
            found.map { $0[lane] }, expected.map { $0[lane] }, relative: 1e-12, absolute: 1e-12,
            "\(name), lane \(lane), \(note)")
        }
      }
    }
  }

  @Test(arguments: CountedCase.all) func everyCohortIsTheOneWalked(invented: CountedCase) {
    var random = SeededGenerator(seed: invented.seed)
    let cohorts = (0..<3).map { _ in
      (0..<invented.placements).map { _ in Lanes.random(in: 0...500, using: &random) }
    }
    for schedule in Self.schedules {
      for areArriving in [false, true] {
        expectSame(
          CountedWalk(invented.rates, on: schedule, areArriving: areArriving),
          CountedResponse(invented.rates, on: schedule, areArriving: areArriving),
          cohorts: cohorts, "\(invented), arriving: \(areArriving)")
      }
    }
  }

  @Test(arguments: CountedCase.all) func cohortsSpreadLikeAMixtureAreTheOnesWalked(
    invented: CountedCase
  ) {
    var random = SeededGenerator(seed: invented.seed)
    let weights = (0..<invented.placements).map { _ in Lanes.random(in: 0.1...1, using: &random) }
    let mixture = weights.map { $0 / weights.reduce(.zero, +) }
    expectSame(
      CountedWalk(invented.rates, on: Self.schedules[0], areArriving: true),
      CountedResponse(
        invented.rates, on: Self.schedules[0], areArriving: true, mixture: mixture),
      cohorts: [1.0, 250].map { number in mixture.map { number * $0 } }, "\(invented)")
  }
}
