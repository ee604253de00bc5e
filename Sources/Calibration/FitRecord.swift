public import Foundation
public import Parameters

/// One number of a fit as it is kept: what it was before, what it became, and what decided it.
///
/// The records of a fit are kept beside the fitted parameters (`Datasets/fitted/fit-to-2024.csv`),
/// so that the fitted history can be set beside the published one without fitting again.
public struct FitRecord: Sendable, Equatable {
  /// The id and keys, joined with dots.
  public var path: String

  /// The prior median.
  public var prior: Double

  /// The fitted value.
  public var value: Double

  /// The standard deviation after the fit over that of the prior, 0 to 1.
  public var shareOfPrior: Double

  /// Below this share of the prior's standard deviation the data are said to have set a value; from
  /// it on the value is prior-driven.
  public static let dataShare = 0.5

  /// What decided the value: the data where they left less than half of the prior's deviation.
  public var setBy: DatedValue.Decider {
    shareOfPrior < FitRecord.dataShare ? .data : .prior
  }

  private static let header = ["parameter", "prior", "value", "share_of_prior", "set_by"]

  /// The records as a CSV file.
  public static func text(of records: [FitRecord]) -> String {
    let rows = records.map { record in
      [
        record.path, shortestText(record.prior), shortestText(record.value),
        shortestText((record.shareOfPrior * 1000).rounded() / 1000), record.setBy.rawValue,
      ]
    }
    return ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// Reads the records of a fit.
  ///
  /// - Throws: `InputError` if the file is not such a table.
  public static func read(_ url: URL, as file: String) throws -> [FitRecord] {
    let table = try CSVTable(contentsOf: url, as: file)
    let faults = FaultCollector(file: file)
    guard table.header == header else {
      faults.report(InputFault.wrongHeader(found: table.header, expected: header), line: 1)
      try faults.throwIfAny()
      return []
    }
    var lines: [String: Int] = [:]
    let records = table.rows.compactMap { row -> FitRecord? in
      if let first = lines.updateValue(row.line, forKey: row.fields[0]) {
        faults.report(InputFault.duplicateRow(row: row.fields[0], first: first), line: row.line)
      }
      return record(row, faults: faults)
    }
    try faults.throwIfAny()
    return records
  }

  private static func record(_ row: CSVTable.Row, faults: FaultCollector) -> FitRecord? {
    let path = row.fields[0]
    let numbers = row.fields[1...3].map { strictNumber($0) }
    guard let prior = numbers[0], let value = numbers[1], let share = numbers[2] else {
      let wrong = numbers.firstIndex { $0 == nil }!
      faults.report(InputFault.notANumber(of: path, found: row.fields[wrong + 1]), line: row.line)
      return nil
    }
    guard (0...1).contains(share) else {
      faults.report(
        InputFault.outOfRange(of: "share_of_prior of \(path)", value: share, allowed: 0...1),
        line: row.line)
      return nil
    }
    let record = FitRecord(path: path, prior: prior, value: value, shareOfPrior: share)
    guard row.fields[4] == record.setBy.rawValue else {
      faults.report(
        InputFault.unknownName(
          of: "set_by at a share of \(row.fields[3])", found: row.fields[4],
          among: [record.setBy.rawValue]),
        line: row.line)
      return nil
    }
    return record
  }
}
