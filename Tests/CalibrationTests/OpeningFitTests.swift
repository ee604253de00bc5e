import Calibration
import CareModel
import Datasets
import Foundation
import Parameters
import Statistics
import Testing

/// What projections from an earlier 31 March rest on: nothing of a later day.
@Suite struct OpeningFitTests {
  private static let opening = Opening.all.first { $0.year == 2022 }!

  /// The data that ship with every later figure of the series that a fit reads multiplied.
  private static func withLaterDataChanged(_ body: (DataFolder) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("carecast-opening-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Datasets.folder, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    var changed = 0
    for series in Set(CareCalibration.series) {
      let place = folder.appendingPathComponent("series/\(series)")
      let (about, data) = (
        place.appendingPathComponent("about.yaml"), place.appendingPathComponent("data.csv")
      )
      var words = try String(contentsOf: about, encoding: .utf8)
      let last = words.contains("time: mid-year") ? opening.year - 1 : opening.year
      let lines = try String(contentsOf: data, encoding: .utf8).split(separator: "\n")
      let column = try #require(lines[0].split(separator: ",").firstIndex(of: "value"))
      let rows = lines.map { line -> String in
        var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard let year = Int(cells[0]), year > last, let value = Double(cells[column]) else {
          return String(line)
        }
        changed += 1
        cells[column] = String(Int(value * 1.5) + 10)
        return cells.joined(separator: ",")
      }
      let text = rows.map { $0 + "\n" }.joined()
      try Data(text.utf8).write(to: data)
      words.replace(
        /sha256:[0-9a-f]{64}/, with: "sha256:" + sha256(Array(text.utf8)), maxReplacements: 1)
      try Data(words.utf8).write(to: about)
    }
    #expect(changed > 300)
    try body(try DataFolder(folder, everySeries: false))
  }

  private static func fit(_ data: DataFolder) throws -> [Parameter] {
    let placements = try PlacementType.all(in: data.url.appendingPathComponent("placements"))
    return try OpeningFit(
      to: opening, data: data, placements: placements, source: "dfe-cla-2025"
    ).parameters(source: "dfe-cla-2025")
  }

  private static func children(_ data: DataFolder) throws -> [Double] {
    let model = CohortModel(
      try Assumptions(inputs: CareModelInputs(from: data, at: opening)))
    return try model.projection(through: 2032).years.map { $0.stock.total.central }
  }

  /// Neither what is fitted nor what is projected sees a figure of a later day.
  @Test func laterDataChangeNothing() throws {
    let data = try DataFolder(Datasets.folder, everySeries: false)
    try Self.withLaterDataChanged { changed in
      let text = ParameterFile.text(of: try Self.fit(data))
      #expect(ParameterFile.text(of: try Self.fit(changed)) == text)
      #expect(try Self.children(changed) == Self.children(data))
      #expect(
        try Population(from: changed).children(inReportingYear: 2025)
          != Population(from: data).children(inReportingYear: 2025))
    }
  }

  /// The folder of the opening is what the fit gives; another processor's rounding can move a search
  /// by a few of its last digits.
  @Test func theFittedFilesAreTheFit() throws {
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let kept = try data.parameters(at: Self.opening)
    for parameter in try Self.fit(data) {
      let before = try kept.parameter(parameter.id)
      #expect(before.keys == parameter.keys)
      for keys in parameter.keys {
        let values = try [before, parameter].map {
          try $0.value(on: Self.opening.firstYear.start, keys)
        }
        #expect(abs(values[0] - values[1]) <= 1e-5 * max(abs(values[0]), 1e-3), "\(parameter.id)")
      }
    }
  }

  /// The projection opens on the published children.
  @Test func opensOnThePublishedChildren() throws {
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let care = try Assumptions(inputs: CareModelInputs(from: data, at: Self.opening))
      .childrenInCare
    let total = try care.openingStock().values.reduce(0) { $0 + $1.total.central }
    let published = try data.series("children-looked-after").required(year: 2022, ["Total"])
    #expect(abs(total - published) < 1e-6 * published)
  }
}
