import Parameters

/// How the unit cost of a line is known from published series.
struct UnitCostSource: Sendable {
  /// The line, as in `Datasets/spending-lines.yaml`.
  let line: String
  /// What its spending is divided by, for readers.
  let unit: String
  /// The unit cost of a year in cash; `nil` where a series has no such year.
  let cost: @Sendable (DataFolder, FinancialYear) throws -> Double?

  /// The first and the last year of section 251 in its present form.
  static let years =
    FinancialYear(startingIn: 2015)...FinancialYear(startingIn: 2023)

  /// All lines that have a unit, in the order of section 251.
  static let all: [UnitCostSource] =
    [
      published("residential-care", as: "residential-care", "care day"),
      published("fostering-services", as: "fostering", "child on 31 March"),
      over("family-and-friends", "child fostered by relatives or friends") { data, year in
        try average(year) { try data.series("foster-by-carer").value(year: $0, [relative]) }
      },
      over("other-looked-after-services", "child in supported or other accommodation") {
        data, year in try average(year) { try supported(data, year: $0) }
      },
      over("education-looked-after", "child looked after") { data, year in
        try average(year) { try data.series("cla-history").value(year: $0, ["stock"]) }
      },
      over("adoption-services", "year") { _, _ in 1 },
      perChild("short-breaks-looked-after"),
      over("leaving-care", "care leaver aged 19 to 21") { data, year in
        try data.series("care-leavers-activity").value(
          year: year.endingIn, ["19-21", "Total"])
      },
      over("asylum-seeker-services", "asylum-seeking child") { data, year in
        try average(year) {
          try data.series("cla-history").value(year: $0, ["stock-asylum-seeking"])
        }
      },
    ]
    + [
      "social-work", "commissioning-and-strategy", "safeguarding-board", "direct-payments",
      "short-breaks-disabled", "other-support-disabled", "targeted-family-support",
    ].map(perChild)

  /// The lines whose unit costs are published as such.
  static let ofTool = ["residential-care", "fostering-services"]

  /// The series that are read.
  static let series = [
    "care-leavers-activity", "children-looked-after-by-placement", "cla-history",
    "foster-by-carer", "gdp-deflator", "population-mid-year-estimate", "section-251-outturn",
    "unit-cost-weekly-lait",
  ]

  /// The history of the line.
  func history(in data: DataFolder) throws -> UnitCostHistory {
    let last = Self.years.upperBound
    let first = Self.years.lowerBound
    return UnitCostHistory(
      line: line,
      costs: try (0...first.distance(to: last)).reduce(into: [:]) { costs, ahead in
        let year = first.advanced(by: ahead)
        costs[year] = try cost(data, year)
      })
  }
}

extension UnitCostSource {
  private static let relative = "relative-or-friend"
  /// Placement types of other looked after services, as they are published.
  private static let others = ["supported-accommodation", "other", "other-residential"]

  private static func published(
    _ line: String, as service: String, _ unit: String
  ) -> UnitCostSource {
    UnitCostSource(line: line, unit: unit) { data, year in
      try data.series("unit-cost-weekly-lait").value(year: year.code, [service])
    }
  }

  /// Gross spending of a line over a count of the year.
  private static func over(
    _ line: String, _ unit: String,
    _ count: @escaping @Sendable (DataFolder, FinancialYear) throws -> Double?
  ) -> UnitCostSource {
    UnitCostSource(line: line, unit: unit) { data, year in
      guard let count = try count(data, year) else { return nil }
      return try data.series("section-251-outturn").required(
        year: year.code, [line, "gross"]) / count
    }
  }

  private static func perChild(_ line: String) -> UnitCostSource {
    over(line, "child in the population") { data, year in
      try data.series("population-mid-year-estimate").value(year: year.startingIn)
    }
  }

  /// The average of the 31 March before a year and its own.
  private static func average(
    _ year: FinancialYear, _ count: (Int) throws -> Double?
  ) rethrows -> Double? {
    guard let before = try count(year.startingIn), let after = try count(year.endingIn) else {
      return nil
    }
    return (before + after) / 2
  }

  /// Children in the placement types of other looked after services, each weighted with its price.
  private static func supported(
    _ data: DataFolder, year: Int
  ) throws -> Double? {
    let series = try data.series("children-looked-after-by-placement")
    let parameter = try data.parameters.parameter("unit-cost.other-looked-after-services")
    let day = parameter.values[0].from
    let price = try parameter.value(on: day, [others[0]])
    return try others.reduce(0) { sum, placement in
      guard let sum, let children = series.value(year: year, [placement]) else { return nil }
      return try sum + children * parameter.value(on: day, [placement]) / price
    }
  }
}
