import CareModel
import Foundation
import Parameters
import Scenarios
import Testing

/// What lies round levers: delay, delivery in part, slippage.
@Suite struct WrapperTests {
  private let folder: ScenarioFolder

  init() throws { folder = try fixture() }

  /// `reform` of the fixture with something round it.
  private func reform(_ wrappers: String) throws -> ScenarioAssumptions {
    let folder = try fixture([
      "scenarios/s.yaml": scenarioText("s", base: "extends: reform", wrappers)
    ])
    return try folder.scenario("s").assumptions(from: folder)
  }

  private func plain() throws -> ScenarioAssumptions {
    try folder.scenario("reform").assumptions(from: folder)
  }

  private func rate(_ resolved: ScenarioAssumptions, _ year: Int) throws -> Double {
    try resolved.parameters.value(of: "entries.rate", on: april(year), ["0"])
  }

  @Test func deliveryIsLinear() throws {
    let whole = try plain()
    for share in [0.25, 0.5, 1] {
      let part = try reform(
        "delivery: {share: \(share), reason: Invented.}"
          + (share == 1 ? "\ndelay: {years: 1, levers: [kin], reason: Invented.}" : ""))
      for (strand, full) in zip(part.programme.strands, whole.programme.strands) {
        #expect(abs(strand.total - share * full.total) < 1e-6)
      }
      for year in 2024...2030 {
        let base = try folder.parameters.value(of: "entries.rate", on: april(year), ["0"])
        let expected = base + share * (try rate(whole, year) - base)
        #expect(abs(try rate(part, year) - expected) < 1e-15)
      }
    }
  }

  /// A claim changes the effect in proportion, and no spending; claims multiply.
  @Test func claimsAreLinearInTheEffect() throws {
    let whole = try plain()
    for times in [0.5, 1.5, 2] {
      let claimed = try reform(
        """
        claim:
          - {times: \(times * 2), levers: [help], reason: Invented.}
          - {times: 0.5, levers: [help], reason: Invented.}
        """)
      #expect(claimed.programme == whole.programme)
      for year in 2024...2030 {
        let base = try folder.parameters.value(of: "entries.rate", on: april(year), ["0"])
        let expected = base + times * (try rate(whole, year) - base)
        #expect(abs(try rate(claimed, year) - expected) < 1e-15)
      }
      let said = claimed.warnings.filter { $0.lever == nil }.map(\.sentence)
      #expect(said.contains { $0.contains("(help)") && $0.contains("a claim") })
    }
  }

  @Test func aClaimBeyondAllThereIsSaysSo() throws {
    // 1 + 4 (0.68 - 1) is below 0, 1 + 4 (0.808 - 1) is not.
    let sentences = try shipped.scenario("review-in-full").claiming(4)
      .assumptions(from: shipped).warnings.map(\.sentence)
    #expect(sentences.contains { $0.contains("(family-help)") && $0.contains("more than all") })
    #expect(
      sentences.contains {
        $0.contains("(family-group-decision-making)") && !$0.contains("more than all")
      })
  }

  @Test func deliveriesMultiply() throws {
    let twice = try reform(
      """
      delivery:
        - {share: 0.5, reason: Invented.}
        - {share: 0.5, levers: [help], reason: Invented.}
      """)
    #expect(twice.programme.strands.map(\.total) == [22.5e6, 7.5e6])
  }

  /// Worked out by hand: 30 and 60 million, a quarter of each two years later.
  @Test func aPartOfEachYearSlips() throws {
    let late = try reform("slippage: {share: 0.25, years: 2, levers: [help], reason: Invented.}")
    #expect(late.programme.strands[0].amounts == [22.5e6, 45e6, 7.5e6, 15e6])
    #expect(late.programme.strands[1] == (try plain()).programme.strands[1])
    // Phased in by 0.1875, 0.75, 0.8125 and 1 of 1 − 0.5 · 0.4.
    let phased = [2025: 0.1875, 2026: 0.75, 2027: 0.8125, 2028: 1, 2035: 1]
    for (year, share) in phased {
      let base = try folder.parameters.value(of: "entries.rate", on: april(year), ["0"])
      #expect(abs(try rate(late, year) - base * (1 - 0.2 * share)) < 1e-15, "\(year)")
    }
  }

  @Test(arguments: [(0.1, 1), (0.3, 2), (0.9, 5)])
  func slippageKeepsTheTotal(_ share: Double, _ years: Int) throws {
    let late = try reform("slippage: {share: \(share), years: \(years), reason: Invented.}")
    for (strand, whole) in zip(late.programme.strands, try plain().programme.strands) {
      #expect(abs(strand.total - whole.total) < 1e-6)
    }
    #expect(abs(try rate(late, 2040) - rate(plain(), 2040)) < 1e-15)
    #expect(try rate(late, 2025) > rate(plain(), 2025))
  }

  @Test func allOfItSlippingIsADelay() throws {
    let late = try reform("slippage: {share: 1, years: 2, reason: Invented.}")
    let delayed = try folder.scenario("later").assumptions(from: folder)
    #expect(numbers(late.parameters) == numbers(delayed.parameters))
    for year in 2024...2032 {
      let year = FinancialYear(startingIn: year)
      for strand in ["help", "kin"] {
        let cash = [late, delayed].map { resolved in
          let strands = resolved.programme.strands.filter { $0.id == strand }
          let index = resolved.programme.start.distance(to: year)
          return strands.reduce(0) {
            $0 + ($1.amounts.indices.contains(index) ? $1.amounts[index] : 0)
          }
        }
        #expect(cash[0] == cash[1])
      }
    }
  }

  @Test func theOrderOfWrappersIsImmaterial() throws {
    let one = try reform(
      """
      slippage:
        - {share: 0.25, years: 2, reason: Invented.}
        - {share: 0.5, years: 1, reason: Invented.}
      delay: {years: 1, reason: Invented.}
      """)
    let other = try reform(
      """
      delay: {years: 1, reason: Invented.}
      slippage:
        - {share: 0.5, years: 1, reason: Invented.}
        - {share: 0.25, years: 2, reason: Invented.}
      """)
    #expect(one.programme == other.programme)
    #expect(numbers(one.parameters) == numbers(other.parameters))
  }

  @Test func whatWrapsAScenarioIsInItsReasons() throws {
    let late = try reform(
      """
      delivery: {share: 0.5, reason: Too few workers.}
      slippage: {share: 0.25, years: 2, reason: Late money.}
      """)
    let row = try #require(late.changes.first { $0.origins == ["help"] })
    #expect(
      row.reason == "Invented. 0.5 of it delivered: Too few workers. "
        + "0.25 of each year 2 years later: Late money.")
  }

  @Test func aDelayOfOneLeverLeavesTheOthers() throws {
    let late = try reform("delay: {years: 3, levers: [kin], reason: Invented.}")
    #expect(late.programme.strands[0] == (try plain()).programme.strands[0])
    #expect(late.programme.strands[1].amounts == [0, 0, 0, 0, 5e6, 10e6])
  }
}
