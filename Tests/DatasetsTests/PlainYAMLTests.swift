import TestSupport
import Datasets
import Foundation
import Testing

@testable import Parameters

/// The reader of plain YAML against Yams, which is the oracle.
@Suite struct PlainYAMLTests {
  /// Name and text of every YAML file that ships, in order.
  private static let files: [(name: String, text: String)] = {
    let paths = try! FileManager.default.subpathsOfDirectory(atPath: Datasets.folder.path)
    return paths.filter { $0.hasSuffix(".yaml") }.sorted().map {
      let url = Datasets.folder.appending(path: $0)
      return ($0, String(decoding: try! Data(contentsOf: url), as: UTF8.self))
    }
  }()

  /// A file that ships and is not plain would slow the start of every command that reads it.
  @Test func filesThatShipArePlain() throws {
    #expect(!Self.files.isEmpty)
    for (name, text) in Self.files {
      #expect(try PlainYAML.root(of: text) == YAMLNode(composing: text), "\(name)")
    }
  }

  @Test(arguments: [
    "a: 1\n", "- 1\n- b\n", "a:\n- 1\n- 2\nb:\n  - x: 1\n    y: -0.5\n", "a:\n  b:\n    c: d\n",
    "-\n  - a\n  - b\n", "- a: |\n    x\n\n     y\n  b: 2\n", "a: |-\n  x: \"y\" # z\nb: 1\n",
    "a: >-\n  x\n  y\n\nb: 1\n", "a: [1, \"2\", {b: c, d: []}, {}]\n", "a: [1,\n  2]\n",
    "\"a b\": \"c \\\"d\\\" \\\\\"\n", "a:   it's 'so', \"really\" a#b [c]   \n\nb: é–£\n",
    "a: x:y -z\n", "a: null\nb: ~\n",
  ])
  func plainTextsAreReadAsYamsDoes(_ text: String) throws {
    let plain = try #require(PlainYAML.root(of: text))
    #expect(try plain == YAMLNode(composing: text))
  }

  @Test(arguments: [
    "", "\n", "a", "a\n", "a: 1", "a:\n", "a: 1\na: 2\n", "a: 1\n\"a\": 2\n", "# x\na: 1\n",
    "a: 1 # x\n", "a: 'x'\n", "a: &x 1\nb: *x\n", "a: !!str 1\n", "a: x\n  y\n", "a: \"x\n  y\"\n",
    "a:\tx\n", "a: 1\r\n", "\u{FEFF}a: 1\n", "---\na: 1\n", "a: 1\n...\n", "%YAML 1.1\n", "? a\n",
    "a: b: c\n", "a:\n  b: 1\n c: 2\n", " a: 1\nb: 2\n", "a: 1\n- b\n", "- a\nb: 1\n", "- - a\n",
    "a: [1\n", "a: [1,]\n", "a: [1]]\n", "a: [b: c]\n", "a: {b}\n", "a: {b: }\n",
    "a: {b: 1, b: 2}\n",
    "a: {b:1}\n", "a: [x\ny]\n", "a: \"\\n\"\n", "a: \"x\" y\n", "a: |\n\n  x\n", "a: |\nb: 1\n",
    "a: |+\n  x\n", "a: |2\n  x\n", "a: >\n  x\n", "a: >-\n  x\n\n  y\n", "a: >-\n  x\n   y\n",
    "a: x\u{85}y\n", "a: \u{2028}\n", "a: @x\n", "a: - b\n", "... : 1\n", "-\n- a\n",
    String(repeating: "a", count: 1100) + ": 1\n",
    "a: " + String(repeating: "[", count: 100) + String(repeating: "]", count: 100) + "\n",
  ])
  func anythingElseIsLeft(_ text: String) {
    #expect(PlainYAML.root(of: text) == nil)
  }

  /// Pieces of the files that ship, changed at random: what is read, is read as Yams does.
  @Test(arguments: 1...4) func changedFilesAreReadAsYamsDoesOrLeft(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = Self.files.flatMap { Self.pieces(of: $0.text) }
    var read = 0
    for _ in 0..<4_000 {
      var text = pieces.randomElement(using: &generator)!
      for _ in 0...Int.random(in: 0...2, using: &generator) {
        Self.change(&text, using: &generator)
      }
      guard let plain = PlainYAML.root(of: text) else { continue }
      read += 1
      // A text that Yams refuses throws here.
      let whole = try YAMLNode(composing: text)
      #expect(plain == whole, "seed \(seed): \(text.debugDescription)")
    }
    #expect(read > 400, "only \(read) of 4,000 texts were plain")
  }

  /// A dozen lines each, moved to the left margin.
  private static func pieces(of text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return stride(from: 0, to: lines.count, by: 12).map { start in
      let piece = lines[start..<min(start + 12, lines.count)]
      let margin = piece.filter { !$0.allSatisfy { $0 == " " } }.map {
        $0.prefix { $0 == " " }.count
      }
      return piece.map { $0.dropFirst(margin.min() ?? 0) }.joined(separator: "\n") + "\n"
    }
  }

  private static let insertions =
    "\n \"':-,[]{}#|>?&*!%@`\\.~a0\u{85}é\t".map(String.init) + [
      "\n  ", "\n- ", "\n ", ": ", "- ", "\n\n", " #", "|\n", ">-\n", "---\n", "...\n", "\"\"",
      "{a: b}", "[a, b]", "a: b", "--", "\r\n", "null", "\n    ", "|-", ": |\n",
    ]

  /// Removes, inserts, swaps or repeats characters.
  private static func change(_ text: inout String, using generator: inout SeededGenerator) {
    var scalars = Array(text.unicodeScalars)
    guard scalars.count > 1 else { return }
    let (first, second) = (
      Int.random(in: 0..<scalars.count, using: &generator),
      Int.random(in: 0..<scalars.count, using: &generator)
    )
    switch Int.random(in: 0...4, using: &generator) {
    case 0: scalars.remove(at: first)
    case 1: scalars.swapAt(first, second)
    case 2: scalars.insert(contentsOf: scalars[first..<min(first + 20, scalars.count)], at: second)
    default:
      scalars.insert(
        contentsOf: insertions.randomElement(using: &generator)!.unicodeScalars, at: first)
    }
    text = String(String.UnicodeScalarView(scalars))
  }
}
