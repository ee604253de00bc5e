import Foundation
import Testing

/// Keys such as `[Briggs2006]` in the sources against the entries of `Sources/References.md`.
@Suite struct DatasetsReferencesTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  /// Keys cited in the doc comments below `Sources`, with the files that cite them.
  private static func cited() throws -> [String: Set<String>] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    var files: [String: Set<String>] = [:]
    for path in paths where path.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      for line in text.split(separator: "\n") where line.contains("///") {
        for match in line.matches(of: /\[([A-Z][A-Za-z]+[0-9]{3,4}(?:-[0-9]+)?)\]/) {
          files[String(match.1), default: []].insert(path)
        }
      }
    }
    return files
  }

  /// Keys that head an entry: `- **[Briggs2006]** …`.
  private static func entries() throws -> [String] {
    let text = try String(contentsOf: folder.appending(path: "References.md"), encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      line.prefixMatch(of: #/- \*\*\[([^\]]+)\]\*\* /#).map { String($0.1) }
    }
  }

  @Test func everyCitedKeyHasAnEntry() throws {
    let entries = Set(try Self.entries())
    let cited = try Self.cited()
    #expect(!cited.isEmpty)
    for (key, files) in cited.sorted(by: { $0.key < $1.key }) {
      #expect(entries.contains(key), "[\(key)] of \(files.sorted()) is not in References.md")
    }
  }

  @Test func everyEntryIsCited() throws {
    let cited = try Self.cited()
    for key in try Self.entries() {
      #expect(cited[key] != nil, "[\(key)] of References.md is cited in no doc comment")
    }
  }

  @Test func everyEntryIsListedOnceAndInOrder() throws {
    let entries = try Self.entries()
    #expect(entries == Set(entries).sorted())
  }
}
