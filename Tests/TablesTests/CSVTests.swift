import Testing

@testable import Tables

@Suite struct CSVTests {
  static let guarded = ["=1+1", "+44", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x"]

  @Test(arguments: guarded) func refusesTextThatOpensAsAFormula(text: String) {
    var csv = CSVBuffer(file: "changes.csv")
    #expect(throws: TableError.formula(file: "changes.csv", row: 2, column: 2, text: text)) {
      try csv.appendRow(["a", "b"])
      try csv.append("plain")
      try csv.append(text)
    }
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let rows = [
      ["name", "text"], ["a,b", "say \"yes\""], ["two\nlines", "carriage\r\nreturn"],
      ["", "£ and ’"], ["x=1", " leading"],
    ]
    var csv = CSVBuffer(file: "x.csv")
    for row in rows { try csv.appendRow(row) }
    let file = CSVFile(bytes: csv.bytes)
    #expect(file.faults.isEmpty)
    #expect(file.header == rows[0])
    #expect(file.rowCount == 4)
    for (index, row) in rows.dropFirst().enumerated() {
      #expect(file.columns.map { $0.text(at: index) } == row)
    }
  }

  @Test func numbersAreNotGuarded() {
    var csv = CSVBuffer(file: "x.csv")
    csv.append(-5)
    csv.append(-2.25, decimals: 1)
    csv.endRow()
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "-5,-2.2\n")
  }

  static let exact: [(Double, String)] = [
    (0, "0"), (-0.5, "-0.5"), (13_604_408_000, "13604408000"), (0.1 + 0.2, "0.30000000000000004"),
    (0.000_012_5, "0.000012500000000"), (1e17, "100000000000000000"), (1e-20, "0.000000000000000"),
  ]

  @Test(arguments: exact.indices) func exactNumbersHaveNoExponent(index: Int) {
    var csv = CSVBuffer(file: "x.csv")
    csv.append(exactly: Self.exact[index].0)
    #expect(String(decoding: csv.bytes, as: UTF8.self) == Self.exact[index].1)
  }

  @Test func cellsAreCopiedToTheStartOfARow() throws {
    var shared = CSVBuffer(file: "x.csv")
    try shared.append("a,b")
    shared.append(1)
    var csv = CSVBuffer(file: "x.csv")
    for text in ["c", "d"] {
      csv.append(copying: shared)
      try csv.append(text)
      csv.endRow()
    }
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "\"a,b\",1,c\n\"a,b\",1,d\n")
  }

  static let broken: [(String, Int, String)] = [
    ("", 1, "is empty, so it has no header"),
    ("a,b\n1\n", 2, "has 1 cells, the header has 2"),
    ("a,b\n1,2\n\n", 3, "has 1 cells, the header has 2"),
    ("a\n\"open\n", 2, "has a quote that is never closed"),
    ("a\n\"x\"y\n", 2, "has text after a closing quote"),
    ("a\nx\"y\n", 2, "has a quote inside a cell that does not begin with one"),
    ("a\nx\ry\n", 2, "has a carriage return without a line feed"),
  ]

  @Test(arguments: broken.indices) func readsStrictly(index: Int) {
    let (text, row, fault) = Self.broken[index]
    let faults = CSVFile(bytes: Array(text.utf8)).faults
    #expect(faults.map(\.row) == [row])
    #expect(faults.map(\.text) == [fault])
  }

  @Test func refusesOtherEncodings() {
    #expect(CSVFile(bytes: [0x61, 0x0A, 0xA3, 0x0A]).faults.map(\.text) == ["is not UTF-8"])
  }

  @Test func skipsAByteOrderMarkAndTakesCRLF() {
    let file = CSVFile(bytes: [0xEF, 0xBB, 0xBF] + Array("a,b\r\n1,\"2\"\r\n3,".utf8))
    #expect(file.faults.isEmpty)
    #expect(file.header == ["a", "b"])
    #expect(file.columns[1].levels == ["2", ""])
    #expect(file.columns[1].firstRows == [2, 3])
  }
}
