import Foundation
import Parameters
import Scenarios
import Testing

/// One broken input, the fault it must give, and where.
struct BrokenFixture: Sendable {
  let name: ScenarioFault.Name
  let place: Place
  let faults: @Sendable () throws -> [Fault]

  /// The fixture folder with one text of one file replaced.
  init(
    _ name: ScenarioFault.Name, _ file: String, line: Int?, replacing old: String,
    with new: String
  ) {
    self.name = name
    place = Place(file: file, line: line)
    faults = {
      let text = try #require(validFiles[file])
      try #require(text.contains(old), "\(file) does not hold '\(old)'")
      let broken = text.replacingOccurrences(of: old, with: new)
      return collectedFaults { _ = try fixture([file: broken]) }
    }
  }

  /// The fixture folder with a scenario `s` added, which is resolved.
  init(
    _ name: ScenarioFault.Name, line: Int?, base: String = "base: today", scenario: String,
    files: Files = [:]
  ) {
    self.name = name
    place = Place(file: "scenarios/s.yaml", line: line)
    faults = {
      collectedFaults {
        let own = ["scenarios/s.yaml": scenarioText("s", base: base, scenario)]
        let folder = try fixture(own.merging(files) { $1 })
        _ = try folder.scenario("s").assumptions(from: folder)
      }
    }
  }

  /// An option of a command line, read and applied to a scenario of the fixture folder.
  init(_ name: ScenarioFault.Name, verb: OverrideVerb, _ texts: [String]) {
    self.name = name
    place = Place(file: verb.option)
    faults = {
      let folder = try fixture()
      return collectedFaults {
        let overrides = try texts.map { try Override($0, verb: verb, in: folder) }
        _ = try folder.scenario("today").assumptions(from: folder, adding: overrides)
      }
    }
  }
}

private let help = "levers/help.yaml"
private let early = "levers/early.yaml"
private let kin = "levers/kin.yaml"

