import CareModel
import Foundation
import Parameters
import Scenarios
import Testing

@Suite struct ScenarioTests {
  @Test func aLeverActsAsItsFormulaSays() throws {
    let set = try fixture().scenario("reform").assumptions(from: fixture()).parameters
    // 1 + 0.5 · (0.6 − 1) · p, with p = 0.25 in the first year and 1 from the second on.
    let expected = [2024: 0.005, 2025: 0.005 * 0.95, 2026: 0.005 * 0.8, 2027: 0.006 * 0.8]
    for (year, value) in expected {
      let found = try set.value(of: "entries.rate", on: april(year), ["0"])
      #expect(abs(found - value) < 1e-15, "\(year): \(found), not \(value)")
    }
  }

  @Test func aLeverWearsOffAndWaits() throws {
    let folder = try fixture([
      "scenarios/s.yaml": scenarioText(
        "s", "levers: [{id: early, start: 2025-26, strength: 0.5, reason: Invented.}]")
    ])
    let set = try folder.scenario("s").assumptions(from: folder).parameters
    // Nothing in the year of the start; then half the strength of 0.2, halved every year.
    for (year, lost) in [(2025, 0.0), (2026, 0.1), (2027, 0.05), (2028, 0.025)] {
      let before = try folder.parameters.value(of: "entries.rate", on: april(year), ["16-17"])
      let after = try set.value(of: "entries.rate", on: april(year), ["16-17"])
      #expect(abs(after - before * (1 - lost)) < 1e-15)
    }
    #expect(try set.value(of: "entries.rate", on: april(2026), ["0"]) == 0.005)
    #expect(try set.value(of: "cost", on: april(2026)) == 1300 - 50)
  }

  @Test func leversOnOneRateMultiplyTogether() throws {
    let folder = try fixture([
      "scenarios/s.yaml": scenarioText(
        "s",
        """
        levers:
          - {id: help, start: 2025-26, reason: Invented.}
          - {id: early, start: 2025-26, reason: Invented.}
        """)
    ])
    let resolved = try folder.scenario("s").assumptions(from: folder)
    let found = try resolved.parameters.value(of: "entries.rate", on: april(2026), ["16-17"])
    #expect(abs(found - 0.004 * 0.8 * 0.8) < 1e-15)
    let row = resolved.changes.first { $0.path == "entries.rate.16-17" && $0.date == april(2026) }
    #expect(row?.origins == ["early", "help"])
  }

  @Test func uprating() throws {
    let folder = try fixture()
    let set = try folder.scenario("reform").assumptions(from: folder).parameters
    // Set from April 2025: what lies before is uprated as before, what follows from 2025-26 on.
    let expected = [2023: 1000, 2024: 1100, 2025: 1200, 2026: 1200 * 130 / 121.0]
    for (year, value) in expected {
      #expect(abs(try set.value(of: "cost", on: april(year)) - value) < 1e-9)
    }
    #expect(try set.value(of: "cost", on: day("2025-03-31")) == 1100)
  }

  @Test func anOverrideAndALeverOnOneDate() throws {
    let folder = try fixture()
    let reform = try folder.scenario("reform")
    func rate(_ text: String, _ verb: OverrideVerb, in year: Int) throws -> Double {
      try reform.assumptions(from: folder, adding: [Override(text, verb: verb, in: folder)])
        .parameters.value(of: "entries.rate", on: april(year), ["0"])
    }
    #expect(abs(try rate("entries.rate=2@2025-04-01", .scale, in: 2025) - 0.0095) < 1e-15)
    #expect(abs(try rate("entries.rate.0=0.01@2025-04-01", .set, in: 2025) - 0.0095) < 1e-15)
    #expect(abs(try rate("entries.rate.0=0.01@2025-04-01", .set, in: 2030) - 0.008) < 1e-15)
    #expect(abs(try rate("entries.rate=0.001@2025-04-01", .add, in: 2025) - 0.0057) < 1e-15)
    #expect(abs(try rate("entries.rate=0.001@2025-04-01", .add, in: 2030) - 0.0056) < 1e-15)
    #expect(abs(try rate("entries.rate=0.001", .add, in: 2024) - 0.006) < 1e-15)
  }

