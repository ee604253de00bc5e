import Foundation
import Statistics
import Testing

@testable import Parameters

private let option = Place(file: "--set")

@Suite struct ParameterValueTests {
  @Test func aValueAppliesFromItsDay() throws {
    let rate = try validFolder().parameters.parameter("entries.rate")
    #expect(try rate.value(on: day("2024-04-01"), ["0"]) == 0.005)
    #expect(try rate.value(on: day("2047-03-31"), ["16-17"]) == 0.003)
    #expect(try rate.values(on: day("2024-04-01"), for: ["16-17", "0"]) == [0.003, 0.005])
    #expect(try rate.table(on: day("2024-04-01")).keys == [["0"], ["16-17"]])
    #expect(throws: InputError.self) { try rate.value(on: day("2024-03-31"), ["0"]) }
    #expect(throws: InputError.self) { try rate.value(on: day("2024-04-01"), ["1-4"]) }
  }

  @Test func theLastValueGrowsByItsIndexFromOneFinancialYearToTheNext() throws {
    let cost = try validFolder().parameters.parameter("cost")
    #expect(try cost.value(on: day("2024-04-01")) == 1000)
    #expect(try cost.value(on: day("2025-03-31")) == 1000)
    // 121 / 110 = 1.1 up to two roundings.
    #expect(abs(try cost.value(on: day("2025-04-01")) - 1100) < 1e-9)
    #expect(throws: InputError.self) { try cost.value(on: day("2026-04-01")) }
  }

  @Test func afterTheLastYearMayBeAnError() throws {
    var files = validFiles
    files["parameters/all.yaml"] = parameterText.replacingOccurrences(
      of: "{index: prices}", with: "error")
    let cost = try withFolder(files) { try DataFolder($0).parameters.parameter("cost") }
    #expect(try cost.value(on: day("2025-03-31")) == 1000)
    let found = collectedFaults { _ = try cost.value(on: day("2025-04-01")) }
    #expect(
      found.map(\.description) == [
        "parameters/all.yaml:15: cost has no value on 2025-04-01: its last applies to 2025-03-31."
      ])
  }

  @Test func aParameterMadeInCodeIsChecked() throws {
    func parameter(_ value: Double, unit: String = "share", prices: PriceBasis? = nil) throws {
      _ = try Parameter(
        id: "a", label: "A", unit: #require(MeasurementUnit(id: unit)), prices: prices,
        valid: 0...1, afterLast: .hold,
        values: [
          DatedValue(
            from: day("2024-04-01"), basis: .assumed, reason: "Invented.",
            table: ValueTable(value), spread: Spread(.beta, cv: 0.1))
        ])
    }
    try parameter(0.5)
    try parameter(0)
    #expect(throws: InputError.self) { try parameter(1.5) }
    #expect(throws: InputError.self) { try parameter(0.5, unit: "GBP") }
    #expect(throws: InputError.self) { try parameter(0.5, prices: .cash) }
  }

  @Test func spreadsHaveTheirLimits() {
    // Standard deviations: uniform h/√3, triangular h/√6, PERT h/√7 for the half width h.
    #expect(Spread(.uniform, low: 1, high: 3).limits(about: 2) == 1...3)
    #expect(Spread(fixed: "A constant.").limits(about: 2) == 2...2)
    #expect(Spread(.gamma, cv: 0.1).limits(about: 2) == nil)
    for (family, square) in [(Spread.Family.uniform, 3.0), (.triangular, 6), (.pert, 7)] {
      let limits = Spread(family, cv: 0.1).limits(about: -2)
      #expect(abs((limits?.upperBound ?? 0) - (-2 + 0.2 * square.squareRoot())) < 1e-15)
      #expect(abs((limits?.lowerBound ?? 0) - (-2 - 0.2 * square.squareRoot())) < 1e-15)
    }
  }
}

@Suite struct ParameterChangeTests {
  let set: ParameterSet
  let cost: Parameter

  init() throws {
    set = try validFolder().parameters
    cost = try set.parameter("cost")
  }

  @Test func aNumberSetLaterLeavesTheUpratingBeforeItAsItWas() throws {
    // The reform starts on 1 October 2025, half a year after the first uprating.
    let changed = try set.setting("cost", to: 500, from: day("2025-10-01"), at: option)
    for date in ["2024-04-01", "2025-03-31", "2025-04-01", "2025-09-30"].map(day) {
      #expect(try changed.value(of: "cost", on: date) == cost.value(on: date))
    }
    #expect(try changed.value(of: "cost", on: day("2025-10-01")) == 500)
  }

