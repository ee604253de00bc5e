import Datasets
import Foundation
import Parameters
import Scenarios

/// Files by path relative to a folder.
typealias Files = [String: String]

/// An invented price index.
private let indexRows = """
  year,value,status,basis,source
  202324,100,,published,invented
  202425,110,,forecast,invented
  202526,121,,forecast,invented
  202627,130,,forecast,invented
  """

/// A small valid data folder. Every figure is invented.
let validFiles: Files = [
  "sources/invented.yaml": """
  invented:
    publisher: Invented Office
    title: Children
    released: 2024
    address: https://example.org/children
    licence: quoted
  """,
  "series/prices/data.csv": indexRows,
  "series/prices/about.yaml": """
  id: prices
  label: Invented price index
  unit: index
  time: financial-year
  dimensions: []
  rounding: 0
  digest: sha256:\(sha256(Array(indexRows.utf8)))
  notes: Invented.
  """,
  "parameters/all.yaml": parameterText,
  "levers/help.yaml": helpText,
  "levers/early.yaml": earlyText,
  "levers/kin.yaml": kinText,
  "scenarios/today.yaml": """
  id: today
  title: Today
  question: What if nothing changes?
  author: Nobody
  reference: None
  """,
  "scenarios/reform.yaml": reformText,
  "scenarios/later.yaml": """
  id: later
  title: Later
  question: What if it came later?
  author: Nobody
  reference: None
  extends: reform
  delay: {years: 2, reason: Invented.}
  """,
]

private let parameterText =
  """
  - id: entries.rate
    label: Children starting to be looked after
    unit: /child/year
    by: age
    valid: [0, 1]
    after_last: hold
    values:
      - from: 2018-04-01
        basis: assumed
        reason: Invented.
        value: {0: 0.005, 10-15: 0.002, 16-17: 0.004}
        spread: {family: gamma, cv: 0.04}
      - from: 2027-04-01
        basis: assumed
        reason: Invented.
        value: {0: 0.006, 10-15: 0.003, 16-17: 0.005}
        spread: {family: gamma, cv: 0.04}
  - id: cost
    label: Cost of a place
    unit: GBP/child/week
    prices: 2024-25
    valid: [0, 10000]
    after_last: {index: prices}
    values:
      - from: 2023-04-01
        basis: assumed
        reason: Invented.
        value: 1000
        spread: {family: log-normal, cv: 0.1}
  - id: price.drift.homes
    label: Drift
    unit: /year
    valid: [-1, 1]
    after_last: hold
    values:
      - from: 2023-04-01
        basis: assumed
        reason: Invented.
        value: 0.01
        spread: {family: normal, cv: 0.1}
  - id: programme.profile
    label: Profile
    unit: GBP-million
    prices: not-stated
    by: programme_year
    valid: [0, 5000]
    after_last: hold
    values:
      - from: 2022-04-01
        basis: assumed
        reason: Invented.
        value: {1: 40, 2: 80}
        spread: {family: log-normal, cv: 0.1}
  """ + "\n" + strand("help", 300) + strand("kin", 100)

private func strand(_ id: String, _ total: Int) -> String {
  """
  - id: programme.strand.\(id)
    label: Spending on \(id)
    unit: GBP-million
    prices: not-stated
    valid: [0, 5000]
    after_last: hold
    values:
      - from: 2022-04-01
        basis: assumed
        reason: Invented.
        value: \(total)
        spread: {family: log-normal, cv: 0.1}

  """
}

private let helpText = """
  id: help
  label: Help
  question: What if families had help?
  description: Invented.
  strand: help
  grade: trial
  actions:
    - parameter: entries.rate
      operation: multiply
      effect: 0.6
      spread: {family: uniform, low: 0.2, high: 1}
      applies_from: 0
      reach: {value: 0.5, reason: Invented.}
      decay: 0
  phasing: [0.25, 0.75]
  sources:
    - {id: invented, at: table 1}
  """

