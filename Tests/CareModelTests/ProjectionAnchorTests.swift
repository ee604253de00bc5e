import CareModel
import TestSupport
import Statistics
import Parameters
import Testing

/// The last year of outturn as the projection sees it, against what is published.
@Suite struct ProjectionAnchorTests {
  typealias Sample = ProjectionSample
  let baseline: Projection
  let inputs: CareModelInputs
  let base = SpendingAssumptions.baseYear

  init() throws {
    baseline = try Sample.baseline.get()
    inputs = try Sample.inputs.get()
  }

  /// Published stocks (November 2025 release) of 31 March 2024 and 2023: foster care 55,960 and
  /// 56,610; secure and children's homes 8,710 and 8,020; supported accommodation and other
  /// together 10,100 and 9,800; with parents 5,390 and 5,830.
  @Test func stocksOfBothEndsAreThePublishedOnes() {
    let stock = zip(
      baseline.placements,
      (baseline.opening[.otherChildren]!
        + baseline.opening[.asylumSeeking]!).byPlacement)
    let published: [(ids: [String], opening: Double, before: Double)] = [
      (["own-foster", "agency-foster", "relative-foster"], 55_960, 56_610),
      (["childrens-home-own", "childrens-home-private", "secure"], 8_710, 8_020),
      (["supported-accommodation", "other"], 10_100, 9_800),
      (["with-parents"], 5_390, 5_830),
    ]
    for (ids, opening, before) in published {
      let members = stock.filter { ids.contains($0.0.id) }
      let now = members.reduce(0) { $0 + $1.1 }
      let then = members.reduce(0) { $0 + $1.1 * inputs.yearBefore[$1.0.id]! }
      #expect(abs(now / opening - 1) < 0.01, "\(ids) on 31 March 2024: \(now), not \(opening)")
      #expect(abs(then / before - 1) < 0.01, "\(ids) on 31 March 2023: \(then), not \(before)")
    }
  }

  /// Gross spending of 2023-24 over weeks, in the local authority interactive tool: 6,775 for
  /// residential care, from care days; 720 for fostering, from the stock of 31 March.
  @Test func unitCostsAgreeWithTheInteractiveTool() {
    let prices = baseline.prices[base]!
    let home = prices.weekly["residential-care"]!["childrens-home-private"]!
    #expect(abs(home / 6_775 - 1) < 0.03, "residential care: \(home)")
    let foster = ["own-foster", "agency-foster", "relative-foster"]
    let weeks = baseline.workloads[Sample.years[0]]!.childWeeks
    let spent = foster.reduce(0) { $0 + weeks[$1]! * prices.weekly["fostering-services"]![$1]! }
    let fostering = spent / foster.reduce(0) { $0 + weeks[$1]! }
    #expect(abs(fostering / 720 - 1) < 0.03, "fostering: \(fostering)")
  }

  /// The parameters were priced on the release before: they need no more than a few per cent.
  @Test func anchorsAreCloseToOne() throws {
    let parameters = DrawnParameters(inputs.parameters)
    let raw = try SpendingAssumptions(
      from: parameters, lines: inputs.lines,
      deflator: Deflator(inputs.deflator, parameters), years: [base]
    ).prices[base]!
    let anchored = baseline.prices[base]!
    for line in inputs.lines {
      let pairs =
        switch line.driver {
        case .childWeeks(let ids):
          ids.map { (raw.weekly[line.id]![$0]!, anchored.weekly[line.id]![$0]!) }
        case .quantity: [(raw.yearly[line.id]!, anchored.yearly[line.id]!)]
        }
      for (cost, factored) in pairs where cost > 0 {
        #expect(abs(factored / cost - 1) < 0.04, "\(line.id): \(factored) from \(cost)")
      }
    }
  }

  /// Published: GBP 13,604,408,000 net, 8,139,343,000 gross on children looked after.
  @Test func outturnIsThePublishedOne() {
    #expect(abs(baseline.outturn.cash().net - 13_604_408_000) < 5_000)
    let lookedAfter = baseline.outturn.cash(group: "children-looked-after").gross
    #expect(abs(lookedAfter - 8_139_343_000) < 5_000)
    #expect(baseline.outturn.year == base)
    #expect(baseline.outturn.amounts.count == 23)
  }

  /// Twice the cost of homes in 2023-24 too is anchored away; from 2024-25 on it acts in full.
  @Test func aCostChangedInTheYearOfOutturnIsAnchoredToIt() throws {
    func residential(from day: Day) throws -> Uncertain {
      let changed = try inputs.parameters.scaling(
        "unit-cost.residential-care", by: 2, from: day, at: Sample.place)
      return try Sample.projection(changed).spending
        .cash(line: "residential-care", in: Sample.years[0]).gross
    }
    let usual = baseline.spending.cash(line: "residential-care", in: Sample.years[0]).gross
    #expect(Sample.agree(try residential(from: base.start), usual))
    #expect(Sample.agree(try residential(from: Sample.next), 2 * usual))
  }

  @Test func careLeaverParametersAreReadIntoTheirFields() throws {
    let assumed = try CareLeaverAssumptions(from: DrawnParameters(inputs.parameters), in: 2025)
    #expect(assumed.eligibleBeforeEighteen == 0.306)
    #expect(assumed.eligibleAtSeventeen == 0.213)
    #expect(assumed.retention == [.nineteen: 1.0039, .twenty: 0.9981, .twentyOne: 0.9995])
    #expect(assumed.activity[.twenty]![.neetOther] == 0.2679)
    #expect(assumed.stayingPut[.seventeenToEighteen] == 0.622)
    #expect(assumed.stayingPut[.twentyOne] == 0.169)
    #expect(assumed.otherWithFormerCarers[.seventeenToEighteen] == 0.0083)
    #expect(assumed.accommodation[.nineteen]![.independentLiving] == 0.2809)
    #expect(assumed.neetOdds[.nineteenToTwentyOne] == 1)
    let opening = baseline.careLeaverOpening
    #expect(opening.aged17 == 500)
    #expect(opening.stayingPutBase[.seventeenToEighteen] == 3_650)
    #expect(abs(opening.total(.seventeenToEighteen) - 14_290) < 0.5)
    #expect(abs(opening.total(.nineteenToTwentyOne) - 36_350) < 0.5)
  }
}
