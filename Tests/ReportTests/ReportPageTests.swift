import Foundation
import Tables
import Testing

@testable import Report

/// A page is whole, needs nothing else, and can be read without seeing its pictures.
@Suite(.enabled(if: ReportSample.gnuplot != nil, ReportSample.withoutGnuplot))
struct ReportPageTests {
  private static func page(
    _ comparison: Comparison, findings: SensitivityFindings? = nil
  ) throws -> ReportPage {
    try ReportPage(
      of: comparison, findings: findings,
      checks: [PageCheck("Invented", isPassed: true)], drawnBy: #require(ReportSample.gnuplot))
  }

  @Test func tagsCloseAndNothingIsFetched() throws {
    try withFolder { folder in
      let text = try Self.page(ReportSample.comparison(in: folder)).text
      let page = PageText(text)
      #expect(page.faults.isEmpty, "\(page.faults)")
      #expect(page.all("script").isEmpty && page.all("link").isEmpty && page.all("img").isEmpty)
      for part in ["src=", "url(", "@import", "http", "xlink"] {
        #expect(!text.contains(part), "\(part)")
      }
      #expect(page.tags.filter { $0.attributes.contains("href=") }.map(\.attributes).count == 1)
      #expect(page.all("h1").count == 1)
      #expect(page.all("h2").count == PageSection.all.count)
      let ids = text.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count)
      for match in text.matches(of: #/aria-labelledby="([^"]+)"/#) {
        for id in match.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(id)") }
      }
    }
  }

  /// Children, NEET, three of money, two of the gap.
  @Test func everyPictureHasATitleAndATable() throws {
    try withFolder { folder in
      let page = PageText(try Self.page(ReportSample.comparison(in: folder)).text)
      #expect(page.all("svg").count == 7)
      for svg in page.all("svg") { #expect(svg.attributes.contains("role=\"img\"")) }
      for name in ["title", "desc"] {
        #expect(page.all(name).count { $0.inside.contains("svg") } == 7, "\(name)")
      }
      #expect(page.all("figure").count == 7)
      #expect(
        page.all("table").count { $0.inside.contains("figure") && $0.inside.contains("details") }
          == 7)
    }
  }

  @Test func figuresAreThoseOfTheRun() throws {
    try withFolder { folder in
      let comparison = try ReportSample.drawnComparison(in: folder)
      let text = try Self.page(comparison).text
      let gap = comparison.scenarios[1].figures.headline["gap_cumulative"]![2027]!
      #expect(text.contains("<b>\(FixedDecimal.grouped(gap.value, decimals: 0))</b>"))
      #expect(text.contains("(\(gap.rangeText(0)!))"))
      #expect(text.contains("<b>31.3</b>") && text.contains("Published, 2024"))
      #expect(text.contains("40 were made"))
      #expect(!text.contains("have no ranges"))
      #expect(text.contains("What if every reform of the Independent Review"))
      #expect(text.contains("Randomised trial."))
    }
  }

  @Test func withoutDrawsTheWordsSaySo() throws {
    try withFolder { folder in
      let comparison = try ReportSample.comparison(in: folder)
      let text = try Self.page(comparison).text
      #expect(text.contains("These figures have no ranges"))
      #expect(!text.contains("95% range"))
      #expect(text.contains("carecast sensitivity --method"))
      #expect(text.contains("carecast reproduce run"))
      #expect(text.contains("<code>0123</code>"))
    }
  }

  @Test func findingsAreShown() throws {
    try withFolder { folder in
      let comparison = try ReportSample.comparison(in: folder)
      let other = folder.appendingPathComponent("sensitivity")
      try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
      try SensitivityFixture.write(to: other)
      let text = try Self.page(comparison, findings: SensitivityFindings(other.path)).text
      #expect(text.contains("0.70 (0.60 to 0.80)"))
      #expect(text.contains("unreliable: 64 base runs"))
      #expect(PageText(text).faults.isEmpty)
    }
  }

  /// A baseline alone has no differences; a title cannot become part of the page.
  @Test func aBaselineAloneHasAPage() throws {
    try withFolder { folder in
      let path = try ReportSample.write(ReportSample.projected(["baseline"]), to: folder)
      for file in ["run.json", "ees/cs_children_looked_after.csv", "ees/cs_funding_gap.csv"] {
        try edit("\(path)/\(file)", "Baseline", with: "<script>`a'")
      }
      let text = try Self.page(Comparison([ReportedRun(path)])).text
      let page = PageText(text)
      #expect(page.faults.isEmpty, "\(page.faults)")
      #expect(page.all("script").isEmpty && text.contains("&lt;script&gt;`a&#39;"))
      #expect(text.contains("No scenario here is compared"))
      #expect(text.contains("no scenario here changes"))
      #expect(!text.contains("Less baseline"))
    }
  }

  @Test func aFigureThatIsWrongFailsItsCheck() throws {
    try withFolder { folder in
      let path = try ReportSample.write(ReportSample.projected(["baseline"]), to: folder)
      let file = "\(path)/ees/cs_funding_gap.csv"
      let table = try String(contentsOfFile: file, encoding: .utf8)
      let row = table.split(separator: "\n")[1]
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      try edit(
        file, String(row),
        with: fields.enumerated().map { $0 == fields.count - 2 ? "1" : $1 }.joined(separator: ","))
      let checks = PageCheck.ofFigures(try Comparison([ReportedRun(path)]))
      #expect(checks.map(\.isPassed) == [false])
      #expect(checks[0].sentence.hasSuffix("2 of 3"))
    }
  }

  @Test func theSameRunsGiveTheSameBytes() throws {
    try withFolder { folder in
      let comparison = try ReportSample.comparison(in: folder)
      #expect(try Self.page(comparison).text == Self.page(comparison).text)
    }
  }

  @Test(arguments: ["svg", "png"])
  func picturesAreWrittenBesideThePage(form: String) throws {
    try withFolder { folder in
      let gnuplot = try #require(ReportSample.gnuplot)
      let page = try Self.page(ReportSample.drawnComparison(in: folder))
      let path = folder.appendingPathComponent("page.html").path
      let names = try ReportFiles(path, replaces: false).write(
        page, pictures: PictureFormat.named(form), drawnBy: gnuplot)
      #expect(
        names
          == ["children", "neet", "money-1", "money-2", "gap-2"].map { "page-\($0).\(form)" })
      let start: [UInt8] = form == "svg" ? Array("<?xml".utf8) : [0x89, 0x50, 0x4E, 0x47]
      for name in names {
        let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
        #expect(bytes.prefix(start.count).elementsEqual(start), "\(name)")
      }
      // One of the files is in the way: nothing else is touched.
      try FileManager.default.removeItem(atPath: path)
      #expect(throws: ReportError.taken(folder.appendingPathComponent(names[0]).path)) {
        try ReportFiles(path, replaces: false).write(
          page, pictures: PictureFormat.named(form), drawnBy: gnuplot)
      }
      #expect(!FileManager.default.fileExists(atPath: path))
      try ReportFiles(path, replaces: true).write(
        page, pictures: PictureFormat.named(form), drawnBy: gnuplot)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left.sorted() == (names + ["page.html", "drawn"]).sorted())
    }
  }
}
