import CareModel
import TestSupport
import Statistics
import Datasets
import Foundation
import Parameters
import Testing

/// The data that ship: every file loads, and 2023-24 comes out as published.
@Suite struct SpendingDataTests {
  let data: DataFolder
  let parameters: DrawnParameters
  let lines: [SpendingLine]
  let deflator: Deflator
  let base = SpendingAssumptions.baseYear

  init() throws {
    data = try DataFolder(Datasets.folder)
    parameters = DrawnParameters(data.parameters)
    lines = try SpendingLine.read(
      Datasets.folder.appendingPathComponent("spending-lines.yaml"), as: "spending-lines.yaml")
    deflator = try Deflator(from: data, parameters)
  }

  /// Average of the stocks of 31 March 2023 and 2024 (November 2024 release) times 52.18 weeks.
  /// Own and agency foster care by provider; own and relative carers, and homes, split in any way
  /// that keeps their sum, since they have one unit cost each.
  var load: Workload {
    let children: [String: Uncertain] = [
      "own-foster": 34_170 - 13_290, "agency-foster": 22_350, "relative-foster": 13_290,
      "placed-for-adoption": 2_065, "with-parents": 5_560, "childrens-home-own": 985,
      "childrens-home-private": 7_220, "secure": 110, "supported-accommodation": 7_450,
      "residential-school": 90, "other-residential": 1_230, "other": 2_470,
    ]
    return Workload(
      childWeeks: children.mapValues { $0 * 52.18 },
      quantities: [
        "population-0-17": 12_059_476, "care-leavers-19-21": 35_270,
        "asylum-seeking-children": 7_395, "special-guardianship-children": 32_000,
      ])
  }

  func spending(through ahead: Int) throws -> Spending {
    let years = (0...ahead).map { base.advanced(by: $0) }
    let assumptions = try SpendingAssumptions(
      from: parameters, lines: lines, deflator: deflator, years: years)
    return Spending(
      on: Dictionary(uniqueKeysWithValues: years.map { ($0, load) }), at: assumptions)
  }

  @Test func baseYearReproducesPublishedLinesAndTotals() throws {
    let spending = try spending(through: 0)
    let outturn = try data.series("section-251-outturn")
    for (line, published) in [
      ("residential-care", "residential-care"), ("fostering-services", "total-fostering-services"),
      ("other-looked-after-services", "other-looked-after-services"),
      ("leaving-care", "leaving-care"), ("social-work", "social-work"),
    ] {
      for (measure, value) in [
        ("gross", spending.cash(line: line, in: base).gross),
        ("net", spending.cash(line: line, in: base).net),
      ] {
        let target = try outturn.required(year: base.code, [published, measure])
        #expect(abs(value / target - 1) < 0.002, "\(line), \(measure): \(value), not \(target)")
      }
    }
    let total = try outturn.required(year: base.code, ["total-children-and-young-people", "net"])
    #expect(abs(spending.cash(in: base).net / total - 1) < 0.001)
    let lookedAfter = try outturn.required(
      year: base.code, ["total-looked-after-children", "gross"])
    let group = spending.cash(group: "children-looked-after", in: base).gross
    #expect(abs(group / lookedAfter - 1) < 0.001)
  }

  /// The tool divides by care days (residential) and by the 31 March stock (fostering).
  @Test func unitCostsAgreeWithTheInteractiveTool() throws {
    let tool = try data.series("unit-cost-weekly-lait")
    let outturn = try data.series("section-251-outturn")
    let weeks = load.childWeeks
    let foster = ["own-foster", "agency-foster", "relative-foster"].reduce(0) { $0 + weeks[$1]! }
    let homes = ["childrens-home-own", "childrens-home-private", "secure", "residential-school"]
    // And 510 children in residential care homes, out of the other residential settings.
    let residential = homes.reduce(Uncertain(510 * 52.18)) { $0 + weeks[$1]! }
    for (line, service, childWeeks) in [
      ("residential-care", "residential-care", residential),
      ("total-fostering-services", "fostering", foster),
    ] {
      let ours = try outturn.required(year: base.code, [line, "gross"]) / childWeeks.central
      let theirs = try tool.required(year: base.code, [service])
      #expect(abs(ours / theirs - 1) < 0.03, "\(service): \(ours), not \(theirs)")
    }
  }

  @Test func everyLineIsInTheOutturnAndHasAPrice() throws {
    #expect(lines.count == 23)
    #expect(Set(lines.map(\.group)).count == 7)
    let spending = try spending(through: 10)
    for line in lines {
      #expect(spending.cash(line: line.id, in: base).net > 0, "\(line.id)")
    }
  }

  @Test func fundingOfTheBaseYearIsItsNetSpendingLessTheDeficit() throws {
    let last = base.advanced(by: 10)
    let funding = try FundingAssumptions(from: parameters, deflator: deflator, through: last)
    for each in FundingBase.all {
      #expect(funding.funding(in: base, on: each) == Uncertain(13_604_408_000 - 350_000_000))
    }
    // 13,254.408 × 1.075
    let next = funding.funding(in: base.advanced(by: 1), on: .spendingPower)
    #expect(abs(next - 14_248_488_600) < 1)
  }

  @Test func programmeAddsToTheReviewsProfile() throws {
    let start = FinancialYear(startingIn: 2022)
    let programme = try Programme(from: data.parameters, start: start)
    let profile = try data.series("review-programme-profile")
    for year in programme.years {
      let total = programme.cash(in: year, deflator: deflator)
      #expect(abs(total.central - (try profile.required(year: year.code))) < 1)
    }
    #expect(programme.strands.count == 13)
  }
}
