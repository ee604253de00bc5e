import CareModel
import Foundation
import Parameters
import Scenarios
import Testing

/// A scenario written out and read back is the scenario.
@Suite struct ResolvedFileTests {
  private func expectReproduced(
    _ name: String, in folder: ScenarioFolder, adding overrides: [Override] = []
  ) throws {
    let scenario = try folder.scenario(named: name)
    let text = try scenario.resolvedFile(in: folder, id: "again", adding: overrides)
    #expect(!text.contains("extends:") && !text.contains("delay:") && !text.contains("delivery:"))
    try withFolder(["again.yaml": text]) { here in
      let path = here.appendingPathComponent("again.yaml").path
      let read = try folder.scenario(named: path)
      #expect(try read.resolvedFile(in: folder) == text)
      let before = try scenario.assumptions(from: folder, adding: overrides)
      let after = try read.assumptions(from: folder)
      #expect(after.base == before.base)
      #expect(after.parameters == before.parameters)
      #expect(after.programme == before.programme)
      #expect(after.changes == before.changes)
      #expect(after.warnings == before.warnings)
    }
  }

  @Test(
    arguments: shipped.scenarios.map(\.id)
      + [
        "family-help", "supported-accommodation-ended+stable-homes", "review-in-full+stabilisation",
      ]
  )
  func whatShipsIsReproduced(_ name: String) throws {
    try expectReproduced(name, in: shipped)
  }

  @Test func everyKindOfChangeIsReproduced() throws {
    let folder = try fixture([
      "scenarios/s.yaml": scenarioText(
        "s", base: "extends: later",
        """
        levers:
          - {id: help, start: 2025-26, strength: 0.3, reason: "Quotes \\" and: colons"}
        delay: {years: 1, levers: [help], reason: Invented.}
        delivery:
          - {share: 0.7, reason: Invented.}
          - {share: 0.1, levers: [kin], reason: Invented.}
        slippage:
          - {share: 0.3, years: 2, reason: Invented.}
          - {share: 0.6, years: 1, levers: [kin], reason: Invented.}
        overrides:
          - {path: entries.rate.0, multiply: 1.1, from: 2025-04-01, until: 2029-04-01, reason: Why}
          - {path: entries.rate, add: 0.001, unit: /child/year, from: 2030-04-01, reason: Why}
        """)
    ])
    try expectReproduced("s", in: folder)
    let more = try [
      Override("cost=10@2026-04-01", verb: .set, in: folder),
      Override("price.drift.homes=0.5", verb: .scale, in: folder),
    ]
    try expectReproduced("s", in: folder, adding: more)
  }

  @Test func aScenarioOfSeveralGetsANameThatAFileCanHave() throws {
    let folder = try fixture()
    let text = try folder.scenario(named: "later+early").resolvedFile(in: folder)
    #expect(text.hasPrefix("id: later-and-early\n"))
  }
}
