import Foundation
import Testing

/// Every case of every error enum has a test that provokes it.
@Suite struct ErrorCasesTests {
  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The texts of the Swift files below a folder, by path.
  private static func texts(below folder: String) throws -> [String: String] {
    let url = package.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: url.path)
    return try paths.filter { $0.hasSuffix(".swift") }.reduce(into: [:]) {
      $0["\(folder)/\($1)"] = try String(
        contentsOf: url.appending(path: $1), encoding: .utf8)
    }
  }

  /// The cases of each error enum, by the target that declares it.
  private static func declared() throws -> [(target: String, name: String, cases: [String])] {
    try texts(below: "Sources").sorted { $0.key < $1.key }.compactMap { path, text in
      let pattern = /enum ([A-Za-z]+): [A-Za-z, ]*(?:Error|FaultKind)\b/
      guard let match = text.firstMatch(of: pattern) else { return nil }
      let body = text[match.range.upperBound...].prefix { $0 != "}" }
      let cases = body.split(separator: "\n").flatMap { line -> [String] in
        guard line.hasPrefix("  case ") else { return [] }
        return line.dropFirst(7).replacing(/\([^)]*\)/, with: "").split(separator: ",").map {
          $0.trimmingCharacters(in: .whitespaces).replacing(/\(.*/, with: "")
        }
      }
      return (path.split(separator: "/").map(String.init)[1], String(match.1), cases)
    }
  }

  @Test func everyCaseHasAFixture() throws {
    let declared = try Self.declared()
    #expect(declared.count >= 7, "error enums found: \(declared.map(\.name))")
    for (target, name, cases) in declared {
      #expect(!cases.isEmpty, "\(name) has no case")
      let tests = try Self.texts(below: "Tests/\(target)Tests").values
      for error in cases {
        let use = try Regex("\\.\(error)\\b")
        #expect(
          tests.contains { $0.contains(use) }, "\(name).\(error) is in no test of \(target)")
      }
    }
  }
}
