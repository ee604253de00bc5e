import CareModel
import TestSupport
import Statistics
import Parameters
import Testing

/// The parts of one projection agree with each other.
@Suite struct ProjectionTests {
  typealias Sample = ProjectionSample
  let baseline: Projection
  let inputs: CareModelInputs

  init() throws {
    baseline = try Sample.baseline.get()
    inputs = try Sample.inputs.get()
  }

  @Test func childrenAreConservedFromYearToYear() {
    var before = baseline.opening.values.reduce(0) { $0 + $1.total }
    for year in baseline.years {
      let after = before + year.sum(\.entered) - year.sum(\.exited)
      #expect(Sample.agree(year.stock.total, after), "\(year.year)")
      before = year.stock.total
    }
  }

  /// Care leavers aged 17 and 18 from exits, written out: `E` at 18, `C` at 16 and 17, those of
  /// 2023 and 2024 as published (12,240 and 13,080; 3,300 and 4,040 less 0.75 of 1,210 and 2,140).
  @Test func thoseWhoLeaveAreTheNextCareLeavers() {
    var atEighteen: [Uncertain] = [12_240.0, 13_080]
    var early: [Uncertain] = [3_300 - 0.75 * 1_210, 4_040 - 0.75 * 2_140].known
    for (year, leavers) in zip(baseline.years, baseline.careLeavers) {
      atEighteen.append(year.sum { $0.exitsAtEighteen.reduce(0, +) })
      early.append(year.sum { $0.exitsByAge[16...].reduce(0, +) })
      let n = early.count
      let (now, before, earlier) = (early[n - 1], early[n - 2], early[n - 3])
      let weighted = (now + before + before + earlier) / 4
      let aged18 = atEighteen[n - 1] + 0.306 * weighted
      let aged17 = 0.213 * (now + before) / 2.0
      #expect(Sample.agree(leavers.total(.seventeenToEighteen), aged18 + aged17))
      #expect(leavers.year == year.year)
    }
  }

  @Test func childWeeksAreTheTimeInCareOfBothGroups() {
    for year in baseline.years {
      let childYears = ChildGroup.allCases.reduce(0) { sum, group in
        sum + year.groups[group]!.childYears.reduce(0) { $0 + $1.reduce(0, +) }
      }
      let load = baseline.workloads[year.financialYear]!
      #expect(Sample.agree(load.totalChildWeeks, childYears * (365.25 / 7)))
    }
  }

  @Test func driversAreThoseOfTheOtherParts() throws {
    let load = baseline.workloads[Sample.years[0]]!
    let people = try inputs.population.children(inReportingYear: 2025).reduce(0, +)
    #expect(load.quantities["population-0-17"] == Uncertain(people))
    // Published by activity: 36,350 in 2024.
    let leavers = (36_350 + baseline.careLeavers[0].total(.nineteenToTwentyOne)) / 2
    #expect(abs(load.quantities["care-leavers-19-21"]! - leavers) < 0.5)
    // 32,000 less 9.09 per cent, and 3,890 of 3,890 + 1,160 exits of the group.
    let orders = baseline.years[0].sum { $0.exited(.specialGuardianship) } * 3_890 / 5_050
    let guardianship = 32_000 * (1 - 0.0909) + orders
    #expect(Sample.agree(load.quantities["special-guardianship-children"]!, guardianship))
    #expect(load.quantities["constant"] == 1)
  }

  @Test func linesAddToNetSpendingAndNetSpendingToTheGap() throws {
    let projection = try Sample.projection(programme: Sample.programme())
    #expect(projection.gap.years.map(\.year) == Sample.years)
    var cumulative: Uncertain = 0
    for year in projection.gap.years {
      let lines = projection.spending.lines.reduce(0) {
        $0 + projection.spending.cash(line: $1.id, in: year.year).net
      }
      let net = lines + projection.programme.cash(in: year.year)
      #expect(Sample.agree(year.spending, net))
      #expect(Sample.agree(projection.netSpending(in: year.year), net))
      #expect(year.gap == year.spending - year.funding)
      cumulative += year.gap
      #expect(year.cumulative == cumulative)
      let state = projection.gapState(in: year.year)
      #expect(Sample.agree(state.gap(over: inputs.lines), year.gap, scale: net))
    }
  }

  @Test func aProgrammeAddsItsSpendingAndNothingElse() throws {
    let programme = try Sample.programme()
    let projection = try Sample.projection(programme: programme)
    #expect(projection.years.map(\.stock) == baseline.years.map(\.stock))
    for year in Sample.years {
      #expect(projection.spending.cash(in: year) == baseline.spending.cash(in: year))
    }
    // Years 1 to 3 of the published profile, in cash: 46 + 987 + 1,257 million.
    let added = projection.gap.years[2].cumulative - baseline.gap.years[2].cumulative
    #expect(abs(added - 2_290e6) < 1)
  }

  @Test func headlineFiguresAreThoseOfTheParts() throws {
    let headline = try Sample.projection(programme: Sample.programme()).headline
    #expect(headline.programme.map(\.year.code) == [202425, 202526, 202627, 202728])
    #expect(abs(headline.programmeCash - 2_523e6) < 1)
    #expect(Sample.agree(headline.programme[0].real, headline.programme[0].cash))
    #expect(headline.programmeReal.central < headline.programmeCash.central)
    #expect(headline.gap.count == 3)
    for (stability, year) in zip(headline.stability, baseline.years) {
      #expect(Sample.agree(stability.children, year.stock.total))
      #expect(stability.threeOrMore.central < stability.twoOrMore.central)
    }
    for (neet, year) in zip(headline.neet, baseline.careLeavers) {
      #expect(neet.share == year.neetShare(.nineteenToTwentyOne))
    }
    #expect(baseline.headline.programme.isEmpty)
    #expect(baseline.headline.programmeCash == 0)
  }

  /// The population projection ends in mid-2047, within the year to 31 March 2048.
  @Test func horizonEndsWithThePopulation() throws {
    let model = CohortModel(try Assumptions(inputs: inputs))
    #expect(throws: CareModelError.beyondPopulation(year: 2049, last: 2048)) {
      try model.projection(through: 2049)
    }
    #expect(throws: CareModelError.endsBeforeItOpens(opening: 2024, last: 2024)) {
      try model.projection(through: 2024)
    }
  }

  @Test func somePlacementMustBeOpenToEveryAge() throws {
    let closed = try inputs.parameters.changing(
      "entries.placement-weight", .set(0), from: Sample.years[1].start, at: Place(file: "test"))
    let model = CohortModel(try Assumptions(inputs: inputs, parameters: closed))
    #expect(throws: CareModelError.noPlacementOpen(age: "0", year: Sample.years[1].endingIn)) {
      try model.projection(through: 2027)
    }
  }

  @Test func childrenCannotMoveTooFast() throws {
    let fast = try inputs.parameters.changing(
      "moves.rate", .set(100), from: Sample.years[1].start, at: Place(file: "test"))
    let model = CohortModel(try Assumptions(inputs: inputs, parameters: fast))
    #expect {
      try model.projection(through: 2027)
    } throws: { error in
      guard case .leavesTooFast(_, let year, let rate, let allowed)? = error as? CareModelError
      else { return false }
      return year == Sample.years[1].endingIn && rate > allowed && allowed == 600
    }
  }

  @Test func anUnknownFundingBaseNamesTheNearest() throws {
    #expect {
      try Assumptions(inputs: inputs, fundingBase: "spending-powers")
    } throws: { error in
      (error as? InputError)?.faults.first?.nearest == "spending-power"
    }
  }
}
