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
    func scaled(_ ages: [Double], to total: Double) -> [Double] {
      let factor = total / ages.reduce(0, +)
      return ages.map { $0 * factor }
    }
    let base = try (0...25).map { try midTwentyTwenty.required(year: 2020, [String($0)]) }
    var byYear: [Int: [Double]] = [:]
    for year in 2018...2020 {
      let later = 2020 - year
      byYear[year] = scaled(Array(base[later...(17 + later)]), to: try total(year))
    }
    for year in 2022...2024 {
      byYear[year] = scaled(try projected(year), to: try total(year))
    }
    let eighteen =
      try projection.required(year: 2022, ["18"]) * byYear[2022]![17] / projected(2022)[17]
    let after = byYear[2022]! + [eighteen]
    let between = BirthCohort.ages.map { age in
      age == 0 ? after[1] : (byYear[2020]![age - 1] * after[age + 1]).squareRoot()
    }
    byYear[2021] = scaled(between, to: try total(2021))
    let factor = byYear[2024]![0] / (try projected(2024)[0])
    let last = projection.years.last!
    for year in 2025...last {
      byYear[year] = try projected(year).map { $0 * factor }
    }
    self.byYear = byYear
    years = 2018...last
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
