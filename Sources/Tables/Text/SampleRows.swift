import Foundation
public import Parameters

/// Invented rows of any number, to measure and to test the writing and reading of CSV files: run,
/// month, state, children and spending, one state of one month of one run a row.
///
/// Numbers come from the row's number alone, so that any program can make the same rows:
/// `z = splitmix64(row)`, children `(z >> 40) / 2^24 · 10^4`, spending `(z mod 2^32) / 2^32 · 10^6`.
public struct SampleRows: Sendable {
  /// Number of rows.
  public let count: Int

  /// The names of the columns.
  public static let header = ["run", "month", "state", "children", "spending"]
  /// Decimals of both numbers.
  static let decimals = 2
  /// The states that rows are about in turn.
  static let states = [
    "own foster care", "agency foster care", "relative or friend", "placed for adoption",
    "with parents", "own children's home", "private children's home", "secure home",
    "supported accommodation", "residential school", "hospital", "prison", "mother and baby",
    "independent", "other", "left care",
  ]
  private static let months = 120
  /// Rows of a part: about 400 kB, which fit a core's cache.
  private static let partLength = 8192

  /// Some rows.
  public init(count: Int) {
    self.count = count
  }

  /// Writes the rows to a file.
  ///
  /// - Returns: Its size in bytes.
  /// - Throws: `TableError.notWritten`.
  @discardableResult
  public func write(to path: String, threads: Int = 1) throws(TableError) -> Int {
    let length = Self.partLength
    return try CSVWriter(path: path, header: Self.header).write(
      parts: (count + length - 1) / length, threads: threads
    ) { part, csv throws(TableError) in
      for row in part * length..<min((part + 1) * length, count) { try append(row, to: &csv) }
    }
  }

  /// Reads the columns of a file of such rows.
  ///
  /// - Throws: `InputError`.
  public static func columns(of path: String) throws -> CSVColumns {
    try CSVColumns(
      contentsOf: URL(fileURLWithPath: path), as: path,
      form: [
        "run": .whole, "month": .whole, "state": .text, "children": .number, "spending": .number,
      ])
  }

  private func append(_ row: Int, to csv: inout CSVBuffer) throws(TableError) {
    let (step, state) = row.quotientAndRemainder(dividingBy: Self.states.count)
    let (run, month) = step.quotientAndRemainder(dividingBy: Self.months)
    csv.append(run)
    csv.append(month)
    try csv.append(Self.states[state])
    let (children, spending) = Self.numbers(row)
    csv.append(children, decimals: Self.decimals)
    csv.append(spending, decimals: Self.decimals)
    csv.endRow()
  }

  /// 64 bits from an index alone: splitmix64.
  ///
  /// - Parameter index: ≥ 0.
  public static func bits(at index: Int) -> UInt64 {
    var bits = (UInt64(index) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// The numbers of a row.
  static func numbers(_ row: Int) -> (children: Double, spending: Double) {
    let bits = bits(at: row)
    return (
      Double(bits >> 40) * 0x1p-24 * 10_000, Double(bits & 0xFFFF_FFFF) * 0x1p-32 * 1_000_000
    )
  }
}
