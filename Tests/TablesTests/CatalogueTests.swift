import Foundation
import Tables
import Testing

/// Every table of the catalogue: rules, shape and completeness.
@Suite struct CatalogueTests {
  typealias Sample = CatalogueSample

  /// Files of the folder that hold no table.
  static let machinery = ["Catalogue.swift", "CatalogueTable.swift"]

  @Test func everyFileOfTheFolderIsInAll() throws {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Tables/Catalogue")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") && !Self.machinery.contains($0) }
    let stems = files.map { name in
      "cs"
        + name.dropLast(".swift".count).map {
          $0.isUppercase ? "_\($0.lowercased())" : String($0)
        }.joined()
    }
    #expect(stems.sorted() == Catalogue.all.map(\.stem).sorted())
  }

  @Test(arguments: [true, false]) func everyExportPassesTheRules(full: Bool) throws {
    let results = try full ? Sample.full.get() : Sample.alone.get()
    let folder = try RunFiles.folder(
      for: results, version: "0.1.0", arguments: ["project"], dataDigest: "sha256:0")
    let exports = folder.files.filter { $0.path.hasPrefix("ees/") }
    #expect(exports.count == 2 * (full ? 13 : 11))
    let findings = try ExportRules.findings(in: exports, places: .shipped)
    #expect(findings.map(\.description) == [])
  }

  @Test func oneScenarioLeavesTheFilterOutOfTheMetadata() throws {
    let several = try Sample.table("cs_spending")
    let single = try Sample.table("cs_spending", Sample.alone.get())
    #expect(several.filters[0].isListed)
    #expect(several.filters[0].heading.defaultItem == "Baseline")
    #expect(!single.filters[0].isListed)
  }

  @Test func basesComeFirst() throws {
    #expect(
      try Sample.full.get().scenarios.map(\.id) == [
        "baseline", "review-in-full", "review-delayed-two-years",
      ])
  }

  @Test func aBaselineAloneHasNoSplitAndNoProgramme() throws {
    let missing = try Catalogue.all.filter { try $0.tableIfAny(of: Sample.alone.get()) == nil }
    #expect(missing.map(\.stem) == ["cs_gap_split", "cs_programme"])
  }

  /// The filter's default then is the first scenario that has rows.
  @Test func scenariosWithoutTheirBaselineHaveADefault() throws {
    let results = try Sample.results(
      ["review-in-full", "review-delayed-two-years"], through: 2025)
    let table = try Sample.table("cs_spending", results)
    #expect(table.filters[0].heading.defaultItem == results.scenarios[0].title)
    #expect(try Catalogue.all.first { $0.stem == "cs_gap_split" }!.tableIfAny(of: results) == nil)
  }

  @Test func everyTableHasTheScenarioAndTheEstimateTypeFirst() throws {
    for table in Catalogue.all {
      let made = try table.table(of: Sample.full.get())
      #expect(made.filters.prefix(2).map(\.heading.id) == ["scenario", "estimate_type"])
      #expect(made.stem == table.stem && made.title == table.title)
    }
  }

  /// Every share lies from 0 to 100, and a count is not below 0.
  @Test func sharesAndCountsAreInRange() throws {
    for table in Catalogue.all {
      let reader = try TableReader(table.stem)
      for indicator in reader.table.indicators where !indicator.id.hasSuffix("_sum") {
        for row in reader.table.rows {
          guard let number = reader.number(row, indicator.id) else { continue }
          let most = indicator.unit == .percent ? 100 + 1e-9 : .infinity
          #expect(number >= 0 && number <= most, "\(table.stem) \(indicator.id) \(row.items)")
        }
      }
    }
  }
}
