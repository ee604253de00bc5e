public import Parameters

/// Children of England by whole age on 30 June of each year, mid-2018 to mid-2047.
///
/// The rule, from what is published:
/// - From mid-2022 the 2022-based projection by single year of age, scaled. Up to mid-2024 every
///   age has the factor that gives the year's mid-year estimate of all aged 0 to 17. After mid-2024
///   each birth cohort keeps the factor of mid-2024, and births take that of age 0.
/// - Mid-2020 has the ages of the published estimate, which is older than the totals and lacks one
///   area, scaled to the year's total.
/// - The other years before mid-2022 are built by cohort and scaled to the year's total: mid-2018
///   and mid-2019 from the same children at mid-2020, mid-2021 from the mean logarithm of the same
///   children at mid-2020 and mid-2022. Values before mid-2022 are estimated.
public struct Population: Sendable, Equatable {
  private let byYear: [Int: [Double]]

  /// Years of 30 June that are covered.
  public let years: ClosedRange<Int>

  /// Builds the population from the published series.
  ///
  /// - Throws: `InputError` if a figure that the rule needs is missing.
  public init(
    estimates: Series, midTwentyTwenty: Series, projection: Series
  ) throws {
    func total(_ year: Int) throws -> Double { try estimates.required(year: year) }
    func projected(_ year: Int) throws -> [Double] {
      try BirthCohort.ages.map { try projection.required(year: year, [String($0)]) }
    }
    var byYear = try Self.toMidTwentyTwenty(midTwentyTwenty, total: total)
    for year in 2022...2024 {
      byYear[year] = Self.scaled(try projected(year), to: try total(year))
    }
    let eighteen =
      try projection.required(year: 2022, ["18"]) * byYear[2022]![17] / projected(2022)[17]
    let after = byYear[2022]! + [eighteen]
    let between = BirthCohort.ages.map { age in
      age == 0 ? after[1] : (byYear[2020]![age - 1] * after[age + 1]).squareRoot()
    }
    byYear[2021] = Self.scaled(between, to: try total(2021))
    let factor = byYear[2024]![0] / (try projected(2024)[0])
    let last = projection.years.last!
    for year in 2025...last {
      byYear[year] = try projected(year).map { $0 * factor }
    }
    self.byYear = byYear
    years = 2018...last
  }

  /// Builds the population as the figures of the days up to a 31 March give it, without the
  /// projection, which rests on later ones.
  ///
  /// Mid-2018 to mid-2020 are as above. After mid-2020 every birth cohort is a year older each year
  /// and there are as many births as in the year to mid-2020; up to the mid-year before the
  /// 31 March ages are scaled to the year's total, after it nobody comes or goes.
  ///
  /// - Parameters:
  ///   - year: The year of that 31 March, at least 2021.
  ///   - last: The last 30 June.
  /// - Throws: `InputError` if a figure that the rule needs is missing.
  public init(
    knownOn31March year: Int, estimates: Series, midTwentyTwenty: Series, through last: Int
  ) throws {
    func total(_ year: Int) throws -> Double { try estimates.required(year: year) }
    precondition((2021...last).contains(year), "31 March \(year) is not in 2021 to \(last)")
    var byYear = try Self.toMidTwentyTwenty(midTwentyTwenty, total: total)
    for later in 2021...last {
      let older = [byYear[2020]![0]] + byYear[later - 1]!.dropLast()
      byYear[later] = later < year ? Self.scaled(older, to: try total(later)) : older
    }
    self.byYear = byYear
    years = 2018...last
  }

  /// Mid-2018 to mid-2020, from the same children at mid-2020.
  private static func toMidTwentyTwenty(
    _ midTwentyTwenty: Series, total: (Int) throws -> Double
  ) throws -> [Int: [Double]] {
    let base = try (0...25).map { try midTwentyTwenty.required(year: 2020, [String($0)]) }
    return try (2018...2020).reduce(into: [:]) { byYear, year in
      let later = 2020 - year
      byYear[year] = scaled(Array(base[later...(17 + later)]), to: try total(year))
    }
  }

  private static func scaled(_ ages: [Double], to total: Double) -> [Double] {
    let factor = total / ages.reduce(0, +)
    return ages.map { $0 * factor }
  }

  /// Builds the population on which projections from an opening rest: from the latest the
  /// projection, from an earlier one what was known on it.
  ///
  /// - Throws: `InputError` if a series or a figure is missing.
  public init(from data: DataFolder, at opening: Opening) throws {
    guard opening != .latest else {
      self = try Population(from: data)
      return
    }
    try self.init(
      knownOn31March: opening.year, estimates: data.series("population-mid-year-estimate"),
      midTwentyTwenty: data.series("population-single-year-mid-2020"),
      through: data.series("population-projection-2022-based").years.last!)
  }

  /// Builds the population from the series of a data folder.
  ///
  /// - Throws: `InputError` if a series or a figure is missing.
  public init(from data: DataFolder) throws {
    try self.init(
      estimates: data.series("population-mid-year-estimate"),
      midTwentyTwenty: data.series("population-single-year-mid-2020"),
      projection: data.series("population-projection-2022-based"))
  }

  /// Children by whole age, 0 to 17, on the 30 June within a reporting year: the population at risk
  /// of entering care in it.
  ///
  /// - Parameter reportingYear: The year to 31 March of this number.
  /// - Returns: 18 counts.
  /// - Throws: ``CareModelError/beyondPopulation(year:last:)`` outside what is projected.
  public func children(inReportingYear reportingYear: Int) throws -> [Double] {
    guard let found = byYear[reportingYear - 1] else {
      throw CareModelError.beyondPopulation(year: reportingYear, last: years.upperBound + 1)
    }
    return found
  }
}
