import Foundation
import Parameters
import Scenarios
import Testing

@Suite struct ScenarioFaultTests {
  @Test func everyKindHasAFixture() {
    let found = Set(brokenFixtures.map(\.name))
    #expect(ScenarioFault.Name.allCases.filter { !found.contains($0) } == [])
  }

  @Test(arguments: brokenFixtures.indices)
  func eachFixtureGivesItsFaultAtItsLine(_ index: Int) throws {
    let fixture = brokenFixtures[index]
    let found = try fixture.faults()
    let match = found.first { ($0.kind as? ScenarioFault)?.name == fixture.name }
    let all = found.map(\.description).joined(separator: "\n")
    #expect(match != nil, "\(fixture.name): \(all)")
    #expect(match?.place == fixture.place, "\(all)")
  }

  /// What the readers of any file refuse, with the nearest name where there is one.
  @Test(arguments: [
    ("levers/help.yaml", "decay: 0", "decays: 0", "decay"),
    ("levers/help.yaml", "strand: help", "strand: hlep", "help"),
    ("levers/help.yaml", "parameter: entries.rate", "parameter: entries.rat", "entries.rate"),
    ("levers/help.yaml", "operation: multiply", "operation: mutliply", "multiply"),
    ("levers/help.yaml", "- {id: invented", "- {id: inventd", "invented"),
    ("levers/help.yaml", "grade: trial", "grade: trail", "trial"),
    ("levers/early.yaml", "{age: [10", "{agee: [10", "age"),
    ("levers/early.yaml", "16-17]", "16-71]", "16-17"),
    ("scenarios/reform.yaml", "base: today", "bsae: today", "base"),
    ("scenarios/reform.yaml", "base: today", "base: tody", "today"),
    ("scenarios/reform.yaml", "id: kin", "id: knn", "kin"),
    ("scenarios/reform.yaml", "strength: 0.5", "strenght: 0.5", "strength"),
    ("scenarios/reform.yaml", "path: cost", "path: cots", "cost"),
    ("levers/help.yaml", "strand: help", "price: strat", "start"),
    ("levers/help.yaml", "{children-in-care", "{children-in-car", "children-in-care"),
    ("levers/help.yaml", ": down}", ": dwon}", "down"),
    ("scenarios/later.yaml", "years: 2", "years: 2, levers: [hlep]", "help"),
  ])
  func namesAreChecked(_ file: String, _ old: String, _ new: String, _ nearest: String) throws {
    let text = try #require(validFiles[file])
    try #require(text.contains(old))
    let broken = text.replacingOccurrences(of: old, with: new)
    let found = collectedFaults { _ = try fixture([file: broken]) }
    #expect(found.contains { $0.nearest == nearest && $0.file == file }, "\(found)")
  }

  @Test(arguments: [
    ("levers/help.yaml", "reach: {value: 0.5", "reach: {value: 1.5"),
    ("levers/help.yaml", "decay: 0", "decay: -1"),
    ("levers/help.yaml", "applies_from: 0", "applies_from: -1"),
    ("levers/help.yaml", "low: 0.2, high: 1", "low: 0.7, high: 1"),
    ("scenarios/later.yaml", "years: 2", "years: 0"),
    ("scenarios/later.yaml", "delay: {years: 2", "delivery: {share: 1.5"),
    ("scenarios/later.yaml", "delay: {years: 2", "slippage: {share: 0.5, years: 30"),
    ("scenarios/reform.yaml", "start: 2025-26", "start: 2025-27"),
    ("scenarios/reform.yaml", "strength: 0.5", "strength: 2"),
  ])
  func numbersAreChecked(_ file: String, _ old: String, _ new: String) throws {
    let text = try #require(validFiles[file])
    try #require(text.contains(old))
    let broken = text.replacingOccurrences(of: old, with: new)
    #expect(collectedFaults { _ = try fixture([file: broken]) }.count == 1)
  }

  @Test func aWrongUnitOrDateIsAFault() throws {
    let text = validFiles["scenarios/reform.yaml"]!
    for (old, new) in [
      ("unit: GBP/child/week", "unit: GBP/week"),
      ("from: 2025-04-01", "from: 2025-04-01\n    until: 2025-04-01"),
      ("set: 1200", "set: 12000"),
    ] {
      let broken = text.replacingOccurrences(of: old, with: new)
      let folder = try fixture(["scenarios/reform.yaml": broken])
      let found = collectedFaults {
        _ = try folder.scenario("reform").assumptions(from: folder)
      }
      #expect(found.count >= 1)
      #expect(found.allSatisfy { $0.file == "scenarios/reform.yaml" && $0.line != nil })
    }
  }
}
