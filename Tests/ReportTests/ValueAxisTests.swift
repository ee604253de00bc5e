import Testing

@testable import Report

/// An axis says in what it counts, and whether it begins at 0.
@Suite struct ValueAxisTests {
  @Test(arguments: [
    ([83_530.0, 70_000], "Thousand children; the axis does not begin at 0"),
    ([2000.0, 1900], "Children; the axis does not begin at 0"), ([4000, 20], "Children"),
    ([9000, 0], "Thousand children"),
  ])
  func unitsAreInWords(values: [Double], unit: String) throws {
    let axis = try #require(ValueAxis(of: values))
    #expect(axis.unit("Children", thousand: "Thousand children") == unit)
    #expect(axis.words.hasPrefix("set yrange [0.0:") == axis.beginsAtZero)
  }

  @Test func withoutValuesThereIsNone() { #expect(ValueAxis(of: []) == nil) }
}
