import Foundation
import Parameters

/// A valid source file; the publication is invented.
let sourceText = """
  invented-2024:
    publisher: Invented Office
    title: Children, year to March
    released: 2024-11
    address: https://example.org/children
    licence: OGL-UK-3.0
  invented-2025:
    publisher: Invented Office
    title: Children, year to March
    released: 2025-11-26
    address: https://example.org/children
    licence: quoted
    via: Another book, https://example.org/book
  """

/// A valid series without dimensions. Figures are invented.
let indexRows = """
  year,value,status,basis,source
  202324,100,,published,invented-2024
  202425,110,,forecast,invented-2025
  202526,121,,forecast,invented-2025
  """

/// A valid series by age, with a suppressed figure. Figures are invented.
let stockRows = """
  year,age_group,value,status,basis,source
  2023,Total,30,,published,invented-2024
  2023,0,10,,published,invented-2024
  2023,1-4,,c,published,invented-2024
  2024,Total,40,,published,invented-2025
  2024,0,0,,published,invented-2025
  """

/// What `about.yaml` says of the index, with the digest of its rows.
func indexAbout(rows: String = indexRows) -> String {
  """
  id: prices
  label: Invented price index
  unit: index
  time: financial-year
  dimensions: []
  rounding: 0
  digest: sha256:\(sha256(Array(rows.utf8)))
  notes: Invented.
  """
}

/// What `about.yaml` says of the stock, with the digest of its rows.
func stockAbout(rows: String = stockRows) -> String {
  """
  id: stock
  label: Invented stock
  unit: children
  time: reporting-year
  dimensions: [age_group]
  categories:
    age_group: [Total, 0, 1-4]
  rounding: 10
  digest: sha256:\(sha256(Array(rows.utf8)))
  notes: Invented.
  """
}

/// A valid parameter file. Figures are invented.
let parameterText = """
  - id: entries.rate
    label: Children starting to be looked after
    unit: /child/year
    by: age
    valid: [0, 1]
    after_last: hold
    values:
      - from: 2024-04-01
        basis: published
        source: {id: invented-2024, at: table 1}
        value:
          0: 0.005
          16-17: 0.003
        spread: {family: gamma, cv: 0.04}
  - id: cost
    label: Cost of a place
    unit: GBP/child/week
    prices: 2024-25
    valid: [0, 10000]
    after_last: {index: prices}
    values:
      - from: 2024-04-01
        basis: estimated
        source: {id: invented-2024, at: table 2}
        how: Divided.
        value: 1000
        spread: {family: log-normal, cv: 0.1}
  """

/// A valid list of areas, invented but for England.
let areasText = """
  notes: Invented.
  country: {code: E92000001, number: 970, name: England}
  regions:
    - {code: E12000001, number: 980, name: North}
    - {code: E12000002, number: 981, name: South and West}
  parts:
    - {code: E13000001, number: 987, name: Inner South, region: E12000002}
  authorities:
    - {code: E06000002, number: 802, name: "Hill, City of", region: E12000001, also: [Hill]}
    - {code: E06000003, number: 803, name: Dale, region: E12000001}
    - {code: E06000001, number: 801, name: St. Mary's, region: E12000002}
  changes:
    - {code: E10000001, number: 901, name: Northshire, region: E12000001, now: [E06000002, E06000003], changed: 2021-04-01}
    - {code: E10000002, number: 902, name: Marshire, region: E12000002, now: [E06000001], changed: 2019-04-01}
  """

/// Files by path relative to a folder.
typealias Files = [String: String]

/// A valid data folder.
let validFiles: Files = [
  "sources/invented.yaml": sourceText, "areas.yaml": areasText,
  "series/prices/about.yaml": indexAbout(), "series/prices/data.csv": indexRows,
  "series/stock/about.yaml": stockAbout(), "series/stock/data.csv": stockRows,
  "parameters/all.yaml": parameterText,
]

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

/// The faults that reading the files gives; none if they are valid.
func folderFaults(in files: Files) throws -> [Fault] {
  try withFolder(files) { folder in
    collectedFaults { _ = try DataFolder(folder) }
  }
}

/// The faults that the body throws; none if it throws none.
func collectedFaults(_ body: () throws -> Void) -> [Fault] {
  do { try body() } catch let error as InputError { return error.faults } catch {
    preconditionFailure("threw \(error), not an InputError")
  }
  return []
}

/// The valid data folder, read.
func validFolder() throws -> DataFolder {
  try withFolder(validFiles) { try DataFolder($0) }
}

/// A day that the calendar has.
func day(_ text: String) -> Day { Day(text)! }
