/// One published series: figures by year and category, each with its basis and source.
public struct Series: Equatable, Sendable {
  /// What a year of the series is.
  public enum Time: String, CaseIterable, Sendable {
    /// The year to 31 March `2024`; stocks are on that day.
    case reportingYear = "reporting-year"
    /// April to March, `202324`.
    case financialYear = "financial-year"
    /// 30 June `2024`.
    case midYear = "mid-year"
  }

  /// One dimension and its categories in order.
  public struct Dimension: Equatable, Sendable {
    /// Its name, which heads its column.
    public let name: String
    /// Every category that occurs, in order.
    public let categories: [String]
  }

  /// One row.
  public struct Entry: Equatable, Sendable {
    /// The year, as `Time` writes it.
    public let year: Int
    /// One category per dimension.
    public let categories: [String]
    /// The figure; `nil` where the publisher gave a status instead.
    public let value: Double?
    /// Why there is no figure; `nil` where there is one.
    public let status: ValueStatus?
    /// What the figure rests on.
    public let basis: Basis
    /// The id of its source.
    public let source: String
  }

  /// The id, which is also the name of its folder.
  public let id: String
  /// The label for tables.
  public let label: String
  /// The unit of every figure.
  public let unit: MeasurementUnit
  /// What a year is.
  public let time: Time
  /// The dimensions in the order of the columns; none for a plain time series.
  public let dimensions: [Dimension]
  /// What the publisher rounded to; 0 where nothing was rounded.
  public let rounding: Double
  /// The prices of pounds; `nil` for other units.
  public let prices: PriceBasis?
  /// Breaks, definitions and mappings.
  public let notes: String
  /// The rows, by year and then in the order of the categories.
  public let entries: [Entry]

  private let positions: [Key: Int]

  private struct Key: Hashable {
    let year: Int
    let categories: [String]
  }

  /// Joins what `about.yaml` says with the rows of `data.csv`, which hold no cell twice.
  init(about: About, entries: [Entry]) {
    id = about.id
    label = about.label
    unit = about.unit
    time = about.time
    dimensions = about.dimensions
    rounding = about.rounding
    prices = about.prices
    notes = about.notes
    self.entries = entries
    positions = Dictionary(
      uniqueKeysWithValues: entries.enumerated().map {
        (Key(year: $1.year, categories: $1.categories), $0)
      })
  }
}

extension Series {
  /// The years that have rows, ascending.
  public var years: [Int] {
    entries.reduce(into: []) { years, entry in
      if years.last != entry.year { years.append(entry.year) }
    }
  }

  /// The row of a year and its categories, or `nil` where there is none.
  ///
  /// - Parameters:
  ///   - year: As `time` writes it: `2024`, or `202324` for financial years.
  ///   - categories: One per dimension, in order.
  public func entry(year: Int, _ categories: [String] = []) -> Entry? {
    positions[Key(year: year, categories: categories)].map { entries[$0] }
  }

  /// The figure, or `nil` where there is no row or its figure was not published.
  public func value(year: Int, _ categories: [String] = []) -> Double? {
    entry(year: year, categories)?.value
  }

  /// The figure.
  ///
  /// - Throws: `InputError` that names series, year, categories and status where there is none.
  public func required(year: Int, _ categories: [String] = []) throws -> Double {
    let entry = entry(year: year, categories)
    guard let value = entry?.value else {
      throw InputError(
        InputFault.missingFigure(
          series: id, year: year, categories: categories, status: entry?.status),
        at: Place(file: "series/\(id)/data.csv"))
    }
    return value
  }

  /// The code under which this series files a financial year: `202324`, or `2024` for the
  /// reporting year it is and for the mid-year in which it starts, `2023`.
  public func code(of year: FinancialYear) -> Int {
    switch time {
    case .financialYear: year.code
    case .reportingYear: year.endingIn
    case .midYear: year.startingIn
    }
  }
}