  @Test func aNumberThatWasSetIsUpratedAfterwards() throws {
    let changed = try set.setting("cost", to: 500, from: day("2024-10-01"), at: option)
    #expect(try changed.value(of: "cost", on: day("2025-03-31")) == 500)
    #expect(abs(try changed.value(of: "cost", on: day("2025-04-01")) - 550) < 1e-9)
  }

  @Test func changesActInTheOrderOfTheirDatesWhateverTheOrderOfTheCalls() throws {
    let first = try set.scaling("entries.rate", by: 2, from: day("2025-04-01"), at: option)
      .adding(0.001, to: "entries.rate.0", from: day("2026-04-01"), at: option)
    let second = try set.adding(0.001, to: "entries.rate.0", from: day("2026-04-01"), at: option)
      .scaling("entries.rate", by: 2, from: day("2025-04-01"), at: option)
    #expect(try first.value(of: "entries.rate", on: day("2026-04-01"), ["0"]) == 0.005 * 2 + 0.001)
    #expect(try first.value(of: "entries.rate", on: day("2026-04-01"), ["16-17"]) == 0.006)
    #expect(first.idsThatDiffer(from: second) == [])
    #expect(first["entries.rate"] == second["entries.rate"])
  }

  @Test func aChangeEndsWhereItIsToldTo() throws {
    let changed = try set.scaling(
      "entries.rate", by: 2, from: day("2025-04-01"), until: day("2026-04-01"), at: option)
    #expect(try changed.value(of: "entries.rate", on: day("2026-03-31"), ["0"]) == 0.01)
    #expect(try changed.value(of: "entries.rate", on: day("2026-04-01"), ["0"]) == 0.005)
  }

  @Test func everyChangedNumberIsRecorded() throws {
    let changed = try set.scaling("entries.rate", by: 2, from: day("2025-04-01"), at: option)
    #expect(
      changed.changes == [
        Change(
          parameter: "entries.rate", keys: ["0"], date: day("2025-04-01"), until: nil,
          operation: .multiply(2), from: 0.005, to: 0.01),
        Change(
          parameter: "entries.rate", keys: ["16-17"], date: day("2025-04-01"), until: nil,
          operation: .multiply(2), from: 0.003, to: 0.006),
      ])
  }

  @Test func aSetThatChangesNothingSaysSo() throws {
    let same = try set.scaling("entries.rate", by: 1, from: day("2025-04-01"), at: option)
      .setting("cost", to: 1000, from: day("2024-04-01"), at: option)
    #expect(same.idsThatDiffer(from: set) == [])
    #expect(same.changes.allSatisfy { !$0.changesValue })
    let other = try same.adding(
      0.001, to: "entries.rate.0", from: day("2046-04-01"), until: day("2046-04-02"), at: option)
    #expect(other.idsThatDiffer(from: set) == ["entries.rate"])
    #expect(set.idsThatDiffer(from: other) == ["entries.rate"])
  }

  @Test func wrongChangesAreRefused() throws {
    let start = day("2025-04-01")
    #expect(throws: InputError.self) { try set.setting("cost", to: -1, from: start, at: option) }
    #expect(throws: InputError.self) { try set.setting("cots", to: 1, from: start, at: option) }
    #expect(throws: InputError.self) {
      try set.scaling("cost", by: 2, from: day("2024-03-31"), at: option)
    }
    #expect(throws: InputError.self) {
      try set.scaling("cost", by: 2, from: start, until: start, at: option)
    }
  }

  @Test func pathsNameEveryNumber() throws {
    #expect(set.paths == ["cost", "entries.rate.0", "entries.rate.16-17"])
    for path in set.paths {
      let resolved = try set.resolve(path, at: option)
      #expect(set[resolved.id]?.keys.contains(resolved.keys) == true)
    }
    #expect(try set.resolve("entries.rate", at: option).keys == [])
    let near = collectedFaults { _ = try set.resolve("entires.rate.0", at: option) }
    #expect(near.map(\.nearest) == ["entries.rate.0"])
  }
}
