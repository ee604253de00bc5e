import Foundation
import Parameters
import Tables

/// The figures of others that ship, beside projections that go far enough.
enum PublishedSample {
  static let basis = Result {
    try ComparisonBasis(projectingFrom: CatalogueSample.data.get())
  }

  static let report = Result {
    try PublishedReport(
      CitedFigure.all(in: CatalogueSample.data.get()), on: basis.get())
  }

  /// The row of a figure.
  static func row(_ id: String) throws -> PublishedReport.Row {
    try report.get().rows.first { $0.figure.id == id }!
  }

  /// Our figure, which there is.
  static func ours(_ id: String) throws -> Double { try row(id).ours.value! }

  /// The faults of a file with this text, read for some ids against the data that ship.
  static func faults(_ text: String, ids: [String] = ["first"]) throws -> [any FaultKind] {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "carecast-\(UUID().uuidString).yaml")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    do {
      _ = try CitedFigure.read(
        url, as: "published-figures.yaml", data: CatalogueSample.data.get(), ids: ids)
      return []
    } catch let error as InputError {
      return error.faults.map(\.kind)
    }
  }

  /// A file with one figure, as it should be but for what is replaced.
  static func file(_ old: String = "", _ new: String = "") -> String {
    let text = """
      figures:
        - id: first
          what: Children in care on 31 March 2024
          wording: exact
          figure: {series: children-looked-after, year: 2024, category: Total}
          ours: the opening
          why: They agree.

      """
    return old.isEmpty ? text : text.replacing(old, with: new)
  }
}
