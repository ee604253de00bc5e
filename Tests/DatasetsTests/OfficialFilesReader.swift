import Foundation

/// Where the copies of the official files and the shipped series lie, found from this source file.
enum OfficialFiles {
  /// The root of the package: three folders above this file.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Copies of the official files; they are not part of the package and may be absent.
  static let folder = package.appending(path: "../shared/data").standardizedFileURL

  static var arePresent: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

/// Fields of one line of RFC 4180; a field may be quoted, and a quote in it is doubled.
///
/// A line break inside quotes is not supported: none of the official files has one.
func fields(ofLine line: Substring) -> [String] {
  var all: [String] = []
  var field = ""
  var quoted = false
  var previousWasQuote = false
  for character in line {
    if character == "\"" {
      if quoted {
        previousWasQuote = true
        quoted = false
      } else {
        if previousWasQuote { field.append("\"") }
        previousWasQuote = false
        quoted = true
      }
    } else if character == ",", !quoted {
      all.append(field)
      field = ""
      previousWasQuote = false
    } else {
      field.append(character)
    }
  }
  all.append(field)
  return all
}

/// The lines of a UTF-8 file, without a byte order mark and without carriage returns.
func lines(of file: URL) throws -> [Substring] {
  var text = try String(contentsOf: file, encoding: .utf8)
  if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
  return text.split(whereSeparator: \.isNewline)
}

/// The cells of an official table, England only.
struct OfficialTable: Sendable, CustomStringConvertible {
  /// Path below the folder of official files.
  let path: String
  /// Columns that name a cell, besides the year.
  let keys: [String]
  /// Column of the published text.
  let value: String
  let samples: [Sample]

  var description: String { path }

  /// Published text by "year|label|label…". A file that names one cell twice is a test failure.
  func nationalCells() throws -> [String: String] {
    let all = try lines(of: OfficialFiles.folder.appending(path: path))
    let header = fields(ofLine: all[0])
    let wanted = try (["time_period"] + keys).map { try position(of: $0, in: header) }
    let level = try position(of: "geographic_level", in: header)
    let text = try position(of: value, in: header)
    var cells: [String: String] = [:]
    for line in all.dropFirst() where line.contains("National") {
      let row = fields(ofLine: line)
      guard row[level] == "National" else { continue }
      let key = wanted.map { row[$0] }.joined(separator: "|")
      guard cells.updateValue(row[text], forKey: key) == nil else {
        throw OfficialFault.repeated(key, in: path)
      }
    }
    return cells
  }

  private func position(of column: String, in header: [String]) throws -> Int {
    guard let position = header.firstIndex(of: column) else {
      throw OfficialFault.noColumn(column, in: path)
    }
    return position
  }
}

/// One shipped value and the published cells it is the sum of.
struct Sample: Sendable {
  let series: String
  /// Year and categories as in `data.csv`, joined by commas.
  let row: String
  /// Labels of the published cells without the year, joined by "|". Those led by "-" are taken off.
  let cells: [String]

  init(_ series: String, _ row: String, _ cells: String...) {
    self.series = series
    self.row = row
    self.cells = cells
  }

  var year: String { String(row.prefix(4)) }
}

/// Value and status of the rows of a shipped series, by year and categories joined by commas.
func shippedRows(of series: String) throws -> [String: (value: String, status: String)] {
  let file = OfficialFiles.package.appending(path: "Datasets/series/\(series)/data.csv")
  var rows: [String: (value: String, status: String)] = [:]
  for line in try lines(of: file).dropFirst() {
    let row = fields(ofLine: line)
    let key = row.dropLast(4).joined(separator: ",")
    rows[key] = (row[row.count - 4], row[row.count - 3])
  }
  return rows
}

enum OfficialFault: Error {
  case noColumn(String, in: String)
  case noCell(String, in: String)
  case repeated(String, in: String)
}
