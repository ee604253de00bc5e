import CareModel
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

/// The faults that the body throws of a folder.
func collectedFaults(
  in folder: ScenarioFolder, _ body: (ScenarioFolder) throws -> Void
) -> [Fault] { collectedFaults { try body(folder) } }

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
      data.url, parameters: ParameterSet(data.parameters.all + invented), sources: data.sources,
      openings: { try data.parameters(at: $0) })
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
