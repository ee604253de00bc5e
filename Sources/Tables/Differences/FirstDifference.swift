/// The first line in which two texts differ.
public struct FirstDifference: Sendable, Equatable {
  /// The line, from 1.
  public let line: Int
  /// The line of the first text; empty past its end.
  public let first: String
  /// The line of the second text; empty past its end.
  public let second: String

  /// The first difference of two files that differ.
  public init(between a: [UInt8], and b: [UInt8]) {
    precondition(a != b, "two files that do not differ")
    let lines = [a, b].map { bytes in
      bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }
    let common = min(lines[0].count, lines[1].count)
    let index = (0..<common).first { lines[0][$0] != lines[1][$0] } ?? common
    let texts = lines.map { lines in
      lines.indices.contains(index) ? String(decoding: lines[index], as: UTF8.self) : ""
    }
    line = index + 1
    first = texts[0]
    second = texts[1]
  }
}
