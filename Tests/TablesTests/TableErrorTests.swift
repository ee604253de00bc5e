import Foundation
import Statistics
import Parameters
import Testing

@testable import Tables

@Suite struct TableErrorTests {
  /// A way to cause each error; those of the output folder get a folder of their own.
  static let fixtures: [(TableError.Kind, @Sendable (String) throws -> Void)] = [
    (.fileStem, { _ in _ = try Sample.definition(stem: "CS sample").table(of: Sample.rows) }),
    (.noIndicators, { _ in _ = try Sample.definition(indicators: []).table(of: Sample.rows) }),
    (.noRows, { _ in _ = try Sample.definition().table(of: []) }),
    (.columnName, { _ in try table(indicator: "comparable_count") }),
    (.columnName, { _ in try table(indicator: "ChildrenCount") }),
    (.columnName, { _ in try table(indicator: "characteristic") }),
    (.columnName, { _ in try table(indicator: String(repeating: "a", count: 51)) }),
    (.duplicateColumn, { _ in try table(indicator: "placement") }),
    (.duplicateColumn, { _ in try table(indicator: "time_period") }),
    (.label, { _ in try table(label: "Placement") }),
    (.label, { _ in try table(label: " ") }),
    (.label, { _ in try table(label: String(repeating: "a", count: 101)) }),
    (.period, { _ in try table { $0.year = 202425 } }),
    (.item, { _ in try table { $0.placement = "" } }),
    (.item, { _ in try table { $0.placement = "Foster " } }),
    (.item, { _ in try table { $0.placement = String(repeating: "a", count: 121) } }),
    (
      .defaultItem,
      { _ in
        let filter = FilterColumn<Sample>(id: "placement", label: "Placement", defaultItem: "Own") {
          $0.placement
        }
        _ = try Sample.definition(filters: [Sample.scenario, filter]).table(of: Sample.rows)
      }
    ),
    (.notFinite, { _ in try table { $0.children = .number(.known(.nan)) } }),
    (.notFinite, { _ in try table { $0.children = .number(.known(.infinity)) } }),
    (.duplicateRow, { _ in _ = try Sample.definition().table(of: Sample.rows + [Sample.rows[3]]) }),
    (.incompleteMatrix, { _ in _ = try Sample.definition().table(of: Sample.rows.dropLast()) }),
    (
      .tooManyRows,
      { _ in
        let rows = (0..<1025).map { index in
          Sample(
            year: 2024, area: .england, scenario: "s\(index)", placement: "p\(index)",
            children: .number(1))
        }
        _ = try Sample.definition().table(of: rows, absent: .notApplicable)
      }
    ),
    (.formula, { _ in try table { $0.placement = "-foster" } }),
    (.workbookAreas, { _ in try RunWorkbook.check(areas: 13) }),
    (.path, { _ in try add(["/etc/file"]) }),
    (.path, { _ in try add(["a/../b"]) }),
    (.path, { _ in try add([""]) }),
    (.duplicatePath, { _ in try add(["a", "a"]) }),
    (.duplicatePath, { _ in try add(["a", "a/b"]) }),
    (.duplicatePath, { _ in try add(["a/b", "a"]) }),
    (.parentMissing, { try OutputFolder().write(to: $0 + "/none/run") }),
    (
      .targetIsAFile,
      {
        try Data().write(to: URL(fileURLWithPath: $0 + "/run"))
        try OutputFolder().write(to: $0 + "/run", replace: true)
      }
    ),
    (
      .targetNotARun,
      {
        try Data().write(to: URL(fileURLWithPath: $0 + "/thesis.txt"))
        try OutputFolder().write(to: $0, replace: true)
      }
    ),
    (
      .targetIsARun,
      {
        try Data().write(to: URL(fileURLWithPath: $0 + "/run.json"))
        try OutputFolder().write(to: $0)
      }
    ),
    (
      .notWritten,
      {
        var folder = OutputFolder()
        try folder.add(OutputFile(String(repeating: "n", count: 300), "x"))
        try folder.write(to: $0 + "/run")
      }
    ),
    (
      .previousRunAside,
      {
        var steps = FolderSteps()
        var moves = 0
        steps.move = { from, to in
          moves += 1
          if moves > 1 { throw CocoaError(.fileWriteNoPermission) }
          try FileManager.default.moveItem(at: from, to: to)
        }
        try OutputFolder().write(to: $0 + "/run")
        try OutputFolder().write(to: $0 + "/run", replace: true, steps: steps)
      }
    ),
    (
      .previousRunLeft,
      {
        var steps = FolderSteps()
        steps.remove = { _ in throw CocoaError(.fileWriteNoPermission) }
        let run = $0 + "/run"
        try OutputFolder().write(to: run)
        defer { #expect(FileManager.default.fileExists(atPath: run)) }
        try OutputFolder().write(to: run, replace: true, steps: steps)
      }
    ),
    (.notRead, { _ = try ExportFolder(reading: $0 + "/none", places: .shipped) }),
    (.noPairs, { _ = try ExportCheck($0, places: .shipped) }),
    (
      .noPairs,
      {
        try Data("a\n1\n".utf8).write(to: URL(fileURLWithPath: $0 + "/alone.csv"))
        _ = try ExportCheck($0, places: .shipped)
      }
    ),
    (
      .rulesBroken,
      {
        var folder = OutputFolder()
        try folder.add(BrokenPair("meta-label", meta: [("Number of children", "")]).files)
        try folder.write(to: $0 + "/run")
        try ExportCheck($0 + "/run", places: .shipped).throwIfAnyFails()
      }
    ),
  ]

  @Test(arguments: fixtures.indices) func isThrown(index: Int) throws {
    let (kind, cause) = Self.fixtures[index]
    try withFolder { base in
      let error = try #require(throws: TableError.self) { try cause(base) }
      #expect(error.kind == kind)
      #expect(error.description.hasSuffix("."))
    }
  }

  @Test func everyCaseHasAFixture() {
    let without = Set(TableError.Kind.allCases).subtracting(Self.fixtures.map(\.0))
    #expect(without.isEmpty)
  }

  private static func table(_ change: (inout Sample) -> Void) throws {
    var rows = Sample.rows
    change(&rows[5])
    _ = try Sample.definition().table(of: rows, absent: .notApplicable).files()
  }

  private static func table(
    indicator: String = "children_count", label: String = "Children"
  ) throws {
    let column = IndicatorColumn<Sample>(id: indicator, label: label, decimals: 0) { $0.children }
    _ = try Sample.definition(indicators: [column]).table(of: Sample.rows)
  }

  private static func add(_ paths: [String]) throws {
    var folder = OutputFolder()
    for path in paths { try folder.add(OutputFile(path, "x")) }
  }
}
