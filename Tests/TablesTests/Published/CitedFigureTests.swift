import Parameters
import Tables
import Testing

/// The strict reader of `published-figures.yaml`, over the series that ship.
@Suite struct CitedFigureTests {
  typealias Sample = PublishedSample

  @Test func aFileAsItShouldBe() throws {
    #expect(try Sample.faults(Sample.file()).isEmpty)
  }

  @Test(arguments: [
    ("id: first", "id: frist", InputFault.Name.unknownName),
    ("wording: exact", "wording: nearly", .unknownName),
    ("series: children-looked-after", "series: children-looked-aftr", .unknownName),
    ("year: 2024", "year: 1924", .missingFigure),
    (", category: Total", ", category: Al", .missingFigure),
    (", category: Total", "", .missingFigure),
    ("why: They agree.", "reason: They agree.", .unknownKey),
    ("    ours: the opening\n", "", .missingKey),
  ])
  func aFaultIsNamed(_ old: String, _ new: String, _ name: InputFault.Name) throws {
    let faults = try Sample.faults(Sample.file(old, new))
    #expect(faults.contains { ($0 as? InputFault)?.name == name }, "\(faults)")
  }

  /// Without its figure, a comparison would be left out of every report.
  @Test func aComparisonWithoutAFigureIsAFault() throws {
    let faults = try Sample.faults(Sample.file(), ids: ["first", "second"])
    #expect(faults.count == 1)
    #expect(faults[0].what.contains("second"))
  }

  @Test func twoFiguresOfOneIdAreAFault() throws {
    let file = Sample.file()
    let faults = try Sample.faults(
      file
        + file.split(separator: "\n").dropFirst()
        .joined(separator: "\n"))
    #expect(faults.contains { ($0 as? InputFault)?.name == .duplicateIdentifier })
  }
}
