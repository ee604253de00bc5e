public import Foundation

/// Many runs that are computed block by block, each block by itself, and put together at the end.
public protocol Batch: Sendable {
  /// What it is; two batches of one plan have the same blocks.
  var plan: BatchPlan { get }
  /// Computes a block.
  ///
  /// - Parameter block: From 0; below the plan's ``BatchPlan/blocks``.
  /// - Throws: What ends the batch; a run that fails is part of its outcome.
  func outcome(ofBlock block: Int) throws -> BatchOutcome
  /// Puts blocks together.
  ///
  /// - Parameters:
  ///   - blocks: A block, asked for in rising order; each at most once.
  ///   - spool: Where files wait that are too large for memory.
  /// - Throws: `BatchError.refused` where runs failed and nobody asked for them to be left out.
  func output(
    of blocks: (Int) throws -> BatchOutcome, spool: URL
  ) throws -> BatchOutput
}

/// What decides the blocks of a batch.
public struct BatchPlan: Sendable, Equatable {
  /// Version of carecast.
  public let version: String
  /// The arguments that give the same blocks, without the program's own name.
  public let arguments: [String]
  /// Digest of all data the batch has read.
  public let dataDigest: String
  /// Texts of the files it rests on, besides the data.
  public let texts: [String]
  /// How many blocks there are at most.
  public let blocks: Int

  /// The plan in a fixed form.
  var json: JSONValue {
    .object([
      .init("program", "carecast"), .init("version", .string(version)),
      .init("arguments", .array(arguments.map(JSONValue.string))),
      .init("data", .string(dataDigest)),
      .init("texts", .array(texts.map(JSONValue.string))),
      .init("blocks", .integer(blocks)), .init("platform", .string(RunManifest.platform)),
    ])
  }
}

/// What a batch gives in the end.
public struct BatchOutput: Sendable {
  /// The files.
  public let folder: OutputFolder
  /// What is printed.
  public let text: String
}

/// A part of the blocks of a batch: every n-th of them.
public struct BatchShard: Sendable, Equatable, CustomStringConvertible {
  /// Which part, from 1.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// Reads `3/16`.
  ///
  /// - Throws: `BatchError.shard`.
  public init(_ text: String) throws(BatchError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], number >= 1,
      number <= count
    else { throw .shard(text) }
    self.number = number
    self.count = count
  }

  /// `3/16`
  public var description: String { "\(number)/\(count)" }

  /// Whether a block belongs to it.
  func holds(_ block: Int) -> Bool { block % count == number - 1 }
}
