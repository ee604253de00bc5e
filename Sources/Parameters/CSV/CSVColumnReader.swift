/// Reads the cells of one column.
struct CSVColumnReader {
  private let name: String
  private let kind: CSVColumns.Kind
  private var wholes: [Int] = []
  private var numbers: [Double] = []
  private var levels = TextLevels()
  private var codes: [Int32] = []

  /// A column without cells.
  init(name: String, kind: CSVColumns.Kind) {
    self.name = name
    self.kind = kind
  }

  /// How many cells were read.
  var count: Int { wholes.count + numbers.count + codes.count }

  /// The cells.
  var column: CSVColumns.Column {
    switch kind {
    case .whole: .whole(wholes)
    case .number: .number(numbers)
    case .text: .text(levels: levels.texts, codes: codes)
    }
  }

  /// Makes room for as many cells as there may be.
  mutating func reserve(_ count: Int) {
    switch kind {
    case .whole: wholes.reserveCapacity(count)
    case .number: numbers.reserveCapacity(count)
    case .text: codes.reserveCapacity(count)
    }
  }

  /// Reads the next cell of a file.
  ///
  /// - Returns: Whether it ends the row.
  @inline(__always)
  mutating func append(
    from scanner: inout CSVScanner, reportingTo faults: FaultCollector
  ) throws(InputFault) -> Bool {
    if kind == .text {
      let cell = try scanner.nextCell()
      if let code = levels.number(of: scanner.raw(cell), { scanner.text(cell) }) {
        codes.append(code)
      } else {
        faults.report(InputFault.notUTF8, line: scanner.lastLine)
      }
      return cell.endsRow
    }
    if let number = scanner.numberAhead, append(number) { return scanner.take(number) }
    return try appendCell(from: &scanner, reportingTo: faults)
  }

  /// Reads the next cell whatever it is.
  private mutating func appendCell(
    from scanner: inout CSVScanner, reportingTo faults: FaultCollector
  ) throws(InputFault) -> Bool {
    let cell = try scanner.nextCell()
    if let number = PlainNumber(scanner.raw(cell)), append(number) { return cell.endsRow }
    let fault: InputFault =
      if let found = scanner.text(cell) {
        kind == .whole
          ? .wrongType(of: name, expected: "a whole number", found: "'\(found)'")
          : .notANumber(of: name, found: found)
      } else { .notUTF8 }
    faults.report(fault, line: scanner.lastLine)
    return cell.endsRow
  }

  /// Appends a number; returns whether it is of the column's kind.
  @inline(__always)
  private mutating func append(_ number: PlainNumber) -> Bool {
    if kind == .whole {
      guard let whole = number.whole else { return false }
      wholes.append(whole)
    } else {
      guard let double = number.double else { return false }
      numbers.append(double)
    }
    return true
  }
}
