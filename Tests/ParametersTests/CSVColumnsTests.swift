import Foundation
import Testing

@testable import Parameters

@Suite struct CSVColumnsTests {
  private static let form: KeyValuePairs<String, CSVColumns.Kind> = [
    "id": .whole, "name": .text, "value": .number,
  ]

  private func read(_ bytes: [UInt8]) throws -> CSVColumns {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("carecast-\(UUID().uuidString).csv")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try CSVColumns(contentsOf: url, as: "t.csv", form: Self.form)
  }

  private func faults(_ text: String) throws -> [String] {
    let error = try #require(throws: InputError.self) { try read(Array(text.utf8)) }
    return error.faults.map(\.description)
  }

  @Test func everyKindIsReadByRFC4180() throws {
    let text = "\u{FEFF}id,name,value\r\n1,\"a, \"\"b\"\"\nc\",-0.5\n-2,é,\"3\"\r\n\"+3\",é,1e-05"
    let read = try read(Array(text.utf8))
    #expect(read.rowCount == 3)
    #expect(
      read.columns == [
        .whole([1, -2, 3]), .text(levels: ["a, \"b\"\nc", "é"], codes: [0, 1, 1]),
        .number([-0.5, 3, 1e-05]),
      ])
  }

  @Test func aHeaderAloneHasNoRows() throws {
    #expect(try read(Array("id,name,value".utf8)).rowCount == 0)
    #expect(try read(Array("id,name,value\n".utf8)).columns.count == 3)
  }

  @Test func allFaultsAreNamedByLine() throws {
    let found = try faults("id,name,value\n1.5,a,x\n1,\"two\nlines\",2\n1,a\n1,a,2,3\n,a,1 \n")
    #expect(
      found == [
        "t.csv:2: id should be a whole number, not '1.5'.",
        "t.csv:2: value should be a number, not 'x'.",
        "t.csv:5: the row has 2 fields, the header 3.",
        "t.csv:6: the row has 4 fields, the header 3.",
        "t.csv:7: id should be a whole number, not ''.",
        "t.csv:7: value should be a number, not '1 '.",
      ])
  }

  @Test func brokenFilesSayWhere() throws {
    #expect(try faults("") == ["t.csv: the file is empty."])
    #expect(
      try faults("id,value,name\n")
        == ["t.csv:1: the header is 'id,value,name'. Allowed: id,name,value."])
    let quoting = try faults("id,name,value\n1,x,2\n1,x\"y,2\n")
    #expect(quoting.count == 1 && quoting[0].hasPrefix("t.csv:3: not valid CSV: a quotation mark"))
    #expect(try faults("id,name,value\n1,\"x\n\n,2\n")[0].hasPrefix("t.csv:2: not valid CSV"))
    #expect(try faults("id,name,value\n1,\"x\"y,2\n")[0].hasPrefix("t.csv:2: not valid CSV"))
    #expect(try faults("id,name,value\n1,x\r,2\n")[0].hasPrefix("t.csv:2: not valid CSV"))
    let error = try #require(throws: InputError.self) {
      try read(Array("id,name,value\n1,".utf8) + [0xFF, 0x2C, 0x31])
    }
    #expect(error.description == "t.csv:2: the text is not UTF-8.")
    let missing = try #require(throws: InputError.self) {
      try CSVColumns(
        contentsOf: URL(fileURLWithPath: "/none/x.csv"), as: "x.csv", form: Self.form)
    }
    #expect(missing.description == "x.csv: cannot be read: there is no such file.")
  }

  @Test func readingEndsAtTheHundredthFault() throws {
    let rows = String(repeating: "1,a,x\n", count: 1_000)
    #expect(try faults("id,name,value\n" + rows).count == 100)
  }

  @Test func manyTextsAreToldApart() throws {
    let names = (0..<800).map { String(repeating: "n", count: $0 % 23) + "\($0 % 400)" }
    let distinct = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let text = "id,name,value\n" + names.map { "1,\($0),1\n" }.joined()
    let read = try read(Array(text.utf8))
    #expect(
      read.columns[1]
        == .text(
          levels: distinct, codes: names.map { Int32(distinct.firstIndex(of: $0)!) }))
  }
}

@Suite struct PlainNumberTests {
  /// The standard library reads every decimal as the nearest double.
  @Test(arguments: [UInt64(31), 32, 33, 34]) func everyDecimalIsReadAsTheNearestDouble(
    seed: UInt64
  ) {
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<20_000 {
      let digits = (0...random(21)).map { _ in "\(random(10))" }.joined()
      let fraction = (0..<random(24)).map { _ in "\(random(10))" }.joined()
      let exponent = random(4) == 0 ? "e\(random(60) - 30)" : ""
      let text =
        ["", "-", "+"][random(3)] + digits + (fraction.isEmpty ? "" : "." + fraction) + exponent
      let read = text.utf8Span.span.withUnsafeBytes { PlainNumber($0)?.double }
      if read?.bitPattern != Double(text)!.bitPattern {
        Issue.record("seed \(seed): \(text) is read as \(String(describing: read))")
      }
    }
  }

  @Test func wholeNumbersHaveTheRangeOfInt() {
    let whole = { (text: String) in
      text.utf8Span.span.withUnsafeBytes { PlainNumber($0)?.whole }
    }
    #expect(whole("9223372036854775807") == .max && whole("-9223372036854775808") == .min)
    #expect(whole("9223372036854775808") == nil && whole("-9223372036854775809") == nil)
    #expect(whole("10000000000000000000") == nil && whole("1.0") == nil && whole("1e3") == nil)
    #expect(whole("-0") == 0 && whole("007") == 7)
  }
}
