import Foundation
import Parameters
import Testing

@testable import Tables

/// The descriptions of a run's files for programs: CSV on the Web and the data package.
@Suite struct RunDescriptionTests {
  static let files = Result {
    try RunFiles.folder(
      for: CatalogueSample.full.get(), formats: RunFormat.all, version: "0.1.0",
      arguments: ["project"], dataDigest: "sha256:0"
    ).files
  }

  static func object(_ path: String) throws -> [String: Any] {
    let file = try #require(files.get().first { $0.path == path }, "no \(path)")
    let json = try JSONSerialization.jsonObject(with: Data(try file.bytes))
    return try #require(json as? [String: Any])
  }

  static let csvFiles = Result { try files.get().filter { $0.path.hasSuffix(".csv") } }

  @Test func everyFileHasItsDescriptionWithItsHeader() throws {
    for file in try Self.csvFiles.get() {
      let isExport = file.path.hasPrefix("ees/")
      let path = isExport ? file.path.replacing("ees/", with: "csvw/") : file.path
      let json = try Self.object(path + "-metadata.json")
      let url = try #require(json["url"] as? String)
      #expect(
        URL(fileURLWithPath: "/run/\(path)").deletingLastPathComponent()
          .appendingPathComponent(url).standardizedFileURL.path == "/run/\(file.path)")
      let schema = try #require(json["tableSchema"] as? [String: Any])
      let columns = try #require(schema["columns"] as? [[String: Any]])
      #expect(columns.map { $0["titles"] as? String } == CSVFile(bytes: try file.bytes).header)
      let names = columns.compactMap { $0["name"] as? String }
      #expect(Set(names).count == columns.count)
      #expect(Set(schema["primaryKey"] as? [String] ?? []).isSubset(of: names))
    }
  }

  @Test func thePackageListsEveryFileWithItsDigestAndColumns() throws {
    let json = try Self.object("datapackage.json")
    let resources = try #require(json["resources"] as? [[String: Any]])
    let files = try Self.csvFiles.get()
    #expect(resources.map { $0["path"] as? String } == files.map(\.path))
    #expect(Set(resources.compactMap { $0["name"] as? String }).count == files.count)
    for (resource, file) in zip(resources, files) {
      #expect(resource["hash"] as? String == "sha256:" + sha256(try file.bytes))
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      #expect(fields.map { $0["name"] as? String } == CSVFile(bytes: try file.bytes).header)
    }
    let licences = try #require(json["licenses"] as? [[String: Any]])
    #expect(licences.map { $0["name"] as? String } == ["OGL-UK-3.0"])
    let sources = try #require(json["sources"] as? [[String: Any]])
    #expect(try sources.count == CatalogueSample.data.get().sources.all.count)
  }

  /// Keys tell rows apart, cells that must be there are, closed lists hold what occurs, and figures
  /// are numbers or markers.
  @Test func filesAreAsDescribed() throws {
    let tables = try RunFormatTests.tables.get()
    let results = try CatalogueSample.full.get()
    let described =
      try RunFormat.all.flatMap { try $0.files(tables) }
      + [
        AssumptionsFile.file(of: results), ChangesFile.file(of: results),
        HeadlineFile.file(of: results),
      ]
    #expect(try described.map(\.file) == Self.csvFiles.get())
    for file in described {
      let csv = CSVFile(bytes: try file.file.bytes)
      for (column, found) in zip(file.columns, csv.columns) {
        let missing = column.markers.map(\.rawValue) + (column.isRequired ? [] : [""])
        for level in found.levels where !missing.contains(level) {
          let isRight =
            switch column.kind {
            case .text: !level.isEmpty && column.items?.contains(level) != false
            case .whole: Int(level) != nil
            case .decimal: ExportRules.isPlainNumber(level)
            case .day: Day(level) != nil
            }
          #expect(isRight, "\(file.file.path), \(column.name): '\(level)'")
        }
      }
      guard !file.key.isEmpty else { continue }
      let columns = file.key.compactMap(csv.column)
      #expect(columns.count == file.key.count)
      #expect(
        Set((0..<csv.rowCount).map { row in columns.map(\.codes[row]) }).count == csv.rowCount)
    }
  }
}
