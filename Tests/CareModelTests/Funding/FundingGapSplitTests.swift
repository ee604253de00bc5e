import CareModel
import Statistics
import TestSupport
import Testing

@Suite struct FundingGapSplitTests {
  let lines = [
    SpendingLine(
      id: "homes", label: "Homes", number: "1", group: "g",
      driver: .childWeeks(placements: ["a", "b"])),
    SpendingLine(
      id: "other", label: "Other", number: "2", group: "g", driver: .quantity("population")),
  ]

  func state(
    a: Uncertain, b: Uncertain, costA: Uncertain, costB: Uncertain, population: Uncertain = 0,
    funding: Uncertain
  ) -> GapState {
    GapState(
      workload: Workload(childWeeks: ["a": a, "b": b], quantities: ["population": population]),
      prices: SpendingPrices(
        weekly: ["homes": ["a": costA, "b": costB]], yearly: ["other": 3],
        incomeShares: ["homes": 0, "other": 0]),
      funding: funding)
  }

  @Test func partsAddToTheDifference() {
    for seed in 1...20 {
      let x = Uncertain(seed)
      let first = state(
        a: 10 + x, b: 30, costA: 5, costB: 2 * x, population: 7 * x, funding: 90 * x)
      let second = state(
        a: 22, b: 14 + 3 * x, costA: 6 + x, costB: 11, population: 50, funding: 400)
      let split = GapSplit(from: first, to: second, over: lines)
      let difference = second.gap(over: lines) - first.gap(over: lines)
      let sum = GapComponent.allCases.reduce(0) { $0 + split[$1] }
      #expect(abs(split.difference - difference) <= 1e-11 * 5000, "seed \(seed)")
      #expect(abs(sum - difference) <= 1e-11 * 5000, "seed \(seed)")
      let back = GapSplit(from: second, to: first, over: lines)
      for component in GapComponent.allCases {
        #expect(abs(back[component] + split[component]) <= 1e-11 * 5000, "seed \(seed)")
      }
    }
  }

  @Test func volumeTimesPriceIsSharedInHalves() {
    // 10 × 4 → 16 × 6: 96 − 40 = 56. Volume 6 × (4 + 6)/2 = 30, price 2 × (10 + 16)/2 = 26.
    let split = GapSplit(
      from: state(a: 10, b: 0, costA: 4, costB: 0, funding: 40),
      to: state(a: 16, b: 0, costA: 6, costB: 0, funding: 40), over: lines)
    #expect(split.parts == [.volume: 30, .mix: 0, .price: 26, .funding: 0])
  }

  @Test func mixAloneIsItsOwnChange() {
    // 40 weeks at 10 and 20: half and half 600, one quarter and three quarters 700.
    let split = GapSplit(
      from: state(a: 20, b: 20, costA: 10, costB: 20, funding: 500),
      to: state(a: 10, b: 30, costA: 10, costB: 20, funding: 450), over: lines)
    #expect(split.parts == [.volume: 0, .mix: 100, .price: 0, .funding: 50])
  }

  @Test func threeFactorsFollowTheClosedForm() {
    // v·m·p from 1 to 2, 3, 5: part of v is (2 − 1)(2·1·1 + 2·3·5 + 1·5 + 3·1)/6 = 40/6, and so on.
    let split = GapSplit { replaced in
      (replaced.contains(.volume) ? 2.0 : 1) * (replaced.contains(.mix) ? 3 : 1)
        * (replaced.contains(.price) ? 5 : 1) - (replaced.contains(.funding) ? 4 : 1)
    }
    #expect(abs(split[.volume] - 40.0 / 6) < 1e-14)
    #expect(abs(split[.mix] - 2 * (2 * 1 + 2 * 10 + 2 + 5) / 6) < 1e-14)
    #expect(abs(split[.price] - 4 * (2 * 1 + 2 * 6 + 2 + 3) / 6) < 1e-14)
    #expect(split[.funding] == -3)
    #expect(split.difference == 26)
  }

  @Test func weightsAgreeWithAllTwentyFourOrders() {
    func value(_ set: Set<GapComponent>) -> Double {
      var x = 1.0
      for (index, component) in GapComponent.allCases.enumerated() where set.contains(component) {
        x = x * Double(index + 2) + 1
      }
      return x
    }
    var sums: [GapComponent: Double] = [:]
    func walk(_ placed: Set<GapComponent>) {
      for component in GapComponent.allCases where !placed.contains(component) {
        let after = placed.union([component])
        // Each step is met in (number of ways to finish) orders.
        let finishes = [6.0, 2, 1, 1][placed.count]
        sums[component, default: 0] += finishes * (value(after) - value(placed))
        walk(after)
      }
    }
    walk([])
    let split = GapSplit { Uncertain(value($0)) }
    for component in GapComponent.allCases {
      #expect(abs(split[component].central - sums[component]! / 24) < 1e-12)
    }
  }
}
