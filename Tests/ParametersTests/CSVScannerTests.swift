import Testing

@testable import Parameters

@Suite struct CSVScannerTests {
  /// The texts of all cells with the line on which each ends, a row after another.
  private func rows(_ text: String) throws -> [[String]] {
    try Array(text.utf8).withUnsafeBytes { bytes in
      var scanner = CSVScanner(bytes)
      var rows: [[String]] = []
      var row: [String] = []
      while !scanner.isAtEnd || !row.isEmpty {
        let cell = try scanner.next()
        row.append("\(scanner.text(cell) ?? "?") \(scanner.lastLine)")
        if cell.endsRow {
          rows.append(row)
          row = []
        }
      }
      return rows
    }
  }

  @Test func cellsAreDividedByRFC4180() throws {
    #expect(try rows("") == [])
    #expect(try rows("\n") == [[" 1"]])
    #expect(try rows("a,") == [["a 1", " 1"]])
    #expect(
      try rows("a,b\r\n\"c\n\"\"d\"\"\",\"\"\ne") == [
        ["a 1", "b 1"], ["c\n\"d\" 3", " 3"], ["e 4"],
      ])
  }

  /// Plain cells of every length end where they should, whatever follows.
  @Test(arguments: 0...20) func cellsOfEveryLengthEndWhereTheyShould(length: Int) throws {
    let name = String(repeating: "x", count: length)
    for ending in [",y", "\n", "\r\n", ""] where !(length == 0 && ending.isEmpty) {
      let found = try rows(name + ending)
      #expect(found[0][0] == "\(name) 1" && found.count == 1, "\(ending)")
      #expect(found[0].count == (ending == ",y" ? 2 : 1))
    }
    #expect(throws: CSVFlaw.quoteInside) { try rows("a" + name + "\"") }
  }

  @Test func flawsOfQuotingEndTheReading() {
    #expect(throws: CSVFlaw.quoteInside) { try rows("ab\"c\n") }
    #expect(throws: CSVFlaw.quoteNotClosed) { try rows("\"ab\n") }
    #expect(throws: CSVFlaw.textAfterQuote) { try rows("\"a\"b\n") }
    #expect(throws: CSVFlaw.loneCarriageReturn) { try rows("a\rb\n") }
    #expect(throws: CSVFlaw.loneCarriageReturn) { try rows("a\r") }
  }
}