private let earlyText = """
  id: early
  label: Early
  question: What if help came early?
  description: Invented; without its own spending.
  grade: assumed
  reason: Invented.
  actions:
    - parameter: entries.rate
      keys: {age: [10-15, 16-17]}
      operation: multiply
      effect: 0.8
      spread: {family: log-normal, cv: 0.1}
      applies_from: 1
      reach: {value: 1, reason: Invented.}
      decay: 0.5
    - parameter: cost
      operation: add
      effect: -100
      spread: {family: normal, cv: 0.1}
      applies_from: 0
      reach: {value: 1, reason: Invented.}
      decay: 0
  phasing: [1]
  sources: []
  """

private let kinText = """
  id: kin
  label: Kin
  question: What if kin were paid?
  description: Invented.
  strand: kin
  grade: none-published
  actions:
    - parameter: entries.rate
      operation: multiply
      effect: 1
      spread: {family: fixed, reason: None is published.}
      applies_from: 0
      reach: {value: 1, reason: Invented.}
      decay: 0
  phasing: [1]
  sources:
    - {id: invented, at: table 1}
  """

private let reformText = """
  id: reform
  title: Reform
  question: What if all were done?
  author: Nobody
  reference: None
  base: today
  levers:
    - {id: help, start: 2025-26, reason: Invented.}
    - {id: kin, start: 2026-27, strength: 0.5, reason: Invented.}
  overrides:
    - path: cost
      set: 1200
      unit: GBP/child/week
      from: 2025-04-01
      reason: Invented.
  """

/// A scenario file on the base of the fixture.
func scenarioText(_ id: String, base: String = "base: today", _ rest: String) -> String {
  """
  id: \(id)
  title: Test
  question: What if?
  author: Nobody
  reference: None
  \(base)
  \(rest)
  """
}

/// Writes files to a new temporary folder, runs the body on it and removes it.
func withFolder<Result>(_ files: Files, _ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("carecast-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (path, text) in files {
    let url = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
  return try body(folder)
}

/// The fixture with some files replaced or added, read.
func fixture(_ files: Files = [:]) throws -> ScenarioFolder {
  try withFolder(validFiles.merging(files) { $1 }) { try ScenarioFolder(DataFolder($0)) }
}

/// The faults that the body throws; none if it throws none.
func collectedFaults(_ body: () throws -> Void) -> [Fault] {
  do { try body() } catch let error as InputError { return error.faults } catch {
    preconditionFailure("threw \(error), not an InputError")
  }
  return []
}

/// The levers and scenarios that ship, with the parameters that ship. Where rates were not fitted
/// yet, invented ones stand for them: the laws hold for any.
let shipped: ScenarioFolder = {
  do {
    let data = try DataFolder(Datasets.folder)
    let needed = ["entries.rate", "exits.adoption.rate", "exits.special-guardianship.rate"]
    let invented = try needed.filter { data.parameters[$0] == nil }.map { id in
      try Parameter(
        id: id, label: "Invented", unit: MeasurementUnit(id: "/child/year")!, by: ["age"],
        valid: 0...1, afterLast: .hold,
        values: [
          DatedValue(
            from: day("2018-04-01"), basis: .assumed, reason: "Invented.",
            table: ValueTable([
              "0": 0.005, "1-4": 0.001, "5-9": 0.001, "10-15": 0.002, "16-17": 0.003,
            ]), spread: Spread(.gamma, cv: 0.1))
        ])
    }
    return try ScenarioFolder(
      data.url, parameters: ParameterSet(data.parameters.all + invented), sources: data.sources)
  } catch {
    preconditionFailure("the data that ship cannot be read: \(error)")
  }
}()

/// A day that the calendar has.
func day(_ text: String) -> Day { Day(text)! }

/// The 1 April of a year.
func april(_ year: Int) -> Day { FinancialYear(startingIn: year).start }

/// Every number of the parameters on each 1 April from 2018 to 2049; `nil` where there is none.
func numbers(_ set: ParameterSet, years: ClosedRange<Int> = 2018...2049) -> [[Double?]] {
  set.all.flatMap { parameter in
    parameter.keys.map { keys in years.map { try? parameter.value(on: april($0), keys) } }
  }
}
