import Parameters
public import Statistics

/// A published figure that forecasts are scored against, by area and year.
public struct BacktestSeries: Sendable {
  /// What the figure is measured in.
  public enum Unit: String, Sendable {
    /// Children, counted on or in the year to 31 March.
    case children
    /// Parts of a whole, in per cent.
    case percent
    /// Pounds at constant prices, those of the first published year being 100.
    case index

    /// How the errors of forecasts of the size of one are measured.
    var scale: PastErrors.Scale { self == .children ? .root : .unit }

    /// What a figure can be.
    var range: ClosedRange<Double> { 0...(self == .percent ? 100 : .greatestFiniteMagnitude) }
  }

  /// Its id.
  public let id: String
  /// What it is, for readers.
  public let label: String
  /// What it is measured in.
  public let unit: Unit
  /// What it is divided into; one item `all` where it is not.
  public let items: [String]
  /// The reference forecast that was chosen beforehand as the one to beat.
  public let rival: ReferenceForecast
  /// Whether there are figures of areas besides England.
  public let hasAreas: Bool
  /// Reads all that is needed; then gives the figure of an item, a code and a year.
  let reading: @Sendable (DataFolder) throws -> (String, String, Int) -> Figure?

  /// The item of a series that is not divided.
  public static let whole = "all"

  /// A published figure in parts that can be added up over areas.
  struct Figure: Sendable {
    /// What is counted.
    let amount: Double
    /// What it is a part of; `nil` for a figure that is no share.
    var whole: Double?

    /// The sum over areas.
    static func + (a: Figure, b: Figure) -> Figure {
      Figure(
        amount: a.amount + b.amount, whole: a.whole.flatMap { left in b.whole.map { left + $0 } })
    }

    /// The figure itself; shares in per cent, and none of a whole of 0.
    var value: Double? {
      guard let whole else { return amount }
      return whole > 0 ? 100 * amount / whole : nil
    }
  }
}

extension BacktestSeries {
  /// All series, in the order of reports.
  public static let all = [stock, entries, exits, mix, manyPlacements] + activity + [unitCosts]

  private static let stock = count(
    "stock", "Children looked after on 31 March", of: "children-looked-after-by-area", ["Total"])
  private static let entries = count(
    "entries", "Children starting to be looked after", of: "children-starting-by-area", ["Total"])
  private static let exits = count(
    "exits", "Children ceasing to be looked after", of: "children-ceasing-by-area", [])

  /// Placement groups by the published headings that they hold. Supported accommodation and other
  /// placements are one, because children were moved between these headings in 2023-24.
  static let placementGroups: KeyValuePairs = [
    "foster": ["foster"], "childrens-homes": ["secure-and-childrens-homes"],
    "supported-and-other": ["supported-accommodation", "other"],
  ]

  private static let mix = BacktestSeries(
    id: "placement-mix", label: "Children looked after by placement group", unit: .percent,
    items: placementGroups.map(\.key), rival: .lastValue, hasAreas: true
  ) { data in
    let series = try data.series("children-looked-after-by-area-and-placement")
    let headings = Dictionary(uniqueKeysWithValues: placementGroups.map { ($0.key, $0.value) })
    return { item, code, year in
      let parts = headings[item]!.map { series.value(year: year, [code, $0]) }
      guard let whole = series.value(year: year, [code, "Total"]), !parts.contains(nil) else {
        return nil
      }
      return Figure(amount: parts.reduce(0) { $0 + $1! }, whole: whole)
    }
  }

  private static let manyPlacements = share(
    "placements-3-or-more", "Children with three or more placements in the year",
    of: "placement-stability-by-area", ["3-or-more"], in: ["Total"], rival: .threeYearMean)

  private static let activity = [("17-18", "17 and 18"), ("19-21", "19 to 21")].map { ages, label in
    share(
      "neet-\(ages)", "Care leavers aged \(label) not in education, employment or training",
      of: "care-leavers-activity-by-area", [ages, "neet"], in: [ages, "Total"], rival: .lastValue)
  }

  private static let unitCosts = BacktestSeries(
    id: "unit-cost", label: "Unit costs of section 251 at constant prices", unit: .index,
    items: UnitCostSource.all.map(\.line), rival: .lastValue, hasAreas: false
  ) { data in
    let levels = try UnitCostSource.all.reduce(into: [:]) {
      $0[$1.line] = try $1.history(in: data).realIndex(over: data.series("gdp-deflator"))
    }
    return { item, code, year in
      guard code == Area.england.code else { return nil }
      return levels[item]?[FinancialYear(startingIn: year - 1)].map { Figure(amount: $0) }
    }
  }

  private static func count(
    _ id: String, _ label: String, of series: String, _ categories: [String]
  ) -> BacktestSeries {
    BacktestSeries(
      id: id, label: label, unit: .children, items: [whole], rival: .lastValue, hasAreas: true
    ) { data in
      let series = try data.series(series)
      return { _, code, year in
        series.value(year: year, [code] + categories).map { Figure(amount: $0) }
      }
    }
  }

  private static func share(
    _ id: String, _ label: String, of series: String, _ part: [String], in all: [String],
    rival: ReferenceForecast
  ) -> BacktestSeries {
    BacktestSeries(
      id: id, label: label, unit: .percent, items: [whole], rival: rival, hasAreas: true
    ) { data in
      let series = try data.series(series)
      return { _, code, year in
        guard let amount = series.value(year: year, [code] + part),
          let whole = series.value(year: year, [code] + all)
        else { return nil }
        return Figure(amount: amount, whole: whole)
      }
    }
  }
}

extension UnitCostHistory {
  /// The unit cost over the GDP deflator by year, the first year being 100.
  func realIndex(over deflator: Series) throws -> [FinancialYear: Double] {
    guard let first = costs.keys.min(by: { $0.startingIn < $1.startingIn }) else { return [:] }
    let base = try costs[first]! / deflator.required(year: first.code)
    return try costs.reduce(into: [:]) {
      $0[$1.key] = try 100 * $1.value / deflator.required(year: $1.key.code) / base
    }
  }
}
