import Foundation
import Parameters
import Testing

@Suite struct SeriesTests {
  @Test func figuresAreFoundByYearAndCategory() throws {
    let stock = try validFolder().series("stock")
    #expect(stock.years == [2023, 2024])
    #expect(stock.value(year: 2023, ["Total"]) == 30)
    #expect(stock.value(year: 2024, ["0"]) == 0)
    #expect(stock.entry(year: 2024, ["Total"])?.source == "invented-2025")
    #expect(stock.entry(year: 2024, ["Total"])?.basis == .published)
    #expect(try stock.required(year: 2024, ["0"]) == 0)
  }

  @Test func aSuppressedFigureIsMissingAndNeverZero() throws {
    let stock = try validFolder().series("stock")
    #expect(stock.value(year: 2023, ["1-4"]) == nil)
    #expect(stock.entry(year: 2023, ["1-4"])?.status == .confidential)
    let found = collectedFaults { _ = try stock.required(year: 2023, ["1-4"]) }
    #expect(
      found.map(\.description) == [
        "series/stock/data.csv: stock has no figure for 2023, 1-4, status c: suppressed to protect"
          + " confidentiality."
      ])
  }

  @Test func whatIsNotThereIsMissing() throws {
    let stock = try validFolder().series("stock")
    #expect(stock.value(year: 2022, ["Total"]) == nil)
    #expect(stock.value(year: 2023, ["5-9"]) == nil)
    #expect(stock.value(year: 2023) == nil)
    #expect(throws: InputError.self) { try stock.required(year: 2022, ["Total"]) }
  }

  @Test func aSeriesWithoutRowsHasNoYears() throws {
    let header = "year,value,status,basis,source\n"
    var files = validFiles
    files["series/prices/about.yaml"] = indexAbout(rows: header)
    files["series/prices/data.csv"] = header
    let prices = try withFolder(files) { try DataFolder($0).series("prices") }
    #expect(prices.years == [])
    #expect(prices.entries == [])
  }

  @Test func financialYearsHaveTheCodeOfTheSeries() throws {
    let folder = try validFolder()
    let year = FinancialYear(startingIn: 2024)
    #expect(try folder.series("prices").code(of: year) == 202425)
    #expect(try folder.series("stock").code(of: year) == 2025)
  }

  @Test func sourcesOfAllFilesAreOneMapping() throws {
    var files = validFiles
    files["sources/more.yaml"] =
      sourceText
      .replacingOccurrences(of: "invented-202", with: "other-202")
      .replacingOccurrences(of: "released: 2024-11", with: "released: not-stated")
    let sources = try withFolder(files) { try DataFolder($0).sources }
    #expect(sources.ids == ["invented-2024", "invented-2025", "other-2024", "other-2025"])
    #expect(sources["other-2024"]?.released == "not-stated")
    #expect(sources["invented-2025"]?.licence == .quoted)
    #expect(sources["invented-2024"]?.via == nil)
    #expect(sources["none"] == nil)
  }

  @Test func anEmptyFolderIsAnEmptySet() throws {
    let folder = try withFolder([:]) { try DataFolder($0) }
    #expect(folder.sources.all.isEmpty)
    #expect(folder.series.ids.isEmpty)
    #expect(folder.parameters.all.isEmpty)
  }
}

@Suite struct DigestTests {
  @Test func theDigestIsThatOfTheListing() throws {
    let files = ["b/c.txt": "abc", "a.txt": "", "b.txt": "abc", ".hidden": "x"]
    let listing = [("a.txt", ""), ("b.txt", "abc"), ("b/c.txt", "abc")]
      .map { "\(sha256(Array($1.utf8)))  \($0)\n" }.joined()
    #expect(
      try withFolder(files) { try DataFolder.digest(of: $0) } == sha256(Array(listing.utf8)))
  }

  @Test func theDigestChangesWithContentsAndNames() throws {
    let digests = try [["a": "1"], ["a": "2"], ["b": "1"], ["a": "1", "b": ""], [:]].map { files in
      try withFolder(files) { try DataFolder.digest(of: $0) }
    }
    #expect(Set(digests).count == digests.count)
  }
}
