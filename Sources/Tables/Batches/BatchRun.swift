public import Foundation
import Parameters

/// How a batch is carried out: at once, in parts, or from parts that were computed elsewhere.
public struct BatchRun: Sendable {
  private let batch: any Batch
  private let report: @Sendable (_ done: Int, _ all: Int) -> Void

  /// A batch to carry out.
  ///
  /// - Parameter report: Told how many blocks are done.
  public init(
    _ batch: any Batch, report: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) {
    self.batch = batch
    self.report = report
  }

  /// Computes everything in memory.
  ///
  /// - Parameter spool: Where files wait that are too large for memory.
  /// - Throws: What the batch throws.
  public func output(spool: URL) throws -> BatchOutput {
    try batch.output(
      of: { block in
        defer { report(block + 1, batch.plan.blocks) }
        return try batch.outcome(ofBlock: block)
      }, spool: spool)
  }

  /// Computes what is not there yet and writes the output.
  ///
  /// Each block is kept in a folder beside the output, which goes when all is done.
  ///
  /// - Parameters:
  ///   - output: The folder to write.
  ///   - resume: Whether blocks of an earlier attempt are kept.
  ///   - replace: Whether earlier output may go.
  /// - Returns: What is to be printed.
  /// - Throws: What the batch, the blocks' folder and the writing throw.
  public func write(to output: String, resume: Bool, replace: Bool) throws -> String {
    try OutputFolder().check(output, replace: replace)
    let folder = try BlockFolder(
      BlockFolder.work(for: output), for: batch.plan, shard: nil, resume: resume)
    let made = try putTogether(in: folder.url) { block in
      defer { report(block + 1, batch.plan.blocks) }
      return try self.block(block, in: folder)
    }
    try made.folder.write(to: output, replace: replace)
    try? FileManager.default.removeItem(at: folder.url)
    return made.text
  }

  /// Computes one part of the blocks and keeps them for `merge`.
  ///
  /// - Parameters:
  ///   - shard: Which part.
  ///   - output: The folder to make; it must not be there yet.
  ///   - resume: Whether blocks of an earlier attempt are kept.
  /// - Returns: How many blocks there are.
  /// - Throws: As ``write(to:resume:replace:)``.
  public func write(_ shard: BatchShard, to output: String, resume: Bool) throws -> Int {
    try OutputFolder(mark: BlockFolder.planFile).check(output, replace: false)
    let work = BlockFolder.work(for: output)
    let folder = try BlockFolder(work, for: batch.plan, shard: shard, resume: resume)
    let own = (0..<batch.plan.blocks).filter(shard.holds)
    for (done, block) in own.enumerated() {
      if !folder.has(block) { _ = try self.block(block, in: folder) }
      report(done + 1, own.count)
    }
    do {
      try? FileManager.default.removeItem(atPath: output)
      try FileManager.default.moveItem(at: work, to: URL(fileURLWithPath: output))
    } catch {
      throw TableError.notWritten(path: output, reason: error.localizedDescription)
    }
    return own.count
  }

  /// Writes the output from all parts.
  ///
  /// - Parameters:
  ///   - shards: The folders of the parts, in any order.
  ///   - output: The folder to write.
  ///   - replace: Whether earlier output may go.
  /// - Returns: What is to be printed.
  /// - Throws: `BatchError.otherPlan`, `missingBlocks`; as ``write(to:resume:replace:)``.
  public func merge(_ shards: [String], to output: String, replace: Bool) throws -> String {
    try OutputFolder().check(output, replace: replace)
    let folders = try shards.map { try BlockFolder(shard: $0, of: batch.plan) }
    let missing = (0..<batch.plan.blocks).filter { block in
      !folders.contains { $0.has(block) }
    }
    guard missing.isEmpty else {
      throw BatchError.missingBlocks(
        count: missing.count, of: batch.plan.blocks,
        shards: try shards.map { try ShardRecord($0).shard })
    }
    let made = try putTogether(in: URL(fileURLWithPath: shards[0])) { block in
      defer { report(block + 1, batch.plan.blocks) }
      return try folders.first { $0.has(block) }!.block(block)!
    }
    try made.folder.write(to: output, replace: replace)
    return made.text
  }

  /// A block from its folder, or computed and put there.
  private func block(_ index: Int, in folder: BlockFolder) throws -> BatchOutcome {
    if let found = try folder.block(index) { return found }
    let outcome = try batch.outcome(ofBlock: index)
    try folder.save(outcome, as: index)
    return outcome
  }

  /// The output; where it is refused, the list of failed runs is left in a folder.
  private func putTogether(
    in folder: URL, _ blocks: (Int) throws -> BatchOutcome
  ) throws -> BatchOutput {
    do {
      return try batch.output(of: blocks, spool: folder)
    } catch BatchError.refused(let report, let list, _) {
      let file = folder.appendingPathComponent(FailedRuns.fileName)
      try BlockFolder.write(list, to: file)
      throw BatchError.refused(report: report, list: list, file: file.path)
    }
  }
}
