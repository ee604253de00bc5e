import TestSupport
import Testing

@testable import Tables

/// Cells beside the slow way to write them.
@Suite struct CSVBufferTwinTests {
  @Test(arguments: [UInt64(11), 12, 13]) func wholeNumbersAreThoseOfTheStandardLibrary(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    var numbers = [0, 1, -1, .max, .min, 9, 10, 99_999_999, 100_000_000, 9_999_999_999_999_999]
    for _ in 0..<5_000 {
      numbers.append(
        Int(truncatingIfNeeded: random.next()) >> Int.random(in: 0..<64, using: &random))
    }
    var csv = CSVBuffer(file: "x.csv")
    for number in numbers {
      csv.append(number)
      csv.endRow()
    }
    let expected = numbers.map { "\($0)\n" }.joined()
    #expect(String(decoding: csv.bytes, as: UTF8.self) == expected, "seed \(seed)")
  }

  @Test(arguments: [UInt64(21), 22, 23]) func textsAreQuotedWhereTheyHaveTo(seed: UInt64) throws {
    let alphabet = ["a", "b", " ", ",", "\"", "\n", "\r", "é", "£", "’", "\u{0}", "-", "z"]
    var random = SeededGenerator(seed: seed)
    var csv = CSVBuffer(file: "x.csv")
    try csv.appendRow(["first", "second"])
    var rows: [[String]] = []
    var expected = "first,second\n"
    for _ in 0..<2_000 {
      let row = (0..<2).map { _ in
        let length = Int.random(in: 0...40, using: &random)
        // Rarely anything but letters, so that both kinds of cells occur at every length.
        return "x"
          + (0..<length).map { _ in
            random.next() % 16 == 0 ? alphabet.randomElement(using: &random)! : "a"
          }.joined()
      }
      rows.append(row)
      try csv.appendRow(row)
      expected +=
        row.map { text in
          text.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
            ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
        }.joined(separator: ",") + "\n"
    }
    #expect(String(decoding: csv.bytes, as: UTF8.self) == expected, "seed \(seed)")
    let file = CSVFile(bytes: csv.bytes)
    #expect(file.faults.isEmpty)
    for (index, row) in rows.enumerated() {
      let read = file.columns.map { $0.text(at: index) }
      if read != row { Issue.record("seed \(seed): \(row) is read as \(read)") }
    }
  }
}
