extension CSVScanner {
  /// The next cell, faults in the words of this target's readers.
  @inline(__always)
  mutating func nextCell() throws(InputFault) -> Cell {
    do { return try next() } catch { throw InputFault(error) }
  }

  /// The texts of the next row.
  mutating func nextTexts() throws(InputFault) -> [String] {
    var texts: [String] = []
    while true {
      let cell = try nextCell()
      guard let text = text(cell) else { throw .notUTF8 }
      texts.append(text)
      if cell.endsRow { return texts }
    }
  }
}

extension InputFault {
  /// A flaw of quoting.
  fileprivate init(_ flaw: CSVFlaw) {
    let problem =
      switch flaw {
      case .quoteInside: "a quotation mark inside a field without quotation marks"
      case .quoteNotClosed: "a quotation mark that is not closed"
      case .textAfterQuote, .loneCarriageReturn:
        "a field neither followed by a comma nor by the end of the line"
      }
    self = .malformedCSV(problem: problem)
  }
}
