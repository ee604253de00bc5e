import Foundation
import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct PerfectInformationTests {
  private static func study(
    _ runs: Int, groups: [String: [String]] = [:], cells: Int = 0,
    _ benefit: @escaping @Sendable ([Double]) -> [Double], outputs: [String] = ["benefit"]
  ) throws -> SensitivityResult {
    let normal = try NormalDistribution(mean: 0, standardDeviation: 1)
    let problem = try TestFunction.problem(3, normal, groups: groups)
    var study = try Study(
      .perfectInformation, of: problem, outputs: outputs, settings: .with { $0.cells = cells })
    try study.extend(to: runs, benefit)
    return try study.result()
  }

  /// INB = 1000 + X1 + X2, sd 1500 and 800, against 0.
  @Test func valuesAtManyRuns() throws {
    let result = try Self.study(1 << 16) { [1000 + 1500 * $0[0] + 800 * $0[1]] }
    for (kind, input, value) in [
      ("evpi", Measure.allName, 292.268002011478), ("evppi", "x1", 226.679470736605),
      ("evppi", "x2", 40.4694946443623), ("evppi", "x3", 0),
    ] {
      let found = try #require(result.estimate(kind, of: input))
      expectClose(found.value, value, relative: 0.02, absolute: 5, "\(kind) \(input)")
    }
    // One plan against nothing is two plans.
    let two = try Self.study(1 << 12, { [0, 1000 + 1500 * $0[0]] }, outputs: ["none", "plan"])
    let one = try Self.study(1 << 12) { [1000 + 1500 * $0[0]] }
    #expect(two.measures.map(\.estimate) == one.measures.map(\.estimate))
  }

  /// 0 ≤ EVPPI of a set ≤ EVPPI of a larger one ≤ EVPI, in any sample, however small.
  @Test(arguments: [20, 100, 1000]) func largerSetsAreWorthMore(runs: Int) throws {
    @Sendable func benefits(_ x: [Double]) -> [Double] {
      [x[0] + 0.5 * x[1] * x[2], 0.3 + x[1] - x[2], x[2] * x[0]]
    }
    func values(_ groups: [String: [String]]) throws -> [Double] {
      let result = try Self.study(
        runs, groups: groups, cells: 6, benefits, outputs: ["p", "q", "r"])
      return result.measures.compactMap(\.estimate?.value)
    }
    let (alone, pair) = (try values([:]), try values(["pair": ["x1", "x2"]]))
    let all = try values(["pair": ["x1", "x2", "x3"]])
    // EVPI, x1, x2, x3, dummy; EVPI, pair, x3, dummy; EVPI, all, dummy.
    #expect(alone.count == 5 && pair.count == 4 && all.count == 3)
    let rounding = 1e-12
    #expect(alone.allSatisfy { $0 >= -rounding && $0 <= alone[0] + rounding })
    #expect(pair[1] >= max(alone[1], alone[2]) - rounding && pair[1] <= pair[0] + rounding)
    #expect(all[1] >= max(pair[1], pair[2]) - rounding && all[1] <= all[0] + rounding)
  }

  /// Where no plan is clearly best the figures say which runs chose one.
  @Test func unclearChoices() throws {
    let even = try Self.study(1 << 12) { [$0[0]] }
    #expect(even.measures.allSatisfy { $0.note?.contains("not clear") == true })
    let value = try #require(even.estimate("evpi", of: Measure.allName))
    #expect(value.interval.contains(0.39894228040143268))
    let clear = try Self.study(1 << 12) { [$0[0] + 1] }
    #expect(clear.measures.allSatisfy { $0.note?.contains("not clear") != true })
    let thin = try Self.study(200, groups: ["all": ["x1", "x2", "x3"]]) { [$0[0] + 1] }
    let all = thin.measures.first { $0.input == "all" }
    #expect(all?.note?.contains("fewer than 8 runs") == true)
  }
}
