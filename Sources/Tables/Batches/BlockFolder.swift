import Foundation
import Parameters

/// Blocks of a batch on disk: each whole or not there, whenever the program is killed.
struct BlockFolder: Sendable {
  /// What the blocks belong to.
  static let planFile = "batch.json"

  let url: URL

  /// The folder beside the output in which an unfinished batch waits.
  static func work(for output: String) -> URL {
    let place = URL(fileURLWithPath: output).standardizedFileURL
    return place.deletingLastPathComponent()
      .appendingPathComponent("\(place.lastPathComponent).work")
  }

  /// Opens the folder of a batch, and makes it if it is not there.
  ///
  /// - Parameters:
  ///   - url: The folder.
  ///   - plan: What is to be computed.
  ///   - shard: The part of it that is; the whole with `nil`.
  ///   - resume: Whether blocks that lie there are kept.
  /// - Throws: `BatchError.unfinished` where blocks lie there and are not asked for, `otherPlan` where
  ///   they are of something else; `TableError.notWritten`.
  init(_ url: URL, for plan: BatchPlan, shard: BatchShard?, resume: Bool) throws {
    self.url = url
    let file = url.appendingPathComponent(Self.planFile)
    let text = Self.text(plan, shard)
    if let found = try? Data(contentsOf: file) {
      guard resume else { throw BatchError.unfinished(work: url.path) }
      guard found == Data(text.utf8) else {
        throw BatchError.otherPlan(
          folder: url.path, line: FirstDifference(between: [UInt8](found), and: Array(text.utf8)))
      }
      return
    }
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw TableError.notWritten(path: url.path, reason: error.localizedDescription)
    }
    try Self.write(Array(text.utf8), to: file)
  }

  /// A finished part of a batch.
  ///
  /// - Throws: `BatchError.notAShard`, `otherPlan`.
  init(shard folder: String, of plan: BatchPlan) throws {
    url = URL(fileURLWithPath: folder)
    let made = try ShardRecord(folder)
    let text = Self.text(plan, made.shard)
    guard made.text == text else {
      throw BatchError.otherPlan(
        folder: folder,
        line: FirstDifference(between: Array(made.text.utf8), and: Array(text.utf8)))
    }
  }

  private static func text(_ plan: BatchPlan, _ shard: BatchShard?) -> String {
    guard case .object(let members) = plan.json else { preconditionFailure("a plan is an object") }
    return JSONValue.object(
      members + [.init("shard", shard.map { .string($0.description) } ?? .null)]
    ).text
  }

  /// A block; `nil` if it is not there.
  ///
  /// - Throws: `BatchError.brokenBlock` where its file was tampered with.
  func block(_ index: Int) throws -> BatchOutcome? {
    guard let bytes = try? Data(contentsOf: file(of: index)) else { return nil }
    guard let outcome = BatchOutcome(bytes: [UInt8](bytes)) else {
      throw BatchError.brokenBlock(file(of: index).path)
    }
    return outcome
  }

  /// Whether a block is there.
  func has(_ index: Int) -> Bool {
    FileManager.default.fileExists(atPath: file(of: index).path)
  }

  /// Keeps a block.
  ///
  /// - Throws: `TableError.notWritten`.
  func save(_ outcome: BatchOutcome, as index: Int) throws {
    try Self.write(outcome.bytes, to: file(of: index))
  }

  private func file(of index: Int) -> URL { url.appendingPathComponent("block-\(index)") }

  /// Writes a file whole or not at all.
  static func write(_ bytes: [UInt8], to file: URL) throws(TableError) {
    var new = try ReplacedFile(file.path)
    let written = bytes.withUnsafeBytes { bytes in
      Result { () throws(TableError) in try new.write(bytes) }
    }
    try written.get()
    try new.finish()
  }
}

/// What `batch.json` of a part of a batch says.
public struct ShardRecord: Sendable {
  /// The arguments of the whole batch, without the program's own name.
  public let arguments: [String]
  /// Which part it is.
  public let shard: BatchShard
  let text: String

  private struct Plan: Decodable {
    let arguments: [String]
    let shard: String?
  }

  /// Reads it.
  ///
  /// - Throws: `BatchError.notAShard`.
  public init(_ folder: String) throws {
    let file = URL(fileURLWithPath: folder).appendingPathComponent(BlockFolder.planFile)
    guard let data = try? Data(contentsOf: file),
      let plan = try? JSONDecoder().decode(Plan.self, from: data), let shard = plan.shard
    else { throw BatchError.notAShard(folder) }
    arguments = plan.arguments
    self.shard = try BatchShard(shard)
    text = String(decoding: data, as: UTF8.self)
  }
}

extension BatchOutcome {
  private struct Header: Codable {
    let runs: Int
    let numbers: Int
    let digest: String
    let reasons: [Int: String]
  }

  /// As a file: a line of JSON, then every number in eight bytes, the lowest first.
  var bytes: [UInt8] {
    var numbers: [UInt8] = []
    numbers.reserveCapacity(outputs.count * 8)
    for number in outputs {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { numbers += $0 }
    }
    let header = Header(
      runs: runs, numbers: outputs.count, digest: sha256(numbers), reasons: reasons)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let line = try? encoder.encode(header) else {
      preconditionFailure("\(header) is not encodable")
    }
    return [UInt8](line) + [UInt8(ascii: "\n")] + numbers
  }

  /// From such a file; `nil` if it is none, or was changed.
  init?(bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
      let header = try? JSONDecoder().decode(Header.self, from: Data(bytes[..<end]))
    else { return nil }
    let numbers = Array(bytes[(end + 1)...])
    guard numbers.count == header.numbers * 8, sha256(numbers) == header.digest else { return nil }
    let outputs = numbers.withUnsafeBytes { raw in
      (0..<header.numbers).map {
        Double(
          bitPattern: UInt64(
            littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)))
      }
    }
    self.init(outputs: outputs, runs: header.runs, reasons: header.reasons)
  }
}
