import Foundation
import Parameters
import Scenarios
import Sensitivity
import Synchronization
import Testing

@testable import Tables

/// A batch of ten blocks that counts what it computes, and can be made to stop.
private final class CountedBatch: Batch, Sendable {
  struct Stopped: Error {}
  let plan: BatchPlan
  let computed = Mutex<[Int]>([])
  private let stop: Int?

  init(stoppingAt stop: Int? = nil, arguments: [String] = ["counted"]) {
    self.stop = stop
    plan = BatchPlan(
      version: "test", arguments: arguments, dataDigest: "none", texts: [], blocks: 10)
  }

  func outcome(ofBlock block: Int) throws -> BatchOutcome {
    if block == stop { throw Stopped() }
    computed.withLock { $0.append(block) }
    return BatchOutcome(
      outputs: [Double(block) / 3, block == 4 ? .nan : 1 / Double(block)], runs: 2,
      reasons: block == 4 ? [1: "no, \"never\"\n"] : [:])
  }

  func output(of blocks: (Int) throws -> BatchOutcome, spool: URL) throws -> BatchOutput {
    var folder = OutputFolder()
    let lines = try (0..<plan.blocks).map { block in
      let outcome = try blocks(block)
      return "\(outcome.outputs.map(\.bitPattern)) \(outcome.reasons)\n"
    }
    try folder.add([
      OutputFile(path: "all.txt", text: lines.joined()),
      OutputFile(path: RunManifest.fileName, text: "{}\n"),
    ])
    return BatchOutput(folder: folder, text: "done\n")
  }
}

