import Foundation
import LinearAlgebra
import Sensitivity
import Statistics
import TestSupport
import Testing

/// Laws of every method.
@Suite struct MethodTests {
  @Test func everyFileOfTheFolderIsInAll() throws {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Sensitivity/Methods")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0 != "SensitivityMethod.swift" }
    let named = try files.map { file -> String in
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let match = try #require(
        text.firstMatch(of: /static let [A-Za-z]+ = SensitivityMethod\(\s*"([a-z-]+)"/), "\(file)")
      return String(match.1)
    }
    #expect(named.sorted() == SensitivityMethod.all.map(\.id).sorted())
  }

  /// The table of methods in the README names each of them once.
  @Test func everyMethodIsInTheREADME() throws {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let table = text.split(separator: "\n").drop { !$0.hasPrefix("| method | when |") }
      .prefix { $0.hasPrefix("|") }.dropFirst(2)
    let named = table.flatMap { row in
      row.split(separator: "|")[0].matches(of: /`([a-z-]+)`/).map { String($0.1) }
    }
    #expect(named.sorted() == SensitivityMethod.all.map(\.id).sorted())
  }

  @Test func namesAndSentences() throws {
    #expect(Set(SensitivityMethod.all.map(\.id)).count == SensitivityMethod.all.count)
    for method in SensitivityMethod.all {
      #expect(try SensitivityMethod.named(method.id).id == method.id)
      #expect(method.sentence.hasSuffix(".") && !method.kinds.isEmpty)
      #expect(method.kinds.allSatisfy { $0.sentence.hasSuffix(".") && !$0.id.contains(" ") })
    }
    #expect(
      throws: SensitivityError.unknownMethod("soboll", known: SensitivityMethod.all.map(\.id))
    ) {
      try SensitivityMethod.named("soboll")
    }
  }

  private static let methods = SensitivityMethod.all.map(\.id)
  private static let samplings = [Sampling.quasiRandom(replicates: 8), .monteCarlo(resamples: 40)]

  private static func function(_ x: [Double]) -> [Double] {
    [x[0] + 2 * x[1] * x[2] + 0.1 * x[3], exp(x[0]) - x[3]]
  }

  private static func study(
    _ method: String, _ sampling: Sampling, _ change: (inout Settings) -> Void = { _ in }
  ) throws -> Study {
    let inputs = [
      Input("a", try UniformDistribution(minimum: 1, maximum: 3)),
      Input("b", try NormalDistribution(mean: 2, standardDeviation: 0.5)),
      Input("c", try GammaDistribution(shape: 4, scale: 0.5), base: 2),
      Input("d", try BetaDistribution(a: 2, b: 2)),
    ]
    let settings = Settings.with {
      $0.sampling = sampling
      $0.curvePoints = 101
      change(&$0)
    }
    return try Study(
      .named(method), of: Problem(inputs, groups: ["pair": ["b", "c"]]), outputs: ["y", "z"],
      settings: settings)
  }

  /// A study in two parts, in other blocks, or with a function of many rows equals one at once.
  @Test(arguments: methods, samplings) func partsChangeNothing(
    method: String, sampling: Sampling
  ) throws {
    var whole = try Self.study(method, sampling)
    try whole.extend(to: 600) { Self.function($0) }
    for blockRows in [1, 100] {
      var parts = try Self.study(method, sampling) { $0.blockRows = blockRows }
      try parts.extend(to: 130) { Self.function($0) }
      try parts.extend(to: 600) { (rows: Matrix) in
        Matrix((0..<rows.rows).map { Self.function(rows.row($0)) })
      }
      #expect(parts.runs == whole.runs && parts.baseRuns == whole.baseRuns)
      let pairs = zip(try whole.result().measures, try parts.result().measures)
      for (a, b) in pairs {
        #expect(a.kind == b.kind && a.input == b.input && a.output == b.output && a.note == b.note)
        guard let x = a.estimate, let y = b.estimate else {
          #expect(a.estimate == nil && b.estimate == nil)
          continue
        }
        // Products are centred near the first block's mean, which rounds differently.
        expectClose(x.value, y.value, relative: 1e-9, absolute: 1e-11, "\(a.kind) \(a.input)")
        expectClose(x.standardError, y.standardError, relative: 1e-7, absolute: 1e-11)
      }
    }
  }

  /// Every figure is of a kind the method lists, lies within its interval or near it, and the cost was
  /// told before.
  @Test(arguments: methods, samplings) func figures(method: String, sampling: Sampling) throws {
    var study = try Self.study(method, sampling)
    try study.extend(to: 600) { Self.function($0) }
    let result = try study.result()
    let kinds = Set(study.method.kinds.map(\.id))
    #expect(result.failures == nil && result.runs == study.runs)
    #expect(result.measures.allSatisfy { kinds.contains($0.kind) })
    #expect(
      try study.method.runs(of: 600, study.problem, settings: study.settings) == result.runs)
    for measure in result.measures {
      guard let estimate = measure.estimate else {
        #expect(measure.note != nil)
        continue
      }
      #expect(estimate.value.isFinite && estimate.standardError >= 0)
      #expect(estimate.interval.lowerBound.isFinite && estimate.interval.upperBound.isFinite)
    }
  }

  /// Failed runs are refused with their number, reason and place; on request their blocks are left
  /// out, and the rest says what it says without them.
  ///
  /// Every block of `fast` goes everywhere, and `fractional-factorial` has one, so that none would be left.
  @Test(
    arguments: methods.filter { !["tornado", "fast", "fractional-factorial"].contains($0) },
    samplings) func failures(
      method: String, sampling: Sampling
    ) throws
  {
    struct Broken: Error, CustomStringConvertible { let description = "no solution" }
    @Sendable func failing(_ x: [Double]) throws -> [Double] {
      if x[0] > 2.9 { throw Broken() }
      return x[3] > 0.95 ? [.infinity, 1] : Self.function(x)
    }
    var refusing = try Self.study(method, sampling)
    try refusing.extend(to: 600, failing)
    let report = try #require(refusing.failureReport)
    #expect(throws: SensitivityError.failedRuns(report)) { try refusing.result() }
    #expect(report.failed > 0 && report.runs == refusing.runs)
    #expect(report.reasons.reduce(0) { $0 + $1.count } == report.failed)
    #expect(report.first.allSatisfy { $0.inputs[0] > 2.9 || $0.inputs[3] > 0.95 })
    #expect(report.reasons.map(\.reason).contains("no solution"))
    var dropping = try Self.study(method, sampling) { $0.failures = .dropBlocks }
    try dropping.extend(to: 600, failing)
    let result = try dropping.result()
    #expect(result.failures == report)
    #expect(result.measures.allSatisfy { $0.estimate?.value.isFinite ?? true })
  }

  /// An output that does not vary has no figures but those that are 0 or the output itself, each with
  /// a reason, and disturbs no other output.
  @Test(arguments: methods.filter { !["evppi", "evsi"].contains($0) }, samplings) func stillOutput(
    method: String, sampling: Sampling
  ) throws {
    var study = try Self.study(method, sampling)
    try study.extend(to: 600) { [Self.function($0)[0], 0.1] }
    for measure in try study.result().measures where measure.output == "z" {
      if ["tornado", "morris", "fractional-factorial"].contains(method) {
        let value = try #require(measure.estimate).value
        #expect(value == 0 || value == 0.1)
      } else {
        #expect(measure.estimate == nil && measure.note?.contains("not") == true, "\(measure)")
      }
    }
    #expect(try study.result().measures.contains { $0.output == "y" && $0.estimate != nil })
  }

  @Test(arguments: methods) func tooFewRuns(method: String) throws {
    let study = try Self.study(method, .monteCarlo(resamples: 40))
    let least =
      [
        "tornado": 1, "pawn": 20, "evppi": 16, "evsi": 16, "delta": 20, "prim": 40, "cart": 40,
        "polynomial-chaos": 16, "gaussian-process": 16, "fractional-factorial": 1,
      ][method] ?? 2
    #expect(throws: SensitivityError.tooFewRuns(made: 0, least: least)) { try study.result() }
  }
}
