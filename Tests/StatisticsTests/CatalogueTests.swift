import Foundation
import Testing

/// The names in the first column of `Sources/Statistics.md` against the library's public declarations.
@Suite struct CatalogueTests {
  private let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  private func listed() throws -> [String] {
    let text = try String(contentsOf: sources.appending(path: "Statistics.md"), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { line in
      line.split(separator: "|")[0].matches(of: /`([^`]+)`/).map { String($0.output.1) }
    }
  }

  private func declared() throws -> String {
    let folder = sources.appending(path: "Statistics").resolvingSymlinksInPath()
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var text = ""
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      text += try String(contentsOf: file, encoding: .utf8)
    }
    return text
  }

  @Test func everyNameIsDeclared() throws {
    let (names, text) = (try listed(), try declared())
    #expect(names.count > 40)
    for name in names {
      let parts = name.split(separator: ".").map(String.init)
      let last = try #require(parts.last)
      let kinds = parts.count == 1 ? "func|struct|enum|protocol" : "(?:static )?(?:func|let|var)"
      let pattern = try Regex("public (?:\(kinds)) \(last)\\b")
      #expect(text.contains(pattern), "\(name) is not declared")
    }
  }

  /// The other way round, for types at the top.
  @Test func everyTypeIsListed() throws {
    let names = Set(try listed().map { $0.split(separator: ".")[0] })
    // Results, errors and protocols are found by what gives them.
    let found = try declared().matches(of: /\npublic (?:struct|enum) (\w+)/).map { $0.output.1 }
    let others: Set<Substring> = [
      "TestResult", "StatisticsError", "QuantileType",
    ]
    for name in found where !others.contains(name) {
      #expect(names.contains(name), "\(name) is not in Sources/Statistics.md")
    }
  }
}
