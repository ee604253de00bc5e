public import Foundation
public import Parameters

extension CitedFigure {
  /// The figures of a data folder, `published-figures.yaml`, in the order of the file.
  ///
  /// - Throws: `InputError` with all faults of the file.
  public static func all(in data: DataFolder) throws -> [CitedFigure] {
    let name = "published-figures.yaml"
    return try read(data.url.appendingPathComponent(name), as: name, data: data)
  }

  /// Reads a list of figures.
  ///
  /// - Parameters:
  ///   - url: Where the file lies.
  ///   - file: Its name in messages.
  ///   - data: Holds the series and sources that it names.
  ///   - ids: The ids that have a comparison; the file must have each of them and no other.
  /// - Returns: The figures in the order of the file.
  /// - Throws: `InputError` with all faults of the file, or of a series that it names.
  public static func read(
    _ url: URL, as file: String, data: DataFolder,
    ids: [String] = CitedComparison.all.map(\.id)
  ) throws -> [CitedFigure] {
    try YAMLFile.read(url, as: file) { root -> [CitedFigure]? in
      guard let record = root.record("the list of figures") else { return nil }
      let items = record.list("figures")
      record.finish()
      guard let items else { return nil }
      var found: [String: Place] = [:]
      let figures = try items.compactMap { item -> CitedFigure? in
        guard let record = item.record("the figure") else { return nil }
        let figure = try CitedFigure(record, data: data, ids: ids)
        if let id = figure?.id {
          if let first = found[id] {
            record.report(InputFault.duplicateIdentifier(id, first: first), at: "id")
          }
          found[id] = record.place
        }
        return figure
      }
      guard figures.count == items.count else { return nil }
      for id in ids where found[id] == nil {
        record.report(InputFault.missingKey(id, of: "the list of figures"))
      }
      return figures
    }
  }

  /// Reads one figure; `nil` after reporting at least one fault.
  private init?(_ record: YAMLRecord, data: DataFolder, ids: [String]) throws {
    let id = record.choice("id", among: ids)
    let what = record.text("what")
    let wording = record.choice("wording", of: Wording.self)
    let cell = try record.record("figure").flatMap { try CitedFigure.cell($0, data: data) }
    let ours = record.text("ours")
    let why = record.text("why")
    record.finish()
    guard let id, let what, let wording, let cell, let ours, let why,
      let value = cell.entry.value, let source = data.sources[cell.entry.source]
    else { return nil }
    self.init(
      id: id, what: what, wording: wording, year: cell.entry.year, value: value,
      unit: cell.series.unit, prices: cell.series.prices, source: source, ours: ours, why: why)
  }

  /// The row that a figure names, which has a value; `nil` after reporting a fault.
  ///
  /// - Throws: `InputError` where the files of the series have faults.
  private static func cell(
    _ record: YAMLRecord, data: DataFolder
  ) throws -> (series: Series, entry: Series.Entry)? {
    let name = record.choice("series", among: data.series.ids)
    let year = record.integer("year")
    let categories = record.has("category") ? record.texts("category") : []
    record.finish()
    guard let name, let year, let categories else { return nil }
    let series = try data.series(name)
    guard let entry = series.entry(year: year, categories), entry.value != nil else {
      record.report(
        InputFault.missingFigure(
          series: name, year: year, categories: categories,
          status: series.entry(year: year, categories)?.status), at: "year")
      return nil
    }
    return (series, entry)
  }
}
