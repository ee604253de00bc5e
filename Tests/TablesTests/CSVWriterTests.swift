import Foundation
import Parameters
import Testing

@testable import Tables

@Suite struct CSVWriterTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  /// Writes parts of 0, 1, 2, … rows.
  private func write(_ path: String, parts: Int, threads: Int) throws -> Int {
    try CSVWriter(path: path, header: ["part", "row"]).write(parts: parts, threads: threads) {
      part, csv in
      for row in 0..<part {
        csv.append(part)
        csv.append(row)
        csv.endRow()
      }
    }
  }

  @Test(arguments: [0, 1, 2, 100]) func theBytesDoNotDependOnTheThreads(parts: Int) throws {
    let expected =
      "part,row\n"
      + (0..<parts).flatMap { part in
        (0..<part).map { "\(part),\($0)\n" }
      }.joined()
    try withFolder { folder in
      for threads in [1, 2, 3, 8] {
        let size = try write(folder + "/x.csv", parts: parts, threads: threads)
        try #expect(text(folder + "/x.csv") == expected)
        #expect(size == expected.utf8.count)
      }
      try #expect(FileManager.default.contentsOfDirectory(atPath: folder) == ["x.csv"])
    }
  }

  @Test(arguments: [1, 2, 3]) func theFirstFormulaIsFoundAndNothingIsLeft(threads: Int) throws {
    try withFolder { folder in
      let path = folder + "/x.csv"
      try "before".write(toFile: path, atomically: true, encoding: .utf8)
      let writer = CSVWriter(path: path, header: ["text"])
      // Row 1 is the header; of three rows a part, the second of part 7 is row 24.
      #expect(throws: TableError.formula(file: path, row: 24, column: 1, text: "=7")) {
        try writer.write(parts: 40, threads: threads) { part, csv throws(TableError) in
          try csv.appendRow(["a"])
          try csv.appendRow([part % 10 == 7 ? "=\(part)" : "b"])
          try csv.appendRow(["c"])
        }
      }
      try #expect(text(path) == "before")
      try #expect(FileManager.default.contentsOfDirectory(atPath: folder) == ["x.csv"])
    }
  }

  @Test func aFileThatCannotBeWrittenSaysWhy() throws {
    try withFolder { folder in
      let missing = folder + "/none/x.csv"
      #expect(
        throws: TableError.notWritten(path: missing, reason: "No such file or directory")
      ) { try write(missing, parts: 1, threads: 1) }
      #expect(throws: TableError.notWritten(path: folder, reason: "Is a directory")) {
        try write(folder, parts: 1, threads: 1)
      }
      #expect(throws: TableError.notWritten(path: "/dev/full/x", reason: "Not a directory")) {
        try write("/dev/full/x", parts: 1, threads: 1)
      }
      try #expect(FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test(arguments: [0, 1, 2, 20_000]) func whatIsWrittenIsReadBack(count: Int) throws {
    try withFolder { folder in
      let path = folder + "/x.csv"
      try SampleRows(count: count).write(to: path, threads: 2)
      let read = try SampleRows.columns(of: path)
      #expect(read.rowCount == count)
      let states = SampleRows.states.count
      let nearest = { (number: Double) -> Double in
        Double(FixedDecimal.text(number, decimals: 2))!
      }
      let rows = 0..<count
      let runs: [Int] = rows.map { $0 / (states * 120) }
      let months: [Int] = rows.map { $0 / states % 120 }
      let codes: [Int32] = rows.map { Int32($0 % states) }
      let children: [Double] = rows.map { nearest(SampleRows.numbers($0).children) }
      let spending: [Double] = rows.map { nearest(SampleRows.numbers($0).spending) }
      let levels = Array(SampleRows.states.prefix(count))
      #expect(
        read.columns == [
          .whole(runs), .whole(months), .text(levels: levels, codes: codes), .number(children),
          .number(spending),
        ] as [CSVColumns.Column])
    }
  }
}
