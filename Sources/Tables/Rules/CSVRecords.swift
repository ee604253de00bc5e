/// Takes the rows of a CSV file one after another, by RFC 4180.
///
/// It stops for good at the first fault of quoting; a lone carriage return is one.
struct CSVRecords {
  /// The number of the row read last; the header is row 1.
  private(set) var row = 0
  /// Why reading stopped, if not at the end of the file.
  private(set) var fault: CSVFile.Fault?
  private let bytes: [UInt8]
  private var position: Int

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The rows of a file in UTF-8.
  init(bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: CSVRecords.byteOrderMark) ? 3 : 0
  }

  /// The cells of the next row; `nil` at the end and after a fault.
  mutating func next() -> [String]? {
    guard fault == nil, position < bytes.count else { return nil }
    row += 1
    var cells: [String] = []
    while true {
      guard let cell = takeCell() else { return nil }
      cells.append(cell)
      guard position < bytes.count else { return cells }
      switch bytes[position] {
      case CSVRecords.comma:
        position += 1
      case CSVRecords.lineFeed:
        position += 1
        return cells
      case CSVRecords.carriageReturn
      where position + 1 < bytes.count && bytes[position + 1] == CSVRecords.lineFeed:
        position += 2
        return cells
      case CSVRecords.carriageReturn:
        return stop("has a carriage return without a line feed")
      default:
        return stop("has text after a closing quote")
      }
    }
  }

  private mutating func takeCell() -> String? {
    guard position < bytes.count, bytes[position] == CSVRecords.quote else {
      return takePlainCell()
    }
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      guard byte == CSVRecords.quote else {
        content.append(byte)
        continue
      }
      guard position < bytes.count, bytes[position] == CSVRecords.quote else {
        return String(decoding: content, as: UTF8.self)
      }
      content.append(byte)
      position += 1
    }
    return stop("has a quote that is never closed")
  }

  private mutating func takePlainCell() -> String? {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case CSVRecords.comma, CSVRecords.lineFeed, CSVRecords.carriageReturn:
        return String(decoding: bytes[start..<position], as: UTF8.self)
      case CSVRecords.quote:
        return stop("has a quote inside a cell that does not begin with one")
      default:
        position += 1
      }
    }
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  private mutating func stop<Cells>(_ text: String) -> Cells? {
    fault = CSVFile.Fault(row: row, text: text)
    return nil
  }
}
