import CareModel
import Foundation
import Parameters
import Scenarios
import Testing

/// Scenarios named by id, by lever, by file, and put together.
@Suite struct NamedScenarioTests {
  @Test func aLeverNamesTheScenarioOfItAlone() throws {
    let folder = try fixture()
    let alone = try folder.scenario(named: "help")
    let resolved = try alone.assumptions(from: folder)
    #expect(resolved.base == "today" && alone.id == "help" && alone.title == "Help")
    #expect(resolved.programme.start == FinancialYear(startingIn: 2024))
    #expect(resolved.programme.strands.map(\.id) == ["help"])
    #expect(!alone.text.isEmpty)
  }

  @Test func anIdIsLookedUpAmongScenariosFirst() throws {
    #expect(try fixture().scenario(named: "reform").title == "Reform")
  }

  @Test func theNearestNameMayBeALever() throws {
    let folder = try fixture()
    #expect(collectedFaults { _ = try folder.scenario(named: "hepl") }.map(\.nearest) == ["help"])
    #expect(
      collectedFaults { _ = try folder.scenario(named: "reform+hepl") }.map(\.nearest) == ["help"])
    #expect(!collectedFaults { _ = try folder.scenario(named: "") }.isEmpty)
  }

  @Test func aFileIsReadAndNamedInItsFaults() throws {
    let folder = try fixture()
    let mine = scenarioText("mine", base: "extends: reform", "delay: {years: 1, reason: Mine.}")
    try withFolder(["mine.yaml": mine, "wrong.yaml": "id: wrong\ntitle: Wrong"]) { here in
      let path = here.appendingPathComponent("mine.yaml").path
      let resolved = try folder.scenario(named: path).assumptions(from: folder)
      #expect(resolved.scenario.id == "mine" && resolved.scenario.text == mine)
      #expect(resolved.programme.start == FinancialYear(startingIn: 2026))
      let wrong = here.appendingPathComponent("wrong.yaml").path
      let found = collectedFaults { _ = try folder.scenario(named: wrong) }
      #expect(found.count == 3 && found.allSatisfy { $0.file == wrong })
      let none = here.appendingPathComponent("none.yaml").path
      #expect(collectedFaults { _ = try folder.scenario(named: none) }.map(\.file) == [none])
    }
  }

  @Test func scenariosPutTogetherHaveAllOfBoth() throws {
    let more = validFiles["levers/help.yaml"]!
      .replacingOccurrences(of: "id: help", with: "id: more")
      .replacingOccurrences(of: "strand: help\n", with: "")
    let folder = try fixture([
      "levers/more.yaml": more,
      "scenarios/s.yaml": scenarioText(
        "s",
        """
        levers:
          - {id: more, start: 2026-27, reason: Invented.}
          - {id: help, start: 2025-26, reason: Invented.}
        slippage: {share: 0.5, years: 1, levers: [more], reason: Invented.}
        overrides:
          - {path: entries.rate, multiply: 1.5, from: 2025-04-01, reason: Invented.}
        """),
    ])
    let both = try folder.scenario(named: "reform+s").assumptions(from: folder)
    #expect(both.scenario.id == "reform+s" && both.base == "today")
    #expect(both.programme.strands.map(\.id) == ["help", "kin"])
    // `help` in full; `more` by 0.125 + 0.5 of its effect, half of 0.25 and of 0.75 being late.
    let found = try both.parameters.value(of: "entries.rate", on: april(2027), ["16-17"])
    #expect(abs(found - 0.005 * 1.5 * 0.8 * (1 - 0.2 * 0.625)) < 1e-15)
    #expect(try both.parameters.value(of: "cost", on: april(2025)) == 1200)
    let other = try folder.scenario(named: "s+reform").assumptions(from: folder)
    #expect(numbers(other.parameters) == numbers(both.parameters))
    #expect(other.programme == both.programme)
  }

  @Test func twoChangesOfOneNumberAndDateContradictEachOther() throws {
    let folder = try fixture([
      "scenarios/s.yaml": scenarioText(
        "s", "overrides: [{path: cost, multiply: 1.1, from: 2025-04-01, reason: Invented.}]")
    ])
    let found = collectedFaults {
      _ = try folder.scenario(named: "reform+s").assumptions(from: folder)
    }
    #expect(found.compactMap { ($0.kind as? ScenarioFault)?.name } == [.overriddenTwice])
  }

  @Test func whatBothInheritCountsOnce() throws {
    let folder = try fixture()
    let base = try folder.scenario("reform").assumptions(from: folder)
    let both = try folder.scenario(named: "reform+reform+today").assumptions(from: folder)
    #expect(numbers(both.parameters) == numbers(base.parameters))
    #expect(both.programme == base.programme)
  }

  @Test func aLeverOfWhichNothingIsKnownRunsAndSaysSo() throws {
    let unpriced = validFiles["levers/kin.yaml"]!
      .replacingOccurrences(of: "id: kin", with: "id: aid")
      .replacingOccurrences(of: "strand: kin\n", with: "")
    let folder = try fixture(["levers/aid.yaml": unpriced])
    let resolved = try folder.scenario(named: "aid").assumptions(from: folder)
    #expect(resolved.leversOfUnknownWorth == ["aid"])
    #expect(resolved.parameters == folder.parameters && resolved.programme.strands.isEmpty)
    #expect(resolved.warnings.count == 1 && resolved.warnings[0].sentence.contains("no spending"))
    #expect(resolved.changes.count == 1 && resolved.changes[0].to == nil)
  }

  @Test func aPriceOfItsOwnPaysAndClosedSharesAddUp() throws {
    let folder = try fixture(["levers/close.yaml": closeText])
    let resolved = try folder.scenario(named: "close").assumptions(from: folder)
    #expect(resolved.programme.strands.map(\.amounts) == [[20e6, 30e6]])
    #expect(resolved.programme.strands[0].label == "Price of a start")
    for (year, closed) in [(2023, 0.0), (2024, 0.5), (2025, 1), (2040, 1)] {
      for (age, shares) in [("0", [0.25, 0.25, 0.5]), ("16-17", [0.5, 0.125, 0.375])] {
        let found = try ["a", "b", "c"].map {
          try resolved.parameters.value(of: "share", on: april(year), [age, $0])
        }
        #expect(abs(found[0] - shares[0] * (1 - closed)) < 1e-15)
        #expect(abs(found.reduce(0, +) - 1) < 1e-15)
        // Those that are left keep their ratio.
        #expect(abs(found[1] / found[2] - shares[1] / shares[2]) < 1e-14)
      }
    }
  }
}
