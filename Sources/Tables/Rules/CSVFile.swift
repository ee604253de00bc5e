import Parameters

/// A CSV file as read, strictly: RFC 4180, UTF-8, LF or CRLF, every row as long as the header.
///
/// Cells are kept by column as the distinct texts and a number for each row, because columns of
/// statistics repeat few texts often. A byte order mark at the start is skipped.
public struct CSVFile: Sendable {
  /// The columns in the order of the file; empty if there is no header.
  public let columns: [Column]
  /// Number of rows below the header.
  public let rowCount: Int
  /// Where the file is not a strict CSV file; if not empty, rows may be missing from `columns`.
  public let faults: [Fault]

  /// A column.
  public struct Column: Sendable {
    /// Its name in the header.
    public let name: String
    /// The distinct texts in the order of first appearance.
    public var levels: [String] { texts.texts }
    /// For each level the row in which it is first seen; the header is row 1.
    public private(set) var firstRows: [Int] = []
    /// For each row below the header, the number of its level.
    public private(set) var codes: [Int32] = []
    private var texts = TextLevels()

    init(name: String) {
      self.name = name
    }

    /// Appends a cell.
    mutating func append(_ cell: UnsafeRawBufferPointer, row: Int, _ text: () -> String) {
      codes.append(texts.number(of: cell, text)!)
      if firstRows.count < texts.count { firstRows.append(row) }
    }

    /// The text of a row, the first below the header being 0.
    public func text(at row: Int) -> String {
      levels[Int(codes[row])]
    }
  }

  /// A place where the file breaks the rules of CSV.
  public struct Fault: Sendable, Hashable {
    /// The header is row 1.
    public let row: Int
    /// What is wrong.
    public let text: String
  }

  /// The names of the columns.
  public var header: [String] { columns.map(\.name) }

  /// The first column of a name.
  public func column(_ name: String) -> Column? {
    columns.first { $0.name == name }
  }

  /// Reads a file; never fails, but lists its faults.
  public init(bytes: [UInt8]) {
    guard CSVFile.isUTF8(bytes) else {
      self.init(columns: [], rowCount: 0, faults: [Fault(row: 1, text: "is not UTF-8")])
      return
    }
    self = bytes.withUnsafeBytes { CSVFile($0) }
  }

  /// Reads UTF-8.
  private init(_ bytes: UnsafeRawBufferPointer) {
    var rows = CSVRows(bytes)
    guard rows.next() else {
      let fault = rows.fault ?? Fault(row: 1, text: "is empty, so it has no header")
      self.init(columns: [], rowCount: 0, faults: [fault])
      return
    }
    var columns = rows.cells.map { Column(name: rows.text($0)) }
    var faults: [Fault] = []
    var count = 0
    while rows.next() {
      guard rows.cells.count == columns.count else {
        let text = "has \(rows.cells.count) cells, the header has \(columns.count)"
        faults.append(Fault(row: rows.row, text: text))
        continue
      }
      for (index, cell) in rows.cells.enumerated() {
        columns[index].append(rows.bytes(cell), row: rows.row) { rows.text(cell) }
      }
      count += 1
    }
    if let fault = rows.fault { faults.append(fault) }
    self.init(columns: columns, rowCount: count, faults: faults)
  }

  private init(columns: [Column], rowCount: Int, faults: [Fault]) {
    self.columns = columns
    self.rowCount = rowCount
    self.faults = faults
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    if bytes.allSatisfy({ $0 < 0x80 }) { return true }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue: continue
      case .emptyInput: return true
      case .error: return false
      }
    }
  }
}
