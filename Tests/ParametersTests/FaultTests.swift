import Foundation
import Parameters
import Testing

private let parameters = "parameters/all.yaml"
private let about = "series/stock/about.yaml"
private let rows = "series/stock/data.csv"
private let sources = "sources/invented.yaml"
private let option = Place(file: "--set")

/// One broken input for every kind of fault; some kinds have several.
let brokenFixtures: [BrokenFixture] = [
  // Any file
  BrokenFixture(
    .unreadableFile, "series/new/about.yaml", line: nil, files: ["series/new/data.csv": "year"]),
  BrokenFixture(.emptyFile, "sources/new.yaml", line: nil, files: ["sources/new.yaml": "# none\n"]),
  BrokenFixture(.emptyFile, rows, line: nil, replacing: stockRows, with: ""),
  BrokenFixture(.invalidIdentifier, sources, line: 2, replacing: "invented-2024:", with: "A b:"),
  BrokenFixture(.invalidIdentifier, parameters, line: 15, replacing: "id: cost", with: "id: c..t"),
  BrokenFixture(.unknownName, parameters, line: 17, replacing: "GBP/child/week", with: "GBP/child"),
  BrokenFixture(.unknownName, parameters, line: 9, replacing: "basis: published", with: "basis: p"),
  BrokenFixture(
    .unknownName, parameters, line: 10, replacing: "id: invented-2024, at: table 1",
    with: "id: invented-2023, at: table 1"),
  BrokenFixture(
    .unknownName, parameters, line: 20, replacing: "index: prices", with: "index: price"),
  BrokenFixture(.unknownName, parameters, line: 6, replacing: "hold", with: "held"),
  BrokenFixture(.unknownName, about, line: 4, replacing: "reporting-year", with: "year"),
  BrokenFixture(.unknownName, rows, line: 3, replacing: "2023,0,", with: "2023,00,"),
  BrokenFixture(.unknownName, rows, line: 4, replacing: ",c,", with: ",s,"),
  BrokenFixture(.unknownName, "series", request: { folder in _ = try folder.series("stok") }),
  BrokenFixture(
    .unknownName, "--set",
    request: { folder in
      _ = try folder.parameters.resolve("entries.rate.16-71", at: option)
    }),
  BrokenFixture(
    .duplicateIdentifier, "sources/new.yaml", line: 2,
    files: ["sources/new.yaml": sourceText]),
  BrokenFixture(
    .duplicateIdentifier, "parameters/more.yaml", line: 1,
    files: ["parameters/more.yaml": parameterText]),
  BrokenFixture(.wrongFolder, about, line: 1, replacing: "id: stock", with: "id: stocks"),

  // YAML
  BrokenFixture(
    .invalidYAML, parameters, line: 3, replacing: "unit: /child", with: "\tunit: /child"),
  BrokenFixture(
    .duplicateKey, parameters, line: 2, replacing: "  unit: /child/year",
    with: "  label: again\n  unit: /child/year"),
  BrokenFixture(
    .unknownKey, parameters, line: 7, replacing: "after_last: hold",
    with: "after_last: hold\n  prises: cash"),
  BrokenFixture(
    .missingKey, parameters, line: 8, replacing: "spread: {family: gamma, cv: 0.04}",
    with: ""),
  BrokenFixture(
    .wrongType, parameters, line: 8, replacing: "from: 2024-04-01", with: "from: April"),
  BrokenFixture(
    .wrongType, sources, line: 4, replacing: "released: 2024-11", with: "released: 2024-13"),
  BrokenFixture(.wrongType, sources, line: 5, replacing: "https:", with: "file:"),
  BrokenFixture(.notANumber, parameters, line: 12, replacing: "0: 0.005", with: "0: 0,005"),
  BrokenFixture(.notANumber, rows, line: 2, replacing: "Total,30", with: "Total,30~"),
  BrokenFixture(
    .notANumber, "--set",
    request: { folder in
      _ = try folder.parameters.setting("cost", to: .nan, from: day("2024-04-01"), at: option)
    }),

  // CSV
  BrokenFixture(.malformedCSV, rows, line: 3, replacing: "2023,0,", with: "2023,\"0,"),
  BrokenFixture(.wrongHeader, rows, line: 1, replacing: "age_group", with: "age"),
  BrokenFixture(.wrongColumnCount, rows, line: 3, replacing: "2023,0,", with: "2023,0,,"),

  // Series
  BrokenFixture(
    .digestMismatch, "series/prices/about.yaml", line: 7,
    files: ["series/prices/about.yaml": indexAbout(rows: "other")]),
  BrokenFixture(.invalidYear, rows, line: 2, replacing: "2023,Total", with: "202,Total"),
  BrokenFixture(
    .unsortedRow, rows, line: 4, replacing: "2023,0,10,,published,invented-2024\n2023,1-4,,c",
    with: "2023,1-4,,c,published,invented-2024\n2023,0,10,"),
  BrokenFixture(.duplicateRow, rows, line: 6, replacing: "2024,0,", with: "2024,Total,"),
  BrokenFixture(
    .twoVintages, rows, line: 6, replacing: "2024,0,0,,published,invented-2025",
    with: "2024,0,0,,published,invented-2024"),
  BrokenFixture(.valueAndStatus, rows, line: 2, replacing: "30,,", with: "30,c,"),
  BrokenFixture(.neitherValueNorStatus, rows, line: 4, replacing: ",,c,", with: ",,,"),
  BrokenFixture(.unusedCategory, rows, line: nil, replacing: "2023,1-4,,c", with: "2023,0,,c"),
  BrokenFixture(
    .missingFigure, rows,
    request: { folder in
      _ = try folder.series("stock").required(year: 2023, ["1-4"])
    }),

  // Parameters
  BrokenFixture(.missingForBasis, parameters, line: 22, replacing: "how: Divided.", with: ""),
  BrokenFixture(
    .missingForBasis, parameters, line: 8,
    replacing: "basis: published\n      source: {id: invented-2024, at: table 1}",
    with: "basis: forecast"),
  BrokenFixture(
    .missingForBasis, parameters, line: 22, replacing: "basis: estimated",
    with: "basis: assumed"),
  BrokenFixture(
    .pricesWithoutMoney, parameters, line: 18, replacing: "GBP/child/week", with: "number"),
  BrokenFixture(.missingPrices, parameters, line: 17, replacing: "  prices: 2024-25\n", with: ""),
  BrokenFixture(.outOfRange, parameters, line: 13, replacing: "16-17: 0.003", with: "16-17: 31"),
  BrokenFixture(.reversedRange, parameters, line: 5, replacing: "[0, 1]", with: "[1, 0]"),
  BrokenFixture(
    .dateOrder, parameters, line: 15, replacing: "- id: cost",
    with: laterValue(
      from: "2024-04-01", categories: ["0", "16-17"]) + "- id: cost"),
  BrokenFixture(
    .differentCategories, parameters, line: 15, replacing: "- id: cost",
    with: laterValue(
      from: "2025-04-01", categories: ["0", "1-4"]) + "- id: cost"),
  BrokenFixture(.invalidSpread, parameters, line: 14, replacing: "cv: 0.04", with: "cv: 0"),
  BrokenFixture(
    .invalidSpread, parameters, line: 27, replacing: "log-normal, cv: 0.1",
    with: "log-normal, low: 1, high: 2000"),
  BrokenFixture(
    .invalidSpread, parameters, line: 27, replacing: "log-normal, cv: 0.1",
    with: "uniform, low: 1, high: 2"),
  BrokenFixture(
    .invalidSpread, parameters, line: 27, replacing: "log-normal, cv: 0.1",
    with: "fixed, reason: none"),
  BrokenFixture(
    .noValue, parameters, line: 15,
    request: { folder in
      _ = try folder.parameters.value(of: "cost", on: day("2024-03-31"))
    }),
  BrokenFixture(
    .wrongKeyCount, parameters, line: 1,
    request: { folder in
      _ = try folder.parameters.value(of: "entries.rate", on: day("2024-04-01"))
    }),
  BrokenFixture(
    .changedTwice, "--set",
    request: { folder in
      _ = try folder.parameters
        .setting("entries.rate.0", to: 0.1, from: day("2025-04-01"), at: option)
        .scaling("entries.rate", by: 2, from: day("2025-04-01"), at: option)
    }),
  BrokenFixture(
    .dividedArea, "areas",
    request: { _ in
      _ = try withFolder(["areas.yaml": areasText]) {
        try Areas($0.appendingPathComponent("areas.yaml")).named("northshire")
      }
    }),
  BrokenFixture(
    .unitMismatch, "--set",
    request: { folder in
      _ = try folder.parameters.setting(
        "cost", to: 1, from: day("2024-04-01"), unit: MeasurementUnit(id: "GBP/week"), at: option)
    }),

  // Fits
  BrokenFixture(
    .staleFit, "fitted/digests.csv", line: 2,
    request: { _ in
      let digests = FitDigests([("series/stock/data.csv", String(repeating: "0", count: 64))])
      try withFolder(validFiles.merging(["fitted/digests.csv": digests.text]) { $1 }) {
        try DataFolder($0).checkFit()
      }
    }),
]