  @Test func theProgrammeIsThatOfTheLevers() throws {
    let folder = try fixture()
    let programme = try folder.scenario("reform").assumptions(from: folder).programme
    #expect(programme.start == FinancialYear(startingIn: 2025))
    #expect(programme.strands.map(\.id) == ["help", "kin"])
    #expect(programme.strands[0].amounts == [30e6, 60e6])
    #expect(programme.strands[1].amounts == [0, 5e6, 10e6])
    #expect(try folder.scenario("today").assumptions(from: folder).programme.strands.isEmpty)
  }

  @Test func aLeverWithoutAPublishedEffectWarnsOnceAndSaysSo() throws {
    let folder = try fixture()
    let resolved = try folder.scenario("reform").assumptions(from: folder)
    #expect(resolved.warnings.count == 1)
    #expect(resolved.warnings[0].sentence.contains("(kin)"))
    let rows = resolved.changes.filter { $0.origins == ["kin"] }
    #expect(rows.contains { $0.to == nil && $0.reason.hasPrefix("No effect is published") })
    #expect(rows.contains { $0.path == "programme.spending.kin" && $0.to == 5e6 })
  }

  @Test func spendingAloneIsAChange() throws {
    let folder = try fixture([
      "scenarios/s.yaml": scenarioText(
        "s", "levers: [{id: kin, start: 2025-26, reason: Invented.}]")
    ])
    let resolved = try folder.scenario("s").assumptions(from: folder)
    #expect(resolved.parameters.idsThatDiffer(from: folder.parameters).isEmpty)
    #expect(resolved.base == "today")
  }

  @Test func aDelayMovesLeversButNotOverrides() throws {
    let folder = try fixture()
    let reform = try folder.scenario("reform").assumptions(from: folder)
    let later = try folder.scenario("later").assumptions(from: folder)
    #expect(later.base == "today")
    #expect(later.programme == reform.programme.delayed(by: 2))
    #expect(later.parameters["cost"] == reform.parameters["cost"])
    #expect(try later.parameters.value(of: "entries.rate", on: april(2026), ["0"]) == 0.005)
  }

  @Test func anExtendedScenarioKeepsWhatIsNotNamedAgain() throws {
    let folder = try fixture([
      "scenarios/half.yaml": scenarioText(
        "half", base: "extends: reform",
        "levers: [{id: help, start: 2025-26, strength: 0.5, reason: Invented.}]")
    ])
    let half = try folder.scenario("half").assumptions(from: folder)
    #expect(half.programme.strands.map(\.total) == [45e6, 15e6])
    #expect(half.changes.contains { $0.path == "cost" && $0.to == 1200 })
  }

  @Test func overridesThatChangeNothingAreSaid() throws {
    let folder = try fixture()
    let none = try Override("programme.strand.kin=30", verb: .set, in: folder)
    let today = try folder.scenario("today").assumptions(from: folder, adding: [none])
    #expect(today.warnings.count == 1)
    let reform = try folder.scenario("reform").assumptions(from: folder, adding: [none])
    #expect(reform.warnings.count == 1)
    #expect(reform.programme.strands[1].total < 15e6)
  }

  @Test func unknownIdsNameTheNearest() throws {
    let folder = try fixture()
    #expect(collectedFaults { _ = try folder.scenario("refrom") }.map(\.nearest) == ["reform"])
    #expect(collectedFaults { _ = try folder.lever("hepl") }.map(\.nearest) == ["help"])
    let found = collectedFaults { _ = try Override("entries.rat.0=1", verb: .set, in: folder) }
    #expect(found.map(\.nearest) == ["entries.rate.0"])
  }
}
