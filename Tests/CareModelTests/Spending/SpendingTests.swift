import CareModel
import TestSupport
import Statistics
import Parameters
import Testing

/// Two lines worked out by hand: homes at 100 and 200 GBP a week, and a line that follows
/// population at 2 GBP a head.
enum SpendingExample {
  static let homes = SpendingLine(
    id: "residential-care", label: "Residential care", number: "3.1.1",
    group: "children-looked-after", driver: .childWeeks(placements: ["own", "private"]))
  static let social = SpendingLine(
    id: "social-work", label: "Social work", number: "3.3.1", group: "safeguarding",
    driver: .quantity("population-0-17"))
  static let lines = [homes, social]
  static let prices = SpendingPrices(
    weekly: ["residential-care": ["own": 100, "private": 200]], yearly: ["social-work": 2],
    incomeShares: ["residential-care": 0.25, "social-work": 0])
  static let load = Workload(
    childWeeks: ["own": 30, "private": 10, "with-parents": 60],
    quantities: ["population-0-17": 500])
  static let y2023 = FinancialYear(startingIn: 2023)
  static let y2024 = FinancialYear(startingIn: 2024)
  static let flat = Deflator(first: y2023, levels: [80, 100], growthAfter: 0)

  static func index(drift: Uncertain = 0) -> PriceIndex {
    PriceIndex(base: y2023, drift: drift, damping: 0.5, deflator: flat)
  }

  static func assumptions() throws -> SpendingAssumptions {
    try SpendingAssumptions(
      lines: lines, basePrices: [y2023: prices, y2024: prices],
      indices: ["residential-care": index(), "social-work": index()], deflator: flat)
  }
}

@Suite struct SpendingTests {
  typealias Example = SpendingExample

  @Test func lineIsDriverTimesUnitCost() {
    // 30 × 100 + 10 × 200 = 5000, a quarter of it income; children with parents cost nothing.
    let amount = Example.prices.amount(of: Example.homes, for: Example.load)
    #expect(amount == SpendingAmount(gross: 5000, income: 1250))
    #expect(amount.net == 3750)
    #expect(Example.prices.amount(of: Example.social, for: Example.load).net == 1000)
  }

  @Test func groupsAddToTheTotalInCashAndRealPrices() throws {
    let spending = Spending(
      on: [Example.y2023: Example.load, Example.y2024: Example.load],
      at: try Example.assumptions())
    // 2023-24: 5000 + 1000. In 2024-25 prices rise by 100/80; in real terms nothing changes.
    #expect(spending.cash(in: Example.y2023) == SpendingAmount(gross: 6000, income: 1250))
    #expect(spending.cash(in: Example.y2024) == SpendingAmount(gross: 7500, income: 1562.5))
    #expect(spending.real(in: Example.y2023) == SpendingAmount(gross: 7500, income: 1562.5))
    #expect(spending.real(in: Example.y2024) == spending.cash(in: Example.y2024))
    #expect(spending.cash(group: "safeguarding", in: Example.y2023).gross == 1000)
    #expect(spending.cash(line: "residential-care", in: Example.y2023).net == 3750)
    #expect(spending.years == [Example.y2023, Example.y2024])
  }

  @Test func additionsAreGrossAndBringNoIncome() throws {
    let spending = Spending(
      on: [Example.y2023: Example.load], at: try Example.assumptions(),
      adding: [Example.y2023: ["social-work": 40]])
    #expect(
      spending.cash(line: "social-work", in: Example.y2023)
        == SpendingAmount(gross: 1040, income: 0))
  }

  @Test func spendingIsLinearInTheWorkload() {
    let double = Workload(
      childWeeks: Example.load.childWeeks.mapValues { $0 * 2 },
      quantities: ["population-0-17": 1000])
    for line in Example.lines {
      #expect(
        Example.prices.amount(of: line, for: double)
          == Example.prices.amount(of: line, for: Example.load).scaled(by: 2))
    }
  }

  @Test func everyFaultOfAYearIsReported() {
    let broken = SpendingPrices(
      weekly: ["residential-care": ["own": -1]], yearly: [:],
      incomeShares: ["residential-care": 2, "social-work": 0])
    let expected: [SpendingFault] = [
      .priceIndex(line: "social-work"),
      .unitCost(line: "residential-care", placement: "own", value: -1),
      .unitCost(line: "residential-care", placement: "private", value: nil),
      .incomeShare(line: "residential-care", value: 2),
      .unitCost(line: "social-work", placement: nil, value: nil),
    ]
    #expect {
      try SpendingAssumptions(
        lines: Example.lines, basePrices: [Example.y2023: broken],
        indices: ["residential-care": Example.index()], deflator: Example.flat)
    } throws: { error in
      (error as? SpendingFaults)?.faults == expected
    }
    #expect(
      expected[1].description
        == "unit cost of residential-care, own is -1.0: give pounds, 0 or more")
  }

  @Test func aLineGivenTwiceIsReported() {
    #expect {
      try SpendingAssumptions(
        lines: Example.lines + [Example.lines[0]], basePrices: [Example.y2023: Example.prices],
        indices: [
          "residential-care": Example.index(), "social-work": Example.index(),
        ], deflator: Example.flat)
    } throws: { error in
      (error as? SpendingFaults)?.faults == [.repeatedLine("residential-care")]
    }
  }

  @Test func anchorsReproducePublishedSpending() throws {
    let assumptions = try Example.assumptions()
    let factors = assumptions.anchors(
      to: ["residential-care": 5500, "social-work": 1000], with: Example.load, in: Example.y2023)
    #expect(factors == ["residential-care": 1.1, "social-work": 1])
    let anchored = assumptions.anchored(by: factors)
    let spending = Spending(on: [Example.y2024: Example.load], at: anchored)
    // 5500 × 100/80
    #expect(abs(spending.cash(line: "residential-care", in: Example.y2024).gross - 6875) < 1e-9)
  }
}

@Suite struct WorkloadTests {
  @Test func mixKeepsTheTotalAndTakesTheOtherShares() {
    let first = Workload(childWeeks: ["a": 30, "b": 10], quantities: ["p": 5])
    let second = Workload(childWeeks: ["a": 1, "b": 1], quantities: ["p": 7])
    let mixed = first.mixed(as: second)
    #expect(mixed.childWeeks == ["a": 20, "b": 20])
    #expect(mixed.quantities == ["p": 5, "constant": 1])
    #expect(first.mixed(as: first) == first)
    #expect(first.mixed(as: Workload(childWeeks: [:], quantities: [:])) == first)
  }
}

@Suite struct SpecialGuardianshipStockTests {
  @Test func stockLosesAShareAndGainsTheOrders() {
    // 1000 × 0.9 + 100 = 1000; 1000 × 0.9 + 50 = 950
    #expect(
      specialGuardianshipStock(opening: 1000, leavingRate: 0.1, orders: [100, 50]) == [1000, 950])
    #expect(specialGuardianshipStock(opening: 1000, leavingRate: 0.1, orders: []).isEmpty)
  }
}