/// A further dated value of `entries.rate`, with an invented number.
private func laterValue(from date: String, categories: [String]) -> String {
  let cells = categories.map { "\($0): 0.1" }.joined(separator: ", ")
  return """
        - from: \(date)
          basis: assumed
          reason: Invented.
          value: {\(cells)}
          spread: {family: gamma, cv: 0.1}

    """
}

@Suite struct FaultTests {
  @Test func everyKindHasAFixture() {
    // Text that is not UTF-8 cannot be written as a fixture of text; it has a test below.
    let found = Set(brokenFixtures.map(\.name)).union([.notUTF8])
    let missing = InputFault.Name.allCases.filter { !found.contains($0) }
    #expect(missing == [])
  }

  @Test func theValidFolderHasNoFault() throws {
    #expect(try folderFaults(in: validFiles).isEmpty)
  }

  @Test(arguments: brokenFixtures.indices)
  func eachFixtureGivesItsFaultAtItsLine(_ index: Int) throws {
    let fixture = brokenFixtures[index]
    let found = try fixture.faults()
    let match = found.first { ($0.kind as? InputFault)?.name == fixture.name }
    let all = found.map(\.description).joined(separator: "\n")
    #expect(match != nil, "\(fixture.name): \(all)")
    #expect(match?.place == Place(file: fixture.file, line: fixture.line), "\(all)")
  }

