import Foundation
import Parameters
import Testing

/// Areas are found by name, code and number, and a wrong name says which was meant.
@Suite struct AreasTests {
  private func areas(_ text: String = areasText) throws -> Areas {
    try withFolder(["areas.yaml": text]) {
      try Areas($0.appendingPathComponent("areas.yaml"))
    }
  }

  @Test(arguments: [
    ("Dale", "E06000003"), ("dALE", "E06000003"), ("E06000003", "E06000003"),
    ("e06000003", "E06000003"), ("803", "E06000003"), ("Hill", "E06000002"),
    ("hill city of", "E06000002"), ("St Mary's", "E06000001"), ("st marys", "E06000001"),
    ("south & west", "E12000002"), ("981", "E12000002"), (" England ", "E92000001"),
    ("970", "E92000001"), ("Marshire", "E06000001"), ("E10000002", "E06000001"),
    ("902", "E06000001"),
  ])
  func anAreaIsFound(by name: String, code: String) throws {
    #expect(try areas().named(name).code == code)
  }

  @Test func anUnknownNameNamesTheNearest() throws {
    let areas = try areas()
    let error = try #require(throws: InputError.self) { try areas.named("Dael") }
    #expect(error.faults.first?.nearest == "Dale")
    #expect(throws: InputError.self) { try areas.named("Inner South") }
  }

  @Test func aDividedAuthorityNamesItsSuccessors() throws {
    let areas = try areas()
    let error = try #require(throws: InputError.self) { try areas.named("901") }
    for part in ["Northshire", "2021-04-01", "Hill, City of (E06000002)", "Dale (E06000003)"] {
      #expect(error.description.contains(part), "\(error)")
    }
  }

  @Test func allAreEnglandThenRegionsThenAuthoritiesByRegion() throws {
    let areas = try areas()
    #expect(
      areas.all.map(\.code) == [
        "E92000001", "E12000001", "E12000002", "E06000002", "E06000003", "E06000001",
      ])
    #expect(areas.authorities(in: areas.regions[1]).map(\.oldCode) == ["801"])
  }

  @Test func aSelectionHoldsEachAreaOnceInOrder() throws {
    let areas = try areas()
    #expect(try areas.selected(by: ["all"]) == areas.all)
    #expect(
      try areas.selected(by: ["dale", "regions", "England", "803"]).map(\.name) == [
        "England", "North", "South and West", "Dale",
      ])
    let error = try #require(throws: InputError.self) {
      try areas.selected(by: ["dlae", "regions", "hil"])
    }
    #expect(error.faults.map(\.nearest) == ["Dale", "Hill"])
  }

  /// A name that stands for two areas, a region that is none, a successor that is none, another
  /// country, and a key that is not known.
  @Test(arguments: [
    ("name: Dale,", "name: hill,", "'hill' is already defined"),
    ("number: 803", "number: 981", "'981' is already defined"),
    ("name: Dale, region: E12000001", "name: Dale, region: E12000009", "is not a known region"),
    ("now: [E06000001]", "now: [E06000009]", "is not a known authority"),
    ("{code: E92000001, number: 970", "{code: W92000004, number: 970", "is not a known country"),
    ("also: [Hill]", "alias: [Hill]", "the key 'alias' is not known"),
    ("now: [E06000001], ", "", "lacks the key 'now'"),
  ])
  func aBrokenFileIsFound(old: String, new: String, says: String) throws {
    let text = areasText.replacingOccurrences(of: old, with: new)
    try #require(text != areasText)
    let error = try #require(throws: InputError.self) { try areas(text) }
    #expect(error.description.contains(says), "\(error)")
  }
}