/// One broken input for every kind of fault; some kinds have several.
let brokenFixtures: [BrokenFixture] = [
  // Any file
  BrokenFixture(.wrongFileName, help, line: 1, replacing: "id: help", with: "id: helps"),
  BrokenFixture(
    .formula, "scenarios/reform.yaml", line: 2, replacing: "title: Reform",
    with: "title: =Reform"),

  // Levers
  BrokenFixture(
    .noActions, "levers/new.yaml", line: 6,
    files: [
      "levers/new.yaml": """
      id: new
      label: New
      question: What if?
      description: Invented.
      grade: none-published
      actions: []
      phasing: [1]
      sources: []
      """
    ]),
  BrokenFixture(
    .noCategories, early, line: 9, replacing: "[10-15, 16-17]", with: "[]"),
  BrokenFixture(.wrongPhasing, help, line: 15, replacing: "[0.25, 0.75]", with: "[0.25, 0.5]"),
  BrokenFixture(.wrongPhasing, help, line: 15, replacing: "[0.25, 0.75]", with: "[1.25, -0.25]"),
  BrokenFixture(
    .effectWithoutRange, help, line: 11, replacing: "{family: uniform, low: 0.2, high: 1}",
    with: "{family: fixed, reason: Invented.}"),
  BrokenFixture(
    .effectWithoutEvidence, kin, line: 10, replacing: "effect: 1", with: "effect: 0.9"),
  BrokenFixture(
    .effectWithoutSource, help, line: 16, replacing: "sources:\n  - {id: invented, at: table 1}",
    with: "sources: []"),
  BrokenFixture(.assumedWithoutReason, early, line: 5, replacing: "\nreason: Invented.", with: ""),
  BrokenFixture(
    .leverOnReadOnce, early, line: 16, replacing: "parameter: cost",
    with: "parameter: price.drift.homes"),
  BrokenFixture(
    .strandAndPrice, help, line: 5, replacing: "strand: help", with: "price: start\nstrand: help"),
  BrokenFixture(
    .effectWithoutDirection, help, line: 1, replacing: "direction: {children-in-care: down}",
    with: ""),
  BrokenFixture(
    .directionWithoutEffect, kin, line: 18, replacing: "at: table 1}",
    with: "at: table 1}\ndirection: {neet: down}"),
  BrokenFixture(
    .sharesOfOneDimension, "levers/close.yaml", line: 11,
    files: [
      "levers/close.yaml": closeText.replacingOccurrences(
        of: "{place: [a]}", with: "{place: [a], age: [\"0\"]}")
    ]),

  // Scenarios
  BrokenFixture(
    .baseAndExtends, line: 7, base: "base: today\nextends: reform", scenario: "levers: []"),
  BrokenFixture(.notABase, line: 1, base: "base: reform", scenario: "levers: []"),
  BrokenFixture(.extendsABase, line: 1, base: "extends: today", scenario: "levers: []"),
  BrokenFixture(.circular, line: 1, base: "extends: s", scenario: "levers: []"),
  BrokenFixture(
    .leverTwice, line: 9,
    scenario: """
      levers:
        - {id: help, start: 2025-26, reason: Invented.}
        - {id: help, start: 2026-27, reason: Invented.}
      """),
  BrokenFixture(
    .strandTwice, line: 9,
    files: [
      "levers/aid.yaml": validFiles[kin]!.replacingOccurrences(of: "id: kin", with: "id: aid"),
      "scenarios/s.yaml": scenarioText(
        "s",
        """
        levers:
          - {id: aid, start: 2025-26, reason: Invented.}
          - {id: kin, start: 2025-26, reason: Invented.}
        """),
    ]),
  BrokenFixture(.wrapsNothing, line: 7, scenario: "delay: {years: 1, reason: Invented.}"),
  BrokenFixture(
    .wrapsNothing, line: 8,
    scenario: """
      levers: [{id: help, start: 2025-26, reason: Invented.}]
      delivery: {share: 0.5, levers: [kin], reason: Invented.}
      """),
  BrokenFixture(
    .wrapsNothing, line: 8,
    scenario: """
      levers: [{id: help, start: 2025-26, reason: Invented.}]
      slippage: {share: 0, years: 1, reason: Invented.}
      """),
  BrokenFixture(
    .startOutside, line: 7,
    scenario: """
      levers: [{id: help, start: 2045-46, reason: Invented.}]
      delay: {years: 2, reason: Invented.}
      """),
  BrokenFixture(.changesNothing, line: 1, scenario: "levers: []"),
  BrokenFixture(.changesNothing, line: 1, base: "extends: reform", scenario: "levers: []"),
  BrokenFixture(
    .changesNothing, line: 1,
    scenario: "levers: [{id: help, start: 2025-26, strength: 0, reason: Invented.}]"),
  BrokenFixture(
    .changesNothing, line: 1, scenario: override("set: 100", "programme.strand.help", "2022")),

  // Several scenarios
  BrokenFixture(.sameName, named: ["reform", "reform+reform"]),
  BrokenFixture(
    .differentBases, named: ["reform+s"],
    files: [
      "scenarios/other.yaml": scenarioText("other", base: "", ""),
      "scenarios/s.yaml": scenarioText(
        "s", base: "base: other", "levers: [{id: help, start: 2025-26, reason: Invented.}]"),
    ]),
  BrokenFixture(.leverConflict, named: ["reform+later"]),

  // Overrides
  BrokenFixture(.malformedOverride, verb: .set, ["cost"]),
  BrokenFixture(.malformedOverride, verb: .set, ["cost=1@April"]),
  BrokenFixture(.malformedOverride, verb: .add, ["cost=1@2025-04-01@2026-04-01"]),
  BrokenFixture(
    .operationCount, line: 8, scenario: override("set: 1\n    multiply: 2", "cost", "2025")),
  BrokenFixture(
    .operationCount, line: 8, scenario: override("until: 2027-04-01", "cost", "2025")),
  BrokenFixture(
    .missingUnit, line: 8,
    scenario: override("set: 1", "cost", "2025", unit: nil)),
  BrokenFixture(.unitOfFactor, line: 10, scenario: override("multiply: 2", "cost", "2025")),
  BrokenFixture(
    .overriddenTwice, verb: .scale, ["entries.rate=2", "entries.rate.0=3@2024-04-01"]),
  BrokenFixture(.neverRead, verb: .scale, ["price.drift.homes=2@2025-04-01"]),
  BrokenFixture(.neverRead, verb: .scale, ["cost=2@2060-04-01"]),
  BrokenFixture(
    .neverRead, line: 8,
    scenario: override("multiply: 2\n    until: 2026-03-31", "entries.rate", "2025", unit: nil)
      .replacingOccurrences(of: "2025-04-01", with: "2025-04-02")),
  BrokenFixture(
    .openingOfABase, line: 7, base: "base: today\nopening: 2022",
    scenario: "levers: [{id: early, start: 2025-26, reason: Invented.}]"),
  BrokenFixture(
    .notProjected, line: 7, base: "base: earlier",
    scenario: "levers: [{id: early, start: 2025-26, reason: Invented.}]",
    files: ["scenarios/earlier.yaml": scenarioText("earlier", base: "opening: 2022", "")]),
  BrokenFixture(
    .differentOpenings, named: ["today", "earlier"],
    files: [
      "scenarios/earlier.yaml": scenarioText("earlier", base: "opening: 2022", "")
        .replacingOccurrences(of: "title: Test", with: "title: Earlier")
    ]),
  BrokenFixture(
    .addedAndMultiplied, line: 9,
    scenario: """
      levers: [{id: early, start: 2025-26, reason: Invented.}]
      overrides:
        - path: cost
          multiply: 2
          from: 2025-04-01
          reason: Invented.
      """),
]

/// A scenario's list of one override.
private func override(
  _ change: String, _ path: String, _ year: String, unit: String? = "GBP/child/week"
) -> String {
  let unit = path.hasPrefix("programme") ? "GBP-million" : unit
  return """
    overrides:
      - path: \(path)
        \(change)
    \(unit.map { "    unit: \($0)\n" } ?? "")    from: \(year)-04-01
        reason: Invented.
    """
}

extension BrokenFixture {
  /// Scenarios named on a command line.
  init(_ name: ScenarioFault.Name, named texts: [String], files: Files = [:]) {
    self.name = name
    place = Place(file: "--scenario")
    faults = {
      try collectedFaults(in: fixture(files)) {
        _ = try $0.opened(for: $0.scenarios(named: texts))
      }
    }
  }

  /// The fixture folder with files added; where there is a scenario `s`, it is resolved.
  init(_ name: ScenarioFault.Name, _ file: String = "scenarios/s.yaml", line: Int?, files: Files) {
    self.name = name
    place = Place(file: file, line: line)
    faults = {
      collectedFaults {
        let folder = try fixture(files)
        _ = try folder.scenario("s").assumptions(from: folder)
      }
    }
  }
}
