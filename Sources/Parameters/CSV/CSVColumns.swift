public import Foundation

/// The columns of a large CSV file of known form, each as an array of its own type.
///
/// Strict as `CSVTable`, and made for millions of rows: the file is not taken into memory, and no
/// text is made of a cell that is a number or repeats.
public struct CSVColumns: Sendable {
  /// What the cells of a column are.
  public enum Kind: Sendable {
    /// Whole numbers.
    case whole
    /// Numbers, read as the nearest double.
    case number
    /// Texts, few of them distinct.
    case text
  }

  /// The cells of a column, in the order of the rows.
  public enum Column: Equatable, Sendable {
    case whole([Int])
    case number([Double])
    /// The distinct texts in the order of first appearance, and the number of each row's.
    case text(levels: [String], codes: [Int32])
  }

  /// The columns in the order of the file.
  public let columns: [Column]
  /// Number of rows below the header.
  public let rowCount: Int

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - url: Where the file lies.
  ///   - file: Its name in messages.
  ///   - form: The names of its columns and what their cells are, in order.
  /// - Throws: `InputError` with the faults in the order of their lines; reading ends at the first
  ///   fault of quoting, and at the hundredth of all.
  public init(
    contentsOf url: URL, as file: String, form: KeyValuePairs<String, Kind>
  ) throws {
    let data: Data
    do { data = try Data(contentsOf: url, options: .alwaysMapped) } catch {
      throw unreadable(url, as: file, error)
    }
    let faults = FaultCollector(file: file)
    let readers = data.withUnsafeBytes { Self.read($0, form: form, reportingTo: faults) }
    try faults.throwIfAny()
    columns = readers.map(\.column)
    rowCount = readers.first?.count ?? 0
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, form: KeyValuePairs<String, Kind>,
    reportingTo faults: FaultCollector
  ) -> [CSVColumnReader] {
    var readers = form.map { CSVColumnReader(name: $0.key, kind: $0.value) }
    var scanner = CSVScanner(bytes)
    guard !scanner.isAtEnd else {
      faults.report(InputFault.emptyFile, line: nil)
      return []
    }
    do {
      let header = try scanner.nextTexts()
      guard header == form.map(\.key) else {
        let fault = InputFault.wrongHeader(found: header, expected: form.map(\.key))
        faults.report(fault, line: 1)
        return []
      }
      let headerLength = scanner.position
      try readers.withUnsafeMutableBufferPointer { readers throws(InputFault) in
        // About as many rows as if all were as long as the header.
        for index in readers.indices { readers[index].reserve(bytes.count / headerLength) }
        while !scanner.isAtEnd, faults.faults.count < mostFaults {
          try readRow(from: &scanner, into: readers, reportingTo: faults)
        }
      }
    } catch {
      faults.report(error, line: scanner.lastLine)
    }
    return readers
  }

  @inline(__always)
  private static func readRow(
    from scanner: inout CSVScanner, into readers: UnsafeMutableBufferPointer<CSVColumnReader>,
    reportingTo faults: FaultCollector
  ) throws(InputFault) {
    let line = scanner.line
    var count = 0
    var isLast = false
    while !isLast {
      if count < readers.count {
        isLast = try readers[count].append(from: &scanner, reportingTo: faults)
      } else {
        isLast = try scanner.nextCell().endsRow
      }
      count += 1
    }
    if count != readers.count {
      faults.report(
        InputFault.wrongColumnCount(found: count, expected: readers.count), line: line)
    }
  }

  private static let mostFaults = 100
}
