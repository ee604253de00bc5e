import CareModel
import Foundation
import Statistics

/// What the fit knows of children in care: the rates of the last fitted year and how the years
/// before differ from it.
struct CareFitState: Sendable {
  /// Rates of the reference year.
  var rates: CareRates

  /// Yearly change in the logarithm of each flow's rates.
  var trends: [CareFlow: Uncertain] = [:]

  /// What each flow's logarithm rose by beyond its trend, from the year before to a year.
  var innovations: [CareFlow: [Int: Uncertain]] = [:]

  /// What the logarithm of exits in an age group rose by beyond that of all exits, from the year
  /// before to a year.
  var exitAgeInnovations: [ExitAgeGroup: [Int: Uncertain]] = [:]

  /// What has multiplied exits in an age group since 2020-21, that year with it.
  var exitAgeSteps: [ExitAgeGroup: Uncertain] = [:]

  /// Yearly change in the logarithm of how much each placement type draws and holds, P.
  var placementTrend: [Uncertain]

  /// What multiplied each flow's rates in 2020-21, and in no other year.
  var effects2021: [CareFlow: Uncertain] = [:]

  /// Entries of other children per published start of any child, less 1.
  var entryRepeat = Uncertain.zero

  /// Share of transfers that concern asylum-seeking children.
  var transfersAsylumShare: Uncertain

  /// Share of transfers by exit age group, 6.
  var transferAges: [Uncertain]

  /// Share of asylum-seeking entries at 16 or 17.
  var asylumEntriesSixteenAndOver: Uncertain = 0.8

  /// Share at 17 of asylum-seeking entries at 16 and 17.
  var asylumEntriesSeventeen: Uncertain = 0.5

  /// Share at 17 of the children aged 16 and 17 on the opening 31 March: other, asylum-seeking.
  var openingSeventeen: [Uncertain] = [0.52, 0.65]

  /// The reference year.
  let referenceYear: Int

  /// The rates of a year.
  ///
  /// - Parameters:
  ///   - year: The reporting year.
  ///   - asylumEntries: Asylum-seeking children who entered in it.
  func rates(in year: Int, asylumEntries: Uncertain) -> CareRates {
    rates(in: year, asylumEntries: asylumEntries, trendYears: Uncertain(year - referenceYear))
  }

  /// The rates of a year in which the trends have run for a number of years from the reference year.
  func rates(in year: Int, asylumEntries: Uncertain, trendYears span: Uncertain) -> CareRates {
    var result = rates
    let entries = level(of: .entries, in: year, trendYears: span)
    let exits = level(of: .exits, in: year, trendYears: span)
    result.entryRate = rates.entryRate.map { $0 * entries }
    let exitsByAge = ExitAgeGroup.allCases.map { age in
      let step = year < 2021 ? exitAgeSteps[age] ?? 1 : 1
      return exits * exp(-later(than: year, exitAgeInnovations[age])) / step
    }
    result.exitRate = rates.exitRate.map { zip($0, exitsByAge).map { $0 * $1 } }
    result.drift(
      placements: placementTrend.map { $0 * span },
      moves: level(of: .moves, in: year, trendYears: span))
    result.asylumEntries = asylumEntries
    result.asylumEntryAge = asylumEntryAge
    return result
  }

  /// A flow's rates in a year over those of the reference year: the trend, less the innovations
  /// between the two, and the effect of 2020-21.
  func level(of flow: CareFlow, in year: Int, trendYears span: Uncertain) -> Uncertain {
    let logarithm = (trends[flow] ?? 0) * span - later(than: year, innovations[flow])
    return exp(logarithm) * (year == 2021 ? effects2021[flow] ?? 1 : 1)
  }

  /// The sum of the innovations of the years after a year.
  private func later(than year: Int, _ innovations: [Int: Uncertain]?) -> Uncertain {
    (innovations ?? [:]).filter { $0.key > year }.sorted { $0.key < $1.key }
      .reduce(0) { $0 + $1.value }
  }

  /// Share of asylum-seeking entries at each whole age: those under 16 at 14 and 15.
  var asylumEntryAge: [Uncertain] {
    var shares = [Uncertain](repeating: 0, count: BirthCohort.ages.count)
    let older = asylumEntriesSixteenAndOver
    shares[14] = (1 - older) * 0.35
    shares[15] = (1 - older) * 0.65
    shares[16] = older * (1 - asylumEntriesSeventeen)
    shares[17] = older * asylumEntriesSeventeen
    return shares
  }

  /// Entries of a published year as events: asylum-seeking children, and other children by whole
  /// age.
  ///
  /// Transfers are taken out of the published starts; repeated starts, all of other children (the
  /// published balance of asylum-seeking children closes without any), are put in.
  func entries(
    _ year: PublishedCareYear, population: [Double]
  ) -> (asylumSeeking: Uncertain, otherByAge: [Uncertain]) {
    let asylum = Uncertain(year.asylumStarts) - transfersAsylumShare * year.transfers
    let (others, scale) = otherEntries(year)
    let byGroup = others.map { $0 * scale }
    return (asylum, rates.spread(byGroup, over: population))
  }

  /// Starts by age group that the entry rates of a year would have published.
  ///
  /// - Parameters:
  ///   - year: What was published of the year; its starts by age serve for their total alone.
  ///   - population: Children by whole age.
  func starts(_ year: PublishedCareYear, population: [Double]) -> [Uncertain] {
    let span = Uncertain(year.year - referenceYear)
    let level = level(of: .entries, in: year.year, trendYears: span)
    let (_, scale) = otherEntries(year)
    let asylum = asylumStarts(year)
    return AgeGroup.allCases.map { group in
      let people = group.ages.reduce(0) { $0 + population[$1] }
      return rates.entryRate[group.index] * people * level / scale + asylum[group.index]
    }
  }

  /// Published starts of other children by age group, and their entries as events over these.
  private func otherEntries(
    _ year: PublishedCareYear
  ) -> (starts: [Uncertain], scale: Uncertain) {
    let published = Uncertain(year.starts.reduce(0, +))
    let entered =
      (1 + entryRepeat) * published - Uncertain(year.asylumStarts)
      - (1 - transfersAsylumShare) * year.transfers
    let starts = zip(year.starts, asylumStarts(year)).map { Uncertain($0) - $1 }
    return (starts, entered / starts.reduce(0, +))
  }

  /// Starts of asylum-seeking children by age group.
  private func asylumStarts(_ year: PublishedCareYear) -> [Uncertain] {
    var starts = [Uncertain](repeating: 0, count: AgeGroup.allCases.count)
    starts[AgeGroup.tenToFifteen.index] = year.asylumStarts * (1 - asylumEntriesSixteenAndOver)
    starts[AgeGroup.sixteenAndOver.index] = year.asylumStarts * asylumEntriesSixteenAndOver
    return starts
  }
}
