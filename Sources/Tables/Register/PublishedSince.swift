public import Foundation
public import Parameters

/// What has been published of children looked after, starting and ceasing, by area: the series of the
/// data folder, and a file of later figures over them.
public struct PublishedSince: Sendable {
  private var figures: [Key: Double] = [:]

  private struct Key: Hashable {
    let figure: RegisterFigure
    let area: String
    let year: Int
  }

  /// Reads what there is.
  ///
  /// - Parameters:
  ///   - data: The data folder.
  ///   - file: A CSV file `year,area,figure,value`: the year to 31 March; an area by name, code or
  ///     number; stock, entries or exits; a whole number. `nil` for none.
  /// - Throws: `InputError` with all faults of the file.
  public init(_ data: DataFolder, later file: URL?) throws {
    for figure in RegisterFigure.allCases {
      let (id, categories) = figure.series
      for entry in try data.series(id).entries
      where Array(entry.categories.dropFirst()) == categories {
        figures[Key(figure: figure, area: entry.categories[0], year: entry.year)] = entry.value
      }
    }
    guard let file else { return }
    let name = file.lastPathComponent
    let table = try CSVTable(contentsOf: file, as: name)
    let columns = try RegisterColumns(table, ["year", "area", "figure", "value"], as: name)
    let areas = try data.areas()
    let faults = FaultCollector(file: name)
    for row in table.rows {
      let figure = RegisterFigure(rawValue: columns.text(2, row))
      if figure == nil { faults.report(KeptFigure.unknown(columns.text(2, row)), line: row.line) }
      let (year, value) = (Int(columns.text(0, row)), Int(columns.text(3, row)))
      for (text, number) in [(columns.text(0, row), year), (columns.text(3, row), value)]
      where (number ?? -1) < 0 {
        faults.report(InputFault.notANumber(of: "year or value", found: text), line: row.line)
      }
      do {
        let area = try areas.named(columns.text(1, row), at: Place(file: name, line: row.line))
        guard let figure, let year, let value else { continue }
        figures[Key(figure: figure, area: area.code, year: year)] = Double(value)
      } catch let error as InputError {
        for fault in error.faults { faults.report(fault.kind, line: row.line) }
      }
    }
    try faults.throwIfAny()
  }

  /// A figure; `nil` where none has been published.
  func value(_ figure: RegisterFigure, of area: String, in year: Int) -> Double? {
    figures[Key(figure: figure, area: area, year: year)]
  }
}
