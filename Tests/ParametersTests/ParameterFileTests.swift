import Foundation
import Parameters
import Testing

@Suite struct ParameterFileTests {
  let names: ParameterFile.Names

  init() throws {
    let folder = try validFolder()
    names = ParameterFile.Names(sources: folder.sources, series: folder.series)
  }

  /// Law: what is written reads back equal, and writes the same bytes again.
  private func expectRoundTrip(_ parameters: [Parameter]) throws {
    let text = ParameterFile.text(of: parameters)
    let read = try ParameterFile.parse(text, as: "fitted/x.yaml", names: names)
    #expect(read == parameters)
    #expect(ParameterFile.text(of: read) == text)
  }

  @Test func filesReadBackEqual() throws {
    try expectRoundTrip([])
    let read = try ParameterFile.parse(parameterText, as: "x.yaml", names: names)
    try expectRoundTrip(read)
    try expectRoundTrip([read[1]])
  }

  @Test func anyNumberAndTextReadsBackEqual() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<100 {
      let numbers = (0..<4).map { _ in Double.random(in: -1...1, using: &random) * 1e-7 }
      let parameter = try Parameter(
        id: "a.b", label: "Quotes \" ' and \\, colon: # and\nlines\t£\u{85}\u{2028}\u{1}",
        unit: #require(MeasurementUnit(id: "number")), by: ["from", "to"], valid: -1...1,
        afterLast: .index(names.series.series("prices")), note: "- note",
        values: ["2024-04-01", "2025-04-01"].map { date in
          DatedValue(
            from: day(date), basis: .estimated,
            citation: Citation(source: "invented-2024", at: "table 1, \"x\""), how: "Fitted: {a}.",
            reason: "null", setBy: .prior,
            table: ValueTable(
              keys: [["null", "0"], ["null", "1-4"], ["~", "0"], ["true", "x: y"]],
              values: numbers),
            spread: Spread(.normal, cv: 0.1))
        })
      try expectRoundTrip([parameter])
    }
  }

  @Test func everySpreadReadsBackEqual() throws {
    let spreads: [Spread] =
      Spread.Family.allCases.filter { $0 != .fixed }.map { Spread($0, cv: 0.25) }
      + [.uniform, .triangular, .pert].map { Spread($0, low: 0.25, high: 0.75) }
      + [Spread(fixed: "A constant.")]
    for spread in spreads {
      try expectRoundTrip([
        Parameter(
          id: "a", label: "A", unit: #require(MeasurementUnit(id: "GBP")), prices: .notStated,
          valid: 0...1, afterLast: .error,
          values: [
            DatedValue(
              from: day("2024-04-01"), basis: .published,
              citation: Citation(source: "invented-2024", at: "table 1"),
              table: ValueTable(0.5), spread: spread)
          ])
      ])
    }
  }

  @Test func theTextIsStable() throws {
    let read = try ParameterFile.parse(parameterText, as: "x.yaml", names: names)
    #expect(
      ParameterFile.text(of: [read[0]]) == """
        - id: "entries.rate"
          label: "Children starting to be looked after"
          unit: "/child/year"
          by: ["age"]
          valid: [0, 1]
          after_last: hold
          values:
          - from: 2024-04-01
            basis: published
            source: {id: "invented-2024", at: "table 1"}
            value:
              "0": 0.005
              "16-17": 0.003
            spread: {family: gamma, cv: 0.04}

        """)
  }
}
