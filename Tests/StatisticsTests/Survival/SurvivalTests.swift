import Statistics
import TestSupport
import Testing

/// Survival after remission of leukaemia with and without maintenance, as R's `aml` has it.
@Suite struct SurvivalTests {
  static let maintained = people(
    [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161], censored: [2, 5, 8, 10])
  static let others = people([5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45], censored: [5])

  static func people(_ times: [Double], censored: Set<Int>) -> [FollowUp] {
    times.enumerated().map { FollowUp(time: $1, happened: !censored.contains($0)) }
  }

  @Test func theCurve() {
    let curve = SurvivalCurve(Self.maintained)
    let survival = [
      0.9090909, 0.8181818, 0.7159091, 0.6136364, 0.4909091, 0.3681818, 0.1840909,
    ]
    let errors = [
      0.0866784, 0.1162913, 0.1396650, 0.1526323, 0.1641933, 0.1626689, 0.1534927,
    ]
    #expect(curve.steps.count == 7)
    for (step, (part, error)) in zip(curve.steps, zip(survival, errors)) {
      expectClose(step.survival, part, relative: 1e-6)
      expectClose(step.standardError, error, relative: 1e-6)
    }
    #expect(curve.quantile() == 31)
    #expect(SurvivalCurve(Self.others).steps.last?.survival == 0)
    #expect(curve.survival(at: 8.9) == 1 && curve.interval(at: 1) == nil)
    let interval = curve.interval(at: 20)!
    #expect(interval.holds(curve.survival(at: 20)) && interval.lower > 0 && interval.upper < 1)
  }

  @Test func logRank() throws {
    let found = try LogRank([Self.maintained, Self.others])
    expectClose(found.test.statistic, 3.39638869898, relative: 1e-10)
    expectClose(found.expected[0], 10.6893359923, relative: 1e-10)
    expectClose(found.expected[1], 7.3106640077, relative: 1e-10)
    #expect(found.observed == [7, 11])
  }

  /// With one kind of event the incidence is what survival leaves, and so are the errors.
  @Test func oneKindIsTheCurve() {
    let curve = SurvivalCurve(Self.maintained)
    let parts = CumulativeIncidence(Self.maintained, kinds: 1)
    for (step, part) in zip(curve.steps, parts.steps) {
      expectClose(part.incidence[0], 1 - step.survival, relative: 1e-12)
      expectClose(part.standardError[0], step.standardError, relative: 1e-10)
    }
  }

  /// Two kinds with ties and censoring (statsmodels 0.15.0).
  @Test func twoKinds() {
    let people = (1...60).map { FollowUp(time: Double($0 * 37 % 61 / 3 + 1), event: $0 % 3) }
    let parts = CumulativeIncidence(people, kinds: 2)
    for (time, first, second) in [
      (4.0, 0.06912024756852342, 0.06818081343943413),
      (10, 0.18215717780186186, 0.15958468539868248),
      (21, 0.5158821035861134, 0.4841178964138865),
    ] {
      expectClose(parts.incidence(at: time), [first, second], relative: 1e-12)
    }
    expectClose(
      parts.steps[3].standardError, [0.033360474919854693, 0.032926539972628684], relative: 1e-9)
    expectClose(
      parts.steps[9].standardError, [0.05229604205118384, 0.04892030301772731], relative: 1e-9)
    #expect(parts.incidence(at: 0.5) == [0, 0])
  }

  /// Kinds add up, and joined kinds are one.
  @Test func kindsAddUp() {
    let people = (1...60).map { place in
      FollowUp(time: Double(place * 37 % 61), event: place % 3, entry: 0)
    }
    let apart = CumulativeIncidence(people, kinds: 2)
    for step in apart.steps {
      expectClose(step.survival + step.incidence.reduce(0, +), 1, relative: 1e-12)
      #expect(step.standardError.allSatisfy { $0 >= 0 && $0 < 0.1 })
    }
    let joined = SurvivalCurve(people)
    expectClose(joined.steps.last!.survival, apart.steps.last!.survival, relative: 1e-12)
  }

  /// Who comes under observation late is not at risk before.
  @Test func lateEntry() {
    let curve = SurvivalCurve([
      FollowUp(time: 2, happened: true), FollowUp(time: 5, happened: true, entry: 3),
      FollowUp(time: 6, happened: false),
    ])
    #expect(curve.steps.map(\.atRisk) == [2, 2])
    #expect(curve.steps.map(\.survival) == [0.5, 0.25])
  }
}
