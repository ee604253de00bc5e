import Foundation
import Parameters
import Tables
import Testing

@testable import Report

/// Every error has a way to be caused, and says what to do.
@Suite struct ReportErrorTests {
  static let fixtures: [(ReportError.Kind, @Sendable (URL) throws -> Void)] = [
    (
      .noFolder,
      { folder in
        _ = try ReportSample.write(ReportSample.results.get(), to: folder)
        _ = try ReportedRun(folder.appendingPathComponent("rum").path)
      }
    ),
    (.noFile, { _ = try ReportedRun($0.path) }),
    (
      .noFile,
      { folder in
        let path = try ReportSample.write(ReportSample.results.get(), to: folder)
        try FileManager.default.moveItem(
          atPath: path + "/headline.csv", toPath: path + "/headlines.csv")
        _ = try ReportedRun(path)
      }
    ),
    (
      .wrongCommand,
      { folder in
        let path = try ReportSample.write(
          ReportSample.results.get(), to: folder, arguments: ["sweep"])
        _ = try ReportedRun(path)
      }
    ),
    (.apart, { try side($0, version: "other") }),
    (.apart, { try side($0, digest: "4567") }),
    (
      .apart,
      { folder in
        let comparison = try ReportSample.comparison(in: folder)
        try SensitivityFixture.write(to: folder, digest: "4567")
        try SensitivityFindings(folder.path).check(beside: comparison.runs[0])
      }
    ),
    (
      .tooManyScenarios,
      { folder in
        let runs = try ["spending-power", "flat-real", "lga"].map { base in
          try ReportedRun(
            ReportSample.write(
              ReportSample.projected(
                ["baseline", "review-in-full", "stable-homes"], fundingBase: base),
              to: folder, named: base))
        }
        _ = try Comparison(runs)
      }
    ),
    (.noGnuplot, { _ = try Gnuplot(searching: $0.path) }),
    (.notDrawn, { _ in _ = try SVGDrawing("<svg></svg>", of: picture) }),
    (
      .notDrawn,
      { folder in
        _ = try Gnuplot(folder.appendingPathComponent("none")).drawn("", picture: "a")
      }
    ),
    (
      .notDrawn,
      { _ in _ = try Gnuplot(URL(fileURLWithPath: "/bin/false")).drawn("", picture: "a") }
    ),
    (.noPlace, { _ = try ReportFiles($0.path + "/none/report.html", replaces: false) }),
    (
      .taken,
      { folder in
        let path = folder.appendingPathComponent("report.html")
        try Data().write(to: path)
        _ = try ReportFiles(path.path, replaces: false)
      }
    ),
    (.placeIsFolder, { _ = try ReportFiles($0.path, replaces: true) }),
    (
      .notWritten,
      { folder in
        // A name that is too long is seen only when the file is written.
        let name = String(repeating: "a", count: 250) + ".html"
        try ReportFiles(folder.appendingPathComponent(name).path, replaces: false)
          .write([(folder.appendingPathComponent(name), [])])
      }
    ),
  ]

  private static let picture = Picture(
    id: "a", title: "A", description: "", unit: "", script: PlotScript(keyLines: 0),
    table: PageTable(caption: "", header: [], rows: []))

  private static func side(
    _ folder: URL, version: String = "test", digest: String = "0123"
  ) throws {
    let runs = try [("test", "0123"), (version, digest)].enumerated().map { index, made in
      try ReportedRun(
        ReportSample.write(
          ReportSample.results.get(), to: folder, named: "run-\(index)", version: made.0,
          digest: made.1))
    }
    _ = try Comparison(runs)
  }

  @Test(arguments: fixtures.indices)
  func eachIsCausedAndSaysWhatToDo(index: Int) throws {
    let (kind, cause) = Self.fixtures[index]
    try withFolder { folder in
      let error = try #require(
        #expect(throws: ReportError.self) { try cause(folder) }, "\(kind)")
      #expect(error.kind == kind)
      let words = error.description
      #expect(words.count > 20 && !words.contains("Optional"))
      #expect(kind == .noGnuplot || words.hasSuffix("."))
    }
  }

  @Test func everyErrorHasAFixture() {
    let without = Set(ReportError.Kind.allCases).subtracting(Self.fixtures.map(\.0))
    #expect(without.isEmpty, "\(without)")
  }

  @Test func theNearestNameIsSaid() throws {
    try withFolder { folder in
      let path = try ReportSample.write(ReportSample.results.get(), to: folder)
      let wrong = folder.appendingPathComponent("rum").path
      #expect(throws: ReportError.noFolder(wrong, nearest: path)) { try ReportedRun(wrong) }
      let place = folder.appendingPathComponent("rnu").path
      #expect(throws: ReportError.noPlace(place, nearest: path)) {
        try ReportFiles(place + "/report.html", replaces: false)
      }
      try FileManager.default.moveItem(
        atPath: path + "/headline.csv", toPath: path + "/headlines.csv")
      #expect(
        throws: ReportError.noFile("headline.csv", in: path, nearest: "headlines.csv")
      ) { try ReportedRun(path) }
      let error = try #require(
        #expect(throws: InputError.self) { try PictureFormat.named("pgn") })
      #expect(error.description.contains("\"png\""))
    }
  }
}
