import CareModel
import Datasets
import Foundation
import Parameters
import Testing

/// The population of England at risk of entering care.
@Suite struct PopulationTests {
  let data: DataFolder
  let population: Population

  init() throws {
    data = try DataFolder(Datasets.folder)
    population = try Population(
      estimates: data.series("population-mid-year-estimate"),
      midTwentyTwenty: data.series("population-single-year-mid-2020"),
      projection: data.series("population-projection-2022-based"))
  }

  /// Children on 30 June.
  private func midYear(_ year: Int) throws -> [Double] {
    try population.children(inReportingYear: year + 1)
  }

  /// Ages 0, 1-4, 5-9, 10-15, 16-17 and all, by an independent program that applied the rule to the
  /// official files. It printed whole children; groups and totals agree with it to 2.
  @Test(arguments: [
    (2019, [609_766.0, 2_632_580, 3_462_541, 3_896_333, 1_189_272, 11_790_492]),
    (2021, [588_017, 2_483_660, 3_378_446, 4_046_655, 1_266_101, 11_762_878]),
    (2024, [586_845, 2_484_116, 3_378_491, 4_304_649, 1_428_914, 12_183_016]),
    (2034, [605_941, 2_453_021, 3_103_317, 3_907_052, 1_406_189, 11_475_520]),
  ])
  func agesAreThoseOfAnIndependentProgram(year: Int, expected: [Double]) throws {
    let children = try midYear(year)
    let groups = AgeGroup.allCases.map { $0.ages.reduce(0) { $0 + children[$1] } }
    for (found, published) in zip(groups + [children.reduce(0, +)], expected) {
      #expect(abs(found - published) <= 2, "mid-\(year): \(found), not \(published)")
    }
  }

  @Test func totalsAreTheEstimatesToTheLastOne() throws {
    let estimates = try data.series("population-mid-year-estimate")
    for year in 2018...2024 {
      expectClose(
        try midYear(year).reduce(0, +), try estimates.required(year: year), "mid-\(year)")
    }
  }

  /// What is known on an earlier 31 March: by hand, no one comes or goes after the last estimate, and
  /// births are those of mid-2020, scaled with their year.
  @Test func anEarlierOpeningKnowsNoLaterFigure() throws {
    let known = try Population(
      knownOn31March: 2022, estimates: data.series("population-mid-year-estimate"),
      midTwentyTwenty: data.series("population-single-year-mid-2020"), through: 2047)
    let day = { (year: Int) in try known.children(inReportingYear: year + 1) }
    for year in 2018...2020 { #expect(try day(year) == midYear(year)) }
    let estimates = try data.series("population-mid-year-estimate")
    expectClose(try day(2021).reduce(0, +), try estimates.required(year: 2021), "mid-2021")
    let (before, first) = (try day(2020), try day(2021))
    for age in 1...17 {
      // One factor for every age: 8 roundings.
      #expect(abs(first[age] / before[age - 1] - first[0] / before[0]) < 8 * 1.0.ulp)
    }
    for year in 2022...2047 {
      #expect(try day(year)[0] == before[0])
      #expect(try Array(day(year)[1...]) == Array(day(year - 1)[..<17]))
    }
    let projected = try Population(from: data, at: .latest)
    #expect(projected == population)
    #expect(throws: CareModelError.self) { try known.children(inReportingYear: 2049) }
  }

  /// After mid-2024 each birth cohort keeps its factor on the projection, and births have that of
  /// age 0.
  @Test func birthCohortsKeepTheirFactor() throws {
    let projection = try data.series("population-projection-2022-based")
    func factor(_ year: Int, _ age: Int) throws -> Double {
      try midYear(year)[age] / projection.required(year: year, [String(age)])
    }
    for year in 2025...population.years.upperBound {
      for age in BirthCohort.ages {
        let birth = year - age
        let kept = birth < 2024 ? try factor(2024, 2024 - birth) : try factor(2024, 0)
        expectClose(try factor(year, age), kept, "aged \(age) at mid-\(year)")
      }
    }
  }

  /// A child aged `a` at one mid-year is `a + 1` at the next: from mid-2018 to mid-2020 ages come
  /// from the same children, so ratios between neighbouring cohorts stay.
  @Test func cohortsBeforeMidTwentyTwentyAreTheSameChildren() throws {
    let base = try data.series("population-single-year-mid-2020")
    for year in 2018...2020 {
      let children = try midYear(year)
      for age in 1...17 {
        let later = 2020 - year
        let ratio =
          try base.required(year: 2020, [String(age + later)])
          / base.required(year: 2020, [String(age - 1 + later)])
        expectClose(children[age] / children[age - 1], ratio, "aged \(age) at mid-\(year)")
      }
    }
  }

  /// Mid-2021 lies between its neighbours by cohort, up to the common factor to its total.
  @Test func midTwentyTwentyOneIsTheMeanLogarithm() throws {
    let (before, between, after) = (try midYear(2020), try midYear(2021), try midYear(2022))
    let factors = (1...16).map {
      between[$0] / (before[$0 - 1] * after[$0 + 1]).squareRoot()
    }
    expectClose(factors, [Double](repeating: factors[0], count: 16), "factor to the total")
    expectClose(between[0] / after[1], factors[0], "age 0")
    #expect(abs(factors[0] - 1) < 0.01, "\(factors[0])")
  }

  @Test func everyAgeOfEveryYearIsPositive() throws {
    let last = try data.series("population-projection-2022-based").years.last
    #expect(population.years.lowerBound == 2018 && population.years.upperBound == last)
    for year in population.years {
      let children = try midYear(year)
      #expect(children.count == 18 && children.allSatisfy { $0 > 400_000 && $0 < 900_000 })
    }
  }

  @Test func outsideTheRangeIsAnError() throws {
    let last = population.years.upperBound + 1
    #expect(throws: CareModelError.beyondPopulation(year: 2018, last: last)) {
      try population.children(inReportingYear: 2018)
    }
    #expect(throws: CareModelError.beyondPopulation(year: last + 1, last: last)) {
      try population.children(inReportingYear: last + 1)
    }
    #expect(throws: Never.self) { try population.children(inReportingYear: last) }
    #expect(throws: Never.self) { try population.children(inReportingYear: 2019) }
    #expect(
      CareModelError.beyondPopulation(year: 2018, last: last).description.contains(
        "31 March 2019 to \(last)"))
  }

  /// Series that lack a figure which the rule needs.
  @Test func aMissingFigureIsAnError() throws {
    #expect(throws: InputError.self) {
      try Population(
        estimates: data.series("population-single-year-mid-2020"),
        midTwentyTwenty: data.series("population-single-year-mid-2020"),
        projection: data.series("population-projection-2022-based"))
    }
  }
}
