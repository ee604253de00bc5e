import CareModel
public import Parameters

/// A figure that is forecast: which series, which part of it, where.
public struct BacktestCell: Sendable, Hashable {
  /// The series by its id.
  public let series: String
  /// The item of it.
  public let item: String
  /// The area by its code.
  public let area: String

  /// Creates a cell.
  public init(series: String, item: String = BacktestSeries.whole, area: String) {
    self.series = series
    self.item = item
    self.area = area
  }
}

/// Published figures by cell and year, up to a year.
///
/// An authority that has followed others has their figures added up, and one that was divided those of
/// its successors, where its area is theirs whole; else the years of other codes are missing. So are
/// suppressed figures.
public struct BacktestHistory: Sendable {
  /// The years that can hold figures, the last being the last that is known.
  public let years: ClosedRange<Int>
  private let values: [BacktestCell: [Int: Double]]
  /// What the figures of shares are parts of.
  private let wholes: [BacktestCell: [Int: Double]]

  /// The first year of any series.
  static let firstYear = 2015

  /// Reads the figures of all series.
  ///
  /// - Parameters:
  ///   - data: The data folder.
  ///   - areas: Today's areas and those before them.
  /// - Throws: `InputError` where a series is missing or wrong.
  public init(from data: DataFolder, areas: Areas) throws {
    let years = Self.firstYear...CareModelInputs.openingYear
    let places = areas.all + areas.dividedAuthorities
    var wholes: [BacktestCell: [Int: Double]] = [:]
    values = try BacktestSeries.all.reduce(into: [:]) { values, series in
      let figure = try series.reading(data)
      for item in series.items {
        for area in series.hasAreas ? places : [.england] {
          let cell = BacktestCell(series: series.id, item: item, area: area.code)
          for year in years {
            let sum = areas.sum(for: area.code) { figure(item, $0, year) }
            values[cell, default: [:]][year] = sum?.value
            wholes[cell, default: [:]][year] = sum?.whole
          }
        }
      }
    }
    self.years = years
    self.wholes = wholes
  }

  /// Given figures.
  init(
    years: ClosedRange<Int>, _ values: [BacktestCell: [Int: Double]],
    wholes: [BacktestCell: [Int: Double]] = [:]
  ) {
    self.years = years
    self.values = values
    self.wholes = wholes
  }

  /// A figure; `nil` where none is known.
  public func value(_ cell: BacktestCell, in year: Int) -> Double? {
    years.contains(year) ? values[cell]?[year] : nil
  }

  /// What the figure of a share is a part of; `nil` where it is not known, or of no share.
  func whole(_ cell: BacktestCell, in year: Int) -> Double? {
    years.contains(year) ? wholes[cell]?[year] : nil
  }

  /// The figures of all years in order.
  public func values(_ cell: BacktestCell) -> [Double?] { years.map { value(cell, in: $0) } }

  /// What was known on a 31 March: nothing of later years.
  public func through(_ year: Int) -> BacktestHistory {
    BacktestHistory(years: years.lowerBound...min(year, years.upperBound), values, wholes: wholes)
  }
}

extension Areas {
  /// Authorities that several have followed.
  var dividedAuthorities: [Area] { changes.filter { $0.now.count > 1 }.map(\.area) }

  /// For an authority that several have followed, the first of them.
  var successors: [String: String] {
    changes.filter { $0.now.count > 1 }.reduce(into: [:]) { $0[$1.area.code] = $1.now[0] }
  }

  /// Areas of a 31 March: today's, and those that were divided later.
  func onThirtyFirstOfMarch(_ year: Int) -> [Area] {
    let day = Day("\(year)-03-31")!
    return all + changes.filter { $0.now.count > 1 && $0.changed > day }.map(\.area)
  }

  /// The figure of a code, or that of the codes that have the same area together.
  func sum(
    for code: String, _ figure: (String) -> BacktestSeries.Figure?
  ) -> BacktestSeries.Figure? {
    if let own = figure(code) { return own }
    func total(_ codes: [String]) -> BacktestSeries.Figure? {
      let parts = codes.compactMap(figure)
      guard !codes.isEmpty, parts.count == codes.count else { return nil }
      return parts.dropFirst().reduce(parts[0], +)
    }
    let before = changes.filter { $0.now.contains(code) }
    if !before.isEmpty, before.allSatisfy({ $0.now == [code] }) {
      // Only the codes that a year holds: one authority may have had two codes in turn.
      return total(before.map(\.area.code).filter { figure($0) != nil })
    }
    guard let change = changes.first(where: { $0.area.code == code }) else { return nil }
    let isAlone = change.now.allSatisfy { now in
      changes.allSatisfy { $0.area.code == code || !$0.now.contains(now) }
    }
    return isAlone ? total(change.now) : nil
  }
}
