import CareModel
import Parameters
import Scenarios
import Tables
import Testing

/// The tables agree with themselves, with each other, and with what is published.
@Suite struct CatalogueLawsTests {
  typealias Sample = CatalogueSample

  /// Sums of at most a thousand numbers, added in another order.
  static let rounding = 1e-12

  struct Law: Sendable, CustomStringConvertible {
    let table: String
    let filter: String
    let indicator: String
    var total = "Total"
    var parts: [String]?
    /// Relative: published parts are rounded to 10 each.
    var within = CatalogueLawsTests.rounding

    var description: String { "\(table), \(indicator) over \(filter)" }
  }

  static let neet = [
    "NEET due to illness or disability", "NEET due to pregnancy or parenting",
    "NEET due to other reasons",
  ]

  static let laws = [
    Law(table: "cs_children_looked_after", filter: "age_group", indicator: "children_count"),
    Law(
      table: "cs_children_looked_after", filter: "placement", indicator: "children_count",
      parts: Sample.placements),
    Law(
      table: "cs_children_looked_after", filter: "placement", indicator: "children_count",
      total: "Supported accommodation and other placements together",
      parts: [
        "Supported accommodation, semi-independent and independent living", "Other placement",
      ]
    ),
    Law(table: "cs_entries", filter: "age_group", indicator: "entries_count"),
    Law(
      table: "cs_entries", filter: "age_group", indicator: "children_count", within: 30 / 33_130),
    Law(
      table: "cs_exits", filter: "exit_reason", indicator: "children_count", within: 30 / 33_780),
    Law(table: "cs_exits", filter: "age_group", indicator: "exits_count"),
    Law(table: "cs_exits", filter: "age_group", indicator: "children_count", within: 30 / 33_780),
    Law(
      table: "cs_placement_weeks", filter: "placement", indicator: "child_weeks_count",
      parts: Sample.placements),
    Law(table: "cs_placement_weeks", filter: "provider", indicator: "child_weeks_count"),
    Law(table: "cs_placement_moves", filter: "placement_stability", indicator: "children_count"),
    Law(table: "cs_placement_moves", filter: "placement_stability", indicator: "children_percent"),
    Law(
      table: "cs_care_leavers_activity", filter: "age", indicator: "care_leavers_count",
      total: "19 to 21 years", parts: ["19 years", "20 years", "21 years"], within: 20 / 1_700),
    Law(
      table: "cs_care_leavers_activity", filter: "activity", indicator: "care_leavers_count",
      total: "NEET total", parts: neet, within: 20 / 4_270),
    Law(
      table: "cs_care_leavers_activity", filter: "activity", indicator: "care_leavers_count",
      parts: ["Education, employment or training total", "NEET total", "Not known"],
      within: 20 / 14_270),
    Law(
      table: "cs_care_leavers_accommodation", filter: "accommodation",
      indicator: "care_leavers_count", within: 50 / 11_570),
    Law(
      table: "cs_care_leavers_accommodation", filter: "age", indicator: "care_leavers_count",
      total: "19 to 21 years", parts: ["19 years", "20 years", "21 years"]),
    // £1 in sums of net spending of thousands of millions is 1e-10.
    Law(
      table: "cs_gap_split", filter: "gap_component", indicator: "gap_difference_sum", within: 1e-4),
    Law(
      table: "cs_gap_split", filter: "gap_component", indicator: "gap_difference_cumulative_sum",
      within: 1e-4),
    Law(table: "cs_programme", filter: "strand", indicator: "expenditure_sum"),
  ]

  @Test(arguments: laws) func partsAddToTheTotal(_ law: Law) throws {
    let (difference, compared) = try TableReader(law.table).largestDifference(
      of: law.filter, law.indicator, total: law.total, parts: law.parts)
    #expect(compared > 0)
    #expect(difference <= law.within)
  }

