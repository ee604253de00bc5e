import Foundation
import Testing

@testable import Parameters

@Suite struct StrictNumberTests {
  @Test(arguments: [
    ("0", 0.0), ("-0.5", -0.5), ("12", 12), ("1e-05", 1e-5), ("1.5E3", 1500), ("+2", 2),
    ("1e+16", 1e16),
  ])
  func plainNumbersAreRead(_ text: String, _ value: Double) {
    #expect(strictNumber(text) == value)
  }

  @Test(arguments: [
    "", " 1", "1 ", "1,000", "nan", "inf", ".inf", "0x10", "1e999", ".5", "5.", "1.e3", "--1",
    "1_0",
    "£5", "1e", "٣",
  ])
  func otherTextIsNoNumber(_ text: String) {
    #expect(strictNumber(text) == nil)
  }

  @Test(arguments: [
    0, 1, -3, 0.1, 1e-300, 1e22, Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude,
    1.0 / 3,
  ])
  func numbersReadBack(_ number: Double) {
    #expect(strictNumber(shortestText(number)) == number)
  }
}

@Suite struct CSVTableTests {
  private func table(_ text: String) -> CSVTable? {
    CSVTable(Array(text.utf8), reportingTo: FaultCollector(file: "t.csv"))
  }

  private func fault(_ text: String) -> String? {
    let faults = FaultCollector(file: "t.csv")
    #expect(CSVTable(Array(text.utf8), reportingTo: faults) == nil)
    return faults.faults.first?.description
  }

  @Test func fieldsAreReadAsTheyStand() throws {
    let read = try #require(table("\u{FEFF}a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n,\" é\"\r\n"))
    #expect(read.header == ["a", "b"])
    #expect(read.rows.map(\.fields) == [["1", "x, \"y\"\nz"], ["", " é"]])
    #expect(read.rows.map(\.line) == [2, 4])
  }

  @Test func theLastLineMayLackItsEnd() {
    #expect(table("a\n1") == table("a\n1\n"))
    #expect(table("a")?.rows.isEmpty == true)
  }

  @Test func faultsNameTheirLine() {
    #expect(fault("a,b\n1,2\n3\n") == "t.csv:3: the row has 1 fields, the header 2.")
    #expect(fault("a,b\n\n")?.hasPrefix("t.csv:2:") == true)
    #expect(fault("a\nx\"y\n")?.hasPrefix("t.csv:2: not valid CSV") == true)
    #expect(fault("a\n\"x\ny\n")?.hasPrefix("t.csv:2: not valid CSV") == true)
    #expect(fault("a\n\"x\"y\n")?.hasPrefix("t.csv:2: not valid CSV") == true)
    #expect(fault("a\rb")?.hasPrefix("t.csv:1: not valid CSV") == true)
    #expect(fault("a,a\n")?.hasPrefix("t.csv:1: the key 'a'") == true)
    #expect(fault("") == "t.csv: the file is empty.")
    #expect(fault("\u{FEFF}") == "t.csv: the file is empty.")
  }
}

@Suite struct YAMLTests {
  /// A reader as other targets write them.
  private func read(_ text: String) throws -> [String] {
    try YAMLFile.parse(text, as: "x.yaml") { root -> [String]? in
      guard let record = root.record("the thing") else { return nil }
      let id = record.identifier("id")
      let count = record.integer("count", required: false)
      let share = record.number("share", required: false)
      let on = record.flag("on", required: false)
      let start = record.day("start", required: false)
      let names = record.texts("names", required: false)
      let range = record.range("range", required: false)
      record.finish()
      guard let id else { return nil }
      return [
        id, "\(count ?? 0)", "\(share ?? 0)", "\(on ?? false)", "\(start.map(\.description) ?? "")",
        names?.joined(separator: "+") ?? "", "\(range?.upperBound ?? 0)",
      ]
    }
  }

  @Test func everyGetterReads() throws {
    let text = """
      id: a.b-1
      count: 3
      share: 0.25
      on: true
      start: 2024-04-01
      names: [x, "0", 1-4]
      range: [0, 2]
      """
    #expect(try read(text) == ["a.b-1", "3", "0.25", "true", "2024-04-01", "x+0+1-4", "2.0"])
    #expect(try read("id: a\nnames: one")[5] == "one")
    #expect(try read("id: a\nnames: []")[5] == "")
  }

  @Test func allFaultsOfAFileComeTogetherInTheOrderOfLines() {
    let text = """
      idd: a
      count: 1.5
      share: .nan
      on: yes
      start: 2024-02-30
      names: {a: b}
      range: [2, 1]
      """
    let found = collectedFaults { _ = try read(text) }
    #expect(found.map(\.line) == [1, 1, 2, 3, 4, 5, 6, 7])
    #expect(found[0].what == "the thing lacks the key 'id'")
    #expect(found[1].nearest == "id")
    #expect(found[3].description == "x.yaml:3: share should be a number, not '.nan'.")
  }

  @Test(arguments: [
    "share: \"1\"", "share: ~", "share:", "share: [1]", "share: .inf", "share: 1e999",
  ])
  func noOtherTextIsANumber(_ line: String) {
    #expect(collectedFaults { _ = try read("id: a\n\(line)") }.map(\.line) == [2])
  }

  @Test func aKeyGivenTwiceIsAFaultAlsoInQuotationMarks() {
    let found = collectedFaults { _ = try read("id: a\n\"id\": b") }
    #expect(found.map(\.description) == ["x.yaml:1: the key 'id' appears more than once."])
  }

  @Test func oneFaultALine() {
    let error = InputError([
      Fault(InputFault.emptyFile, at: Place(file: "a")),
      Fault(InputFault.unknownKey("lable", among: ["label"]), at: Place(file: "b", line: 2)),
    ])
    #expect(
      error.description == """
        a: the file is empty.
        b:2: the key 'lable' is not known here. Allowed: label. Did you mean "label"?
        """)
  }
}
