import Foundation
import Sensitivity
import Statistics
import TestSupport
import Testing

/// The method `evsi`.
@Suite struct SampleInformationTests {
  private static func result(
    _ runs: Int, _ change: (inout Settings) -> Void = { _ in },
    _ benefits: @escaping @Sendable ([Double]) -> [Double], outputs: [String] = ["benefit"]
  ) throws -> SensitivityResult {
    let normal = try NormalDistribution(mean: 0, standardDeviation: 1)
    var study = try Study(
      .sampleInformation, of: TestFunction.problem(3, normal), outputs: outputs,
      settings: .with(change))
    try study.extend(to: runs, benefits)
    return try study.result()
  }

  /// Unit normal loss: what it is worth to learn a part of standard deviation s of a net benefit with mean m.
  static func loss(_ m: Double, _ s: Double) -> Double {
    let z = abs(m) / s
    return s * exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      - abs(m) * standardNormalCumulative(-z)
  }

  /// INB = 1000 + X1 + X2, sd 1500 and 800: 50 observations of X1 with sd 6000, beside a prior worth 16 of
  /// them, are worth 166.58214367543694.
  @Test func valuesAtManyRuns() throws {
    expectClose(
      Self.loss(1000, 1500 * (50.0 / 66).squareRoot()), 166.58214367543694, relative: 1e-12)
    for size in [5, 50, 500] {
      let result = try Self.result(
        1 << 16,
        {
          $0.studySize = size
          $0.priorSize = 16
        }, { [1000 + 1500 * $0[0] + 800 * $0[1]] })
      let kept = (Double(size) / Double(size + 16)).squareRoot()
      for (input, sd) in [("x1", 1500.0), ("x2", 800)] {
        let found = try #require(result.estimate("evsi", of: input))
        expectClose(
          found.value, Self.loss(1000, sd * kept), relative: 0.02, absolute: 3, "\(size) \(input)")
      }
      let still = try #require(result.estimate("evsi", of: Measure.dummyName)).value
      #expect(still > -1e-9 && still < 1)
    }
  }

  /// 0 ≤ EVSI ≤ EVPPI ≤ EVPI in any sample; EVSI rises with the study, and to EVPPI. EVPI and EVPPI are
  /// those of `evppi`.
  @Test(arguments: [20, 300, 2000]) func laws(runs: Int) throws {
    @Sendable func benefits(_ x: [Double]) -> [Double] {
      [x[0] + 0.5 * x[1] * x[2], 0.3 + x[1] - x[2], x[2] * x[0]]
    }
    let names = ["p", "q", "r"]
    var before = [Double](repeating: 0, count: 4)
    let rounding = 1e-12
    for size in [1, 10, 100, 1000, 1_000_000_000] {
      let result = try Self.result(runs, { $0.studySize = size }, benefits, outputs: names)
      let all = try #require(result.estimate("evpi", of: Measure.allName)).value
      let inputs = ["x1", "x2", "x3", Measure.dummyName]
      let sample = try inputs.map { try #require(result.estimate("evsi", of: $0)).value }
      let perfect = try inputs.map { try #require(result.estimate("evppi", of: $0)).value }
      for i in inputs.indices {
        #expect(sample[i] >= before[i] - rounding && sample[i] <= perfect[i] + rounding)
        #expect(perfect[i] <= all + rounding)
        if size == 1_000_000_000 {
          expectClose(sample[i], perfect[i], relative: 1e-5, absolute: 1e-12)
        }
      }
      before = sample
      var other = try Study(
        .perfectInformation,
        of: TestFunction.problem(3, NormalDistribution(mean: 0, standardDeviation: 1)),
        outputs: names)
      try other.extend(to: runs, benefits)
      #expect(
        try other.result().measures
          == result.measures.filter { $0.kind != "evsi" })
    }
  }

  /// Only the ratio of the sizes counts, and every figure says what was assumed of the study.
  @Test func notes() throws {
    func figures(_ size: Int, _ prior: Double) throws -> [Measure] {
      try Self.result(
        256,
        {
          $0.studySize = size
          $0.priorSize = prior
        }, { [$0[0] + 0.1] }
      ).measures.filter { $0.kind == "evsi" }
    }
    let (a, b) = (try figures(30, 60), try figures(5, 10))
    #expect(a.map(\.estimate) == b.map(\.estimate) && a.count == 4)
    #expect(a.allSatisfy { $0.note?.contains("30 observations") == true })
    #expect(a.allSatisfy { $0.note?.contains("worth 60;") == true })
    #expect(try figures(5, 0.5).allSatisfy { $0.note?.contains("worth 0.5;") == true })
  }
}
