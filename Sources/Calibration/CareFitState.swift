import CareModel
import Foundation
import Statistics

/// What the fit knows of children in care: the rates of the last fitted year and how the years
/// before differ from it.
struct CareFitState: Sendable {
  /// Rates of the reference year; its entry rates are not used, entries being given.
  var rates: CareRates

  /// Yearly change in the logarithm of exit rates.
  var exitTrend = Uncertain.zero

  /// Yearly change in the logarithm of move rates.
  var moveTrend = Uncertain.zero

  /// Yearly change in the logarithm of how much each placement type draws and holds, P.
  var placementTrend: [Uncertain]

  /// What multiplied exit rates in 2020-21.
  var exitEffect2021 = Uncertain(1)

  /// What multiplied move rates in 2020-21.
  var moveEffect2021 = Uncertain(1)

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
    let exits = exp(exitTrend * span) * (year == 2021 ? exitEffect2021 : 1)
    let moves = exp(moveTrend * span) * (year == 2021 ? moveEffect2021 : 1)
    result.exitRate = rates.exitRate.map { $0.map { $0 * exits } }
    result.drift(placements: placementTrend.map { $0 * span }, moves: moves)
    result.asylumEntries = asylumEntries
    result.asylumEntryAge = asylumEntryAge
    return result
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
    let published = Uncertain(year.starts.reduce(0, +))
    let others =
      (1 + entryRepeat) * published - Uncertain(year.asylumStarts)
      - (1 - transfersAsylumShare) * year.transfers
    var byGroup = year.starts.map { Uncertain($0) }
    byGroup[AgeGroup.tenToFifteen.index] -= year.asylumStarts * (1 - asylumEntriesSixteenAndOver)
    byGroup[AgeGroup.sixteenAndOver.index] -= year.asylumStarts * asylumEntriesSixteenAndOver
    let scale = others / byGroup.reduce(0, +)
    return (asylum, rates.spread(byGroup.map { $0 * scale }, over: population))
  }
}