/// Batches that are stopped, cut into parts and put together.
@Suite struct BatchRunTests {
  private func contents(_ folder: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder + "/all.txt"))
  }

  private func whole(_ base: String) throws -> Data {
    let target = base + "/whole"
    #expect(
      try BatchRun(CountedBatch()).write(to: target, resume: false, replace: false) == "done\n")
    #expect(!FileManager.default.fileExists(atPath: target + ".work"))
    return try contents(target)
  }

  @Test func whatWasStoppedGoesOnWhereItWas() throws {
    try withBatchFolder { base in
      let whole = try whole(base)
      let target = base + "/run"
      #expect(throws: CountedBatch.Stopped.self) {
        try BatchRun(CountedBatch(stoppingAt: 6)).write(to: target, resume: false, replace: false)
      }
      #expect(!FileManager.default.fileExists(atPath: target))
      #expect(throws: BatchError.unfinished(work: target + ".work")) {
        try BatchRun(CountedBatch()).write(to: target, resume: false, replace: false)
      }
      let rest = CountedBatch()
      _ = try BatchRun(rest).write(to: target, resume: true, replace: false)
      #expect(rest.computed.withLock { $0 } == [6, 7, 8, 9])
      #expect(try contents(target) == whole)
    }
  }

  @Test func aHalfWrittenBlockIsComputedAgainAndAChangedOneRefused() throws {
    try withBatchFolder { base in
      let whole = try whole(base)
      let target = base + "/run"
      #expect(throws: CountedBatch.Stopped.self) {
        try BatchRun(CountedBatch(stoppingAt: 6)).write(to: target, resume: false, replace: false)
      }
      // What a write that was cut off leaves: a file under another name.
      let block = try Data(contentsOf: URL(fileURLWithPath: target + ".work/block-5"))
      try FileManager.default.removeItem(atPath: target + ".work/block-5")
      try block.prefix(20).write(to: URL(fileURLWithPath: target + ".work/.block-5.new-x"))
      let changed = URL(fileURLWithPath: target + ".work/block-3")
      let good = try Data(contentsOf: changed)
      try (good.dropLast() + [good.last! ^ 1]).write(to: changed)
      #expect(throws: BatchError.brokenBlock(changed.path)) {
        try BatchRun(CountedBatch()).write(to: target, resume: true, replace: false)
      }
      try good.write(to: changed)
      _ = try BatchRun(CountedBatch()).write(to: target, resume: true, replace: false)
      #expect(try contents(target) == whole)
    }
  }

  @Test(arguments: [1, 3, 16]) func partsGiveTheWhole(count: Int) throws {
    try withBatchFolder { base in
      let whole = try whole(base)
      let parts = try (1...count).map { number in
        let part = "\(base)/part-\(number)"
        _ = try BatchRun(CountedBatch()).write(
          BatchShard("\(number)/\(count)"), to: part, resume: false)
        return part
      }
      let merged = CountedBatch()
      _ = try BatchRun(merged).merge(parts.reversed(), to: base + "/merged", replace: false)
      #expect(merged.computed.withLock { $0 }.isEmpty)
      #expect(try contents(base + "/merged") == whole)
    }
  }

  @Test func aBlockReadsBackAsItWas() throws {
    let outcome = BatchOutcome(
      outputs: [0, -0.0, .nan, .infinity, .leastNonzeroMagnitude, 1 / 3], runs: 3,
      reasons: [1: "é, \"x\"\n"])
    let back = try #require(BatchOutcome(bytes: outcome.bytes))
    #expect(back.outputs.map(\.bitPattern) == outcome.outputs.map(\.bitPattern))
    #expect(back.runs == 3 && back.reasons == outcome.reasons)
    #expect(BatchOutcome(bytes: outcome.bytes.dropLast()) == nil)
    #expect(BatchOutcome(bytes: []) == nil)
  }

  /// One cause of each fault.
  private static let fixtures: [(BatchError.Kind, @Sendable (String) throws -> Void)] = [
    (.noSpread, { _ in _ = try BatchInputs(["discount.rate"], in: parameters()) }),
    (.noSpread, { _ in _ = try BatchInputs(["programme.profile"], in: parameters()) }),
    (
      .inputTwice,
      { _ in _ = try BatchInputs(["entries.rate", "entries.rate.0"], in: parameters()) }
    ),
    (.noFigure, { _ in _ = try BatchSample.model(["baseline"], ["programme_cash"]) }),
    (
      .noPlans,
      { _ in
        _ = try BatchSample.analysis(
          .perfectInformation, BatchSample.model(), inputs: ["entries.rate"])
      }
    ),
    (.rule, { _ in throw BatchError.rule("total-order 1", kinds: ["total-order"]) }),
    (.cases, { _ in throw BatchError.cases("worst", words: CasesOfInterest.words) }),
    (.question, { _ in _ = try SwitchingQuestion("gap") }),
    (
      .range,
      { _ in
        _ = try SwitchingInput(
          "entries.rate", verb: .add, low: nil, high: nil, in: parameters())
      }
    ),
    (.shard, { _ in _ = try BatchShard("4/3") }),
    (.notAShard, { _ = try ShardRecord($0) }),
    (
      .unfinished,
      { base in
        try FileManager.default.createDirectory(
          atPath: base + "/run.work", withIntermediateDirectories: true)
        try Data("{}".utf8).write(to: URL(fileURLWithPath: base + "/run.work/batch.json"))
        _ = try BatchRun(CountedBatch()).write(to: base + "/run", resume: false, replace: false)
      }
    ),
    (
      .otherPlan,
      { base in
        _ = try BatchRun(CountedBatch()).write(
          BatchShard("1/2"), to: base + "/part", resume: false)
        _ = try BatchRun(CountedBatch(arguments: ["other"])).merge(
          [base + "/part"], to: base + "/run", replace: false)
      }
    ),
    (
      .brokenBlock,
      { base in
        _ = try BatchRun(CountedBatch()).write(
          BatchShard("1/1"), to: base + "/part", resume: false)
        try Data("{}\n".utf8).write(to: URL(fileURLWithPath: base + "/part/block-2"))
        _ = try BatchRun(CountedBatch()).merge(
          [base + "/part"], to: base + "/run", replace: false)
      }
    ),
    (
      .missingBlocks,
      { base in
        _ = try BatchRun(CountedBatch()).write(
          BatchShard("1/2"), to: base + "/part", resume: false)
        _ = try BatchRun(CountedBatch()).merge(
          [base + "/part"], to: base + "/run", replace: false)
      }
    ),
    (
      .refused,
      { _ in throw BatchError.refused(report: "1 of 2 runs failed.", list: [], file: nil) }
    ),
  ]

  private static func parameters() throws -> ParameterSet {
    try CatalogueSample.data.get().parameters
  }

  @Test(arguments: fixtures.indices) func isThrown(index: Int) throws {
    let (kind, cause) = Self.fixtures[index]
    try withBatchFolder { base in
      let error = try #require(throws: BatchError.self) { try cause(base) }
      #expect(error.kind == kind)
      #expect(error.description.hasSuffix("."))
    }
  }

  @Test func everyCaseHasAFixture() {
    #expect(Set(BatchError.Kind.allCases).subtracting(Self.fixtures.map(\.0)).isEmpty)
  }
}