  @Test func theOutturnIsThePublishedOne() throws {
    let outturn = ["estimate_type": "Outturn"]
    let children = try TableReader("cs_children_looked_after")
    let all = children.row(
      2024, outturn.merging(["placement": "Total", "age_group": "Total"]) { $1 })
    #expect(abs(children.number(all, "children_count")! - 83_530) < 0.05)
    let entries = try TableReader("cs_entries")
    #expect(
      entries.number(
        entries.row(2024, outturn.merging(["age_group": "10 to 15 years"]) { $1 }),
        "children_count") == 8_730)
    let exits = try TableReader("cs_exits")
    let total = exits.row(
      2024, outturn.merging(["age_group": "Total", "exit_reason": "Total"]) { $1 })
    #expect(exits.number(total, "children_count") == 33_780)
    #expect(exits.number(total, "exits_count") == 31_640)
    // 5,780 and 1,100 returned home, 1,980 went to live with relatives.
    let home = exits.row(
      2024,
      outturn.merging([
        "age_group": "Total", "exit_reason": "Returned home or to live with relatives",
      ]) { $1 })
    #expect(exits.number(home, "exits_count") == 8_860)
    let moves = try TableReader("cs_placement_moves")
    let three = moves.row(
      2024, outturn.merging(["placement_stability": "3 or more placements"]) { $1 })
    #expect(moves.number(three, "children_count") == 8_690)
    #expect(moves.value(three, "moves_count") == .marker(.notApplicable))
    let leavers = try TableReader("cs_care_leavers_activity")
    let neet = leavers.row(
      2024, outturn.merging(["age": "19 to 21 years", "activity": "NEET total"]) { $1 })
    #expect(leavers.number(neet, "care_leavers_count") == 14_300)
    #expect(abs(leavers.number(neet, "care_leavers_percent")! - 39.35) < 0.005)
    let homes = try TableReader("cs_care_leavers_accommodation")
    let foyer = homes.row(
      2024, outturn.merging(["age": "17 to 18 years", "accommodation": "Foyers"]) { $1 })
    #expect(homes.value(foyer, "care_leavers_count") == .marker(.confidential))
  }

  /// Published in the series: 14,825,550,000 gross and 13,604,408,000 net, to GBP 10,000.
  @Test func spendingOfTheOutturnIsThePublishedOne() throws {
    let spending = try TableReader("cs_spending")
    func total(_ basis: String) -> OutputTable.Row {
      spending.row(
        202324,
        [
          "estimate_type": "Outturn", "spending_category": "Total", "price_basis": basis,
        ])
    }
    #expect(abs(spending.number(total("Cash"), "expenditure_sum")! - 13_604_408_000) < 1e4)
    #expect(abs(spending.number(total("Cash"), "expenditure_gross_sum")! - 14_825_550_000) < 1e4)
    let cash = spending.number(total("Cash"), "expenditure_sum")!
    #expect(spending.number(total("Real"), "expenditure_sum")! > cash)
  }

  /// Lines and the programme add to the total, and a group's total to its lines; net is gross less
  /// income.
  @Test func spendingAddsUp() throws {
    let reader = try TableReader("cs_spending")
    let results = try Sample.full.get()
    let lines = results.scenarios[0].projection.spending.lines
    for indicator in ["expenditure_sum", "expenditure_gross_sum", "income_sum"] {
      let (difference, compared) = reader.largestDifference(
        of: "spending_category", indicator, parts: lines.map(\.label) + ["Reform programme"])
      #expect(difference <= Self.rounding && compared == 3 * 3 * 2)
      let group = lines.filter { $0.group == "children-looked-after" }.map(\.label)
      let (ofGroup, groups) = reader.largestDifference(
        of: "spending_category", indicator, total: "Children looked after total", parts: group)
      #expect(ofGroup <= Self.rounding && groups == 3 * 4 * 2)
    }
    for row in reader.table.rows {
      guard let net = reader.number(row, "expenditure_sum") else { continue }
      let gross = reader.number(row, "expenditure_gross_sum")!
      #expect(abs(gross - reader.number(row, "income_sum")! - net) <= 1e-12 * gross)
    }
  }

  /// The total of spending is the gap's spending; in the price year real and cash agree.
  @Test func spendingAndGapAgree() throws {
    let spending = try TableReader("cs_spending")
    let gap = try TableReader("cs_funding_gap")
    for scenario in try Sample.full.get().scenarios {
      for basis in ["Cash", "Real"] {
        var cumulative = 0.0
        for year in try Sample.full.get().financialYears {
          let items = ["scenario": scenario.title, "price_basis": basis]
          let row = gap.row(year.code, items)
          let net = spending.number(
            spending.row(
              year.code, items.merging(["spending_category": "Total"]) { $1 }), "expenditure_sum")!
          #expect(abs(gap.number(row, "expenditure_sum")! / net - 1) < 1e-12)
          let funding = gap.number(row, "funding_sum")!
          #expect(abs(net - funding - gap.number(row, "gap_sum")!) < 1)
          cumulative += gap.number(row, "gap_sum")!
          #expect(abs(gap.number(row, "gap_cumulative_sum")! - cumulative) < 1)
        }
      }
      let first = ["scenario": scenario.title]
      #expect(
        gap.number(gap.row(202425, first.merging(["price_basis": "Cash"]) { $1 }), "gap_sum")
          == gap.number(gap.row(202425, first.merging(["price_basis": "Real"]) { $1 }), "gap_sum"))
    }
  }

  /// The total of the split is the scenario's gap less the baseline's.
  @Test func theSplitIsTheDifferenceOfTheGaps() throws {
    let gap = try TableReader("cs_funding_gap")
    let split = try TableReader("cs_gap_split")
    let scenarios = try Sample.full.get().scenarios
    #expect(split.table.filters[0].items == scenarios.dropFirst().map(\.title))
    for scenario in scenarios.dropFirst() {
      for year in try Sample.full.get().financialYears {
        let items = ["scenario": scenario.title, "price_basis": "Real"]
        let theirs = gap.number(gap.row(year.code, items), "gap_sum")!
        let ours = gap.number(gap.row(year.code, ["price_basis": "Real"]), "gap_sum")!
        let total = split.row(year.code, items.merging(["gap_component": "Total"]) { $1 })
        #expect(abs(split.number(total, "gap_difference_sum")! - (theirs - ours)) < 1)
      }
    }
  }

  /// The published profile: 46, 987, 1,257 and 233 million from 2024-25 on, in cash; two years later
  /// under the delay.
  @Test func theProgrammeIsThePublishedProfile() throws {
    let programme = try TableReader("cs_programme")
    let total = ["strand": "Total", "price_basis": "Cash"]
    for (scenario, first) in [
      ("The Review in full", 2024), ("The Review delayed by two years", 2026),
    ] {
      for (index, millions) in [46.0, 987, 1_257, 233].enumerated() {
        let year = FinancialYear(startingIn: first + index).code
        let row = programme.row(year, total.merging(["scenario": scenario]) { $1 })
        #expect(abs(programme.number(row, "expenditure_sum")! - millions * 1e6) < 1)
      }
    }
    #expect(programme.number(programme.row(202425, total), "expenditure_sum") == 0)
  }

  /// On the published definition starts are (entries + 2,140) / (1 + r), with r the fitted repeat;
  /// ceasings are exits + 2,140.
  @Test func countsAsPublishedFollowFromEvents() throws {
    let results = try Sample.full.get()
    let parameters = results.scenarios[0].assumptions.parameters
    let day = results.financialYears[0].start
    let entryRepeat = try parameters.value(of: "entries.repeat", on: day)
    let transfers = try parameters.value(of: "transfers.count", on: day)
    let entries = try TableReader("cs_entries")
    let row = entries.row(2025, ["age_group": "Total"])
    let events = entries.number(row, "entries_count")!
    let starts = (events + transfers) / (1 + entryRepeat)
    #expect(abs(entries.number(row, "children_count")! / starts - 1) < 1e-12)
    let exits = try TableReader("cs_exits")
    let left = exits.row(2025, ["age_group": "Total", "exit_reason": "Total"])
    let ceased = exits.number(left, "exits_count")! + transfers
    #expect(abs(exits.number(left, "children_count")! / ceased - 1) < 1e-12)
    let before = 83_530 + events - exits.number(left, "exits_count")!
    let children = try TableReader("cs_children_looked_after")
    let stock = children.row(2025, ["placement": "Total", "age_group": "Total"])
    #expect(abs(children.number(stock, "children_count")! - before) < 0.1)
  }
}