  @Test func bytesThatAreNotUTF8AreAFault() throws {
    let faults = FaultCollector(file: "t.csv")
    #expect(CSVTable([0x61, 0x0A, 0xFF, 0x0A], reportingTo: faults) == nil)
    #expect(faults.faults.map(\.description) == ["t.csv:2: the text is not UTF-8."])
  }

  @Test func faultsOfAllFilesOfAPartComeTogether() throws {
    var files = validFiles
    files["parameters/all.yaml"] = parameterText.replacingOccurrences(of: "valid", with: "vaild")
    files["parameters/b.yaml"] = "- id: B\n"
    let found = try folderFaults(in: files)
    #expect(found.filter { $0.file == "parameters/all.yaml" }.count == 4)
    #expect(found.contains { $0.file == "parameters/b.yaml" && $0.line == 1 })
    #expect(found.contains { $0.nearest == "valid" })
  }

  @Test func anUnknownNameIsReportedOnceInASeries() throws {
    var files = validFiles
    files["sources/invented.yaml"] = sourceText.replacingOccurrences(of: "-2024:", with: "-2042:")
    let found = try folderFaults(in: files).filter { $0.file == rows }
    #expect(found.map(\.line) == [2])
    #expect(found[0].what == "'invented-2024' is not a known source")
  }

  @Test func messagesSayWhatIsAllowedAndWhatIsNear() throws {
    let set = try validFolder().parameters
    let found = collectedFaults { _ = try set.resolve("entries.rate.16-71", at: option) }
    #expect(
      found.map(\.description) == [
        "--set: 'entries.rate.16-71' is not a known category of entries.rate."
          + " Allowed: entries.rate.0, entries.rate.16-17. Did you mean \"entries.rate.16-17\"?"
      ])
  }
}
