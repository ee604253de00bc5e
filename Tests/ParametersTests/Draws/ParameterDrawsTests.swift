import Foundation
import Statistics
import Testing

@testable import Parameters

/// An invented parameter from 1 April 2024 on.
private func invented(
  id: String = "invented", unit: String = "number", valid: ClosedRange<Double> = 0...1e6,
  basis: Basis = .assumed, _ table: ValueTable, _ spread: Spread
) throws -> Parameter {
  try Parameter(
    id: id, label: id, unit: #require(MeasurementUnit(id: unit)),
    by: table.keys[0].indices.map { "dimension-\($0)" }, valid: valid, afterLast: .hold,
    values: [
      DatedValue(
        from: day("2024-04-01"), basis: basis,
        citation: basis == .published ? Citation(source: "act-1988", at: "section 1") : nil,
        reason: basis == .assumed ? "Invented." : nil, table: table, spread: spread)
    ])
}

private func drawn(
  _ parameter: Parameter, _ draws: Range<Int>, seed: UInt64 = 7
) throws -> [Uncertain] {
  try ParameterDraws(seed: seed, draws: draws).values(of: parameter)[0]
}

private func numbers(_ number: Uncertain, _ count: Int) -> [Double] {
  (0..<count).map { number[$0] }
}

/// What is drawn for the numbers of a parameter.
@Suite struct ParameterDrawsTests {
  /// Every family that varies, about 0.3 and 0.6, cut off at 0.2 and 0.7.
  static let spreads: [Spread] = [
    Spread(.normal, cv: 0.5), Spread(.logNormal, cv: 0.5), Spread(.gamma, cv: 0.5),
    Spread(.beta, cv: 0.5), Spread(.uniform, cv: 0.5), Spread(.triangular, cv: 0.5),
    Spread(.pert, cv: 0.5), Spread(.uniform, low: 0.25, high: 0.65),
  ]
  static let table = ValueTable(["a": 0.3, "b": 0.6])

  @Test(arguments: spreads) func drawZeroIsTheValueItself(spread: Spread) throws {
    let parameter = try invented(valid: 0.2...0.7, Self.table, spread)
    let values = try drawn(parameter, 0..<64)
    #expect(values.map(\.central) == [0.3, 0.6])
    #expect(Set(numbers(values[0], 64)).count > 32)
  }

  @Test(arguments: spreads) func aTileIsItsPartsAndASeedItsBytes(spread: Spread) throws {
    let parameter = try invented(valid: 0.2...0.7, Self.table, spread)
    let whole = try drawn(parameter, 0..<64)
    #expect(try drawn(parameter, 0..<64) == whole)
    let (first, second) = (try drawn(parameter, 0..<32), try drawn(parameter, 32..<64))
    for (all, parts) in zip(whole, zip(first, second)) {
      #expect(numbers(all, 64) == numbers(parts.0, 32) + numbers(parts.1, 32))
    }
    #expect(try drawn(parameter, 0..<64, seed: 8) != whole)
  }

  @Test(arguments: spreads) func drawsStayInsideTheValidRange(spread: Spread) throws {
    let parameter = try invented(valid: 0.2...0.7, Self.table, spread)
    for value in try drawn(parameter, 0..<2000) { #expect((0.2...0.7).contains(value)) }
  }

  @Test(arguments: spreads) func aPlaceIsAQuantileOfTheCutDistribution(spread: Spread) throws {
    let parameter = try invented(valid: 0.2...0.7, Self.table, spread)
    let places = [0, 0.01, 0.5, .nan, 0.9, 1]
    let draws = ParameterDraws(places: ["invented.a": places], count: places.count)
    let values = try draws.values(of: parameter)[0]
    #expect(values[1] == .known(0.6))
    let number = try #require(try parameter.uncertainNumbers().first)
    #expect(number.path == "invented.a" && number.value == 0.3 && !number.isPartOfWhole)
    for (k, place) in places.enumerated() {
      #expect((0.2...0.7).contains(values[0][k]))
      if place.isNaN {
        #expect(values[0][k] == 0.3)
      } else {
        // Ends are where the cut distribution's are; within, each number stands at its place.
        let found = number.distribution.cumulative(at: values[0][k])
        #expect(abs(found - place) < 1e-9, "\(spread) at \(place)")
      }
    }
  }

  @Test func whatIsFixedOrZeroIsNoUncertainNumber() throws {
    let table = ValueTable(["a": 0.3, "b": 0])
    #expect(
      try invented(table, Spread(.normal, cv: 0.1)).uncertainNumbers().map(\.path) == ["invented.a"]
    )
    let fixed = try invented(basis: .published, table, Spread(fixed: "Invented."))
    #expect(try fixed.uncertainNumbers().isEmpty)
    let shares = try invented(
      unit: "share", valid: 0...1, ValueTable(["a": 0.25, "b": 0.75]), Spread(.normal, cv: 0.1))
    #expect(try shares.uncertainNumbers().allSatisfy(\.isPartOfWhole))
  }

  /// A change with a number of its own in each draw is the change with that number.
  @Test func amountsByDrawAreTheAmountsOneByOne() throws {
    let set = try ParameterSet([invented(valid: 0...10, Self.table, Spread(.normal, cv: 0.1))])
    let amounts = [0.5, 1, 1.25]
    let place = Place(file: "test")
    let changes: [(Uncertain) -> ParameterOperation] = [
      { .set($0) }, { .multiply($0) }, { .add($0) },
    ]
    for change in changes {
      let together = try DrawnParameters(
        set.changing("invented.a", change(.drawn(amounts)), from: day("2025-04-01"), at: place))
      for (k, amount) in amounts.enumerated() {
        let alone = try set.changing(
          "invented.a", change(.known(amount)), from: day("2025-04-01"), at: place)
        for on in ["2024-04-01", "2026-04-01"] {
          #expect(
            try together.value(of: "invented", on: day(on), ["a"])[k]
              == alone.value(of: "invented", on: day(on), ["a"]))
        }
      }
    }
    #expect(throws: InputError.self) {
      try set.changing(
        "invented.a", .multiply(.drawn([1, 100])), from: day("2025-04-01"), at: place)
    }
  }

  @Test func sharesThatAddToOneDoSoInEveryDraw() throws {
    let keys = [["x", "a"], ["x", "b"], ["x", "c"], ["y", "a"], ["y", "b"], ["y", "c"]]
    let table = ValueTable(keys: keys, values: [0.2, 0.3, 0.5, 0.7, 0.2, 0.05])
    let shares = try invented(
      unit: "share", valid: 0...1, table, Spread(.normal, cv: 0.2))
    let values = try drawn(shares, 0..<256)
    #expect(values.map(\.central) == table.values)
    let free = try drawn(
      invented(unit: "number", valid: 0...1, table, Spread(.normal, cv: 0.2)), 0..<256)
    for draw in 0..<256 {
      let whole = values[0][draw] + values[1][draw] + values[2][draw]
      #expect(abs(whole - 1) <= 4e-16, "draw \(draw)")
      // Proportions are those drawn.
      let ratio = values[0][draw] / values[1][draw]
      #expect(abs(ratio / (free[0][draw] / free[1][draw]) - 1) <= 1e-15, "draw \(draw)")
    }
    // What adds up to less than 1 is left as drawn.
    #expect(Array(values[3...]) == Array(free[3...]))
  }

  @Test func aFixedNumberAndZeroDoNotVary() throws {
    #expect(
      try drawn(invented(basis: .published, ValueTable(3), Spread(fixed: "A constant.")), 0..<9)
        == [.known(3)])
    for family in [Spread.Family.normal, .logNormal, .gamma, .beta, .uniform, .pert] {
      let values = try drawn(
        invented(ValueTable(["a": 0, "b": 0.5]), Spread(family, cv: 0.1)), 0..<9)
      #expect(values[0] == .known(0), "\(family)")
      guard case .drawn = values[1] else {
        Issue.record("\(family): \(values[1])")
        continue
      }
    }
  }

  /// Of 4,095 draws the mean is off by its standard error at most four times in a hundred thousand,
  /// the variance by that of a normal's, and wider by the log-normal's longer tail.
  @Test(arguments: [(Spread.Family.normal, 2.0), (.logNormal, 3)])
  func meanAndDeviationAreTheStatedOnes(family: Spread.Family, tail: Double) throws {
    let parameter = try invented(
      valid: -1e6...1e6, ValueTable(50), Spread(family, cv: 0.2))
    let values = numbers(try drawn(parameter, 1..<4096)[0], 4095)
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    #expect(abs(mean - 50) < 4 * 10 / count.squareRoot(), "\(mean)")
    #expect(abs(variance / 100 - 1) < 4 * (tail / count).squareRoot(), "\(variance)")
  }

  @Test func aNumberDoesNotDependOnTheOthers() throws {
    let both = try drawn(invented(Self.table, Spread(.gamma, cv: 0.3)), 0..<32)
    let one = try drawn(invented(ValueTable(["b": 0.6]), Spread(.gamma, cv: 0.3)), 0..<32)
    #expect(one[0] == both[1])
    #expect(numbers(both[0], 32).map { $0 / 0.3 } != numbers(both[1], 32).map { $0 / 0.6 })
    let named = try drawn(invented(id: "other", Self.table, Spread(.gamma, cv: 0.3)), 0..<32)
    #expect(named[1] != both[1])
  }

  /// A number drawn high is high in all its dated values.
  @Test func datedValuesRiseAndFallTogether() throws {
    let spread = Spread(.logNormal, cv: 0.3)
    let dated = ["2024-04-01", "2025-04-01"].enumerated().map { index, from in
      DatedValue(
        from: day(from), basis: .assumed, reason: "Invented.",
        table: ValueTable(Double(index + 1)), spread: spread)
    }
    let parameter = try Parameter(
      id: "invented", label: "Invented", unit: #require(MeasurementUnit(id: "number")),
      valid: 0...100, afterLast: .hold, values: dated)
    let values = try ParameterDraws(seed: 1, draws: 0..<64).values(of: parameter)
    for draw in 0..<64 {
      #expect(abs(values[1][0][draw] / values[0][0][draw] - 2) < 1e-12, "draw \(draw)")
    }
  }
}

/// Drawn numbers under the changes of a scenario.
@Suite struct DrawnParametersTests {
  static func drawn(_ set: ParameterSet) throws -> DrawnParameters {
    try DrawnParameters(
      set, drawn: DrawnValues(of: set, in: ParameterDraws(seed: 7, draws: 0..<64)))
  }

  static let date = day("2026-04-01")
  static let place = Place(file: "test")
  let set: ParameterSet

  init() throws {
    set = try ParameterSet([
      invented(id: "rate", valid: 0...1, ParameterDrawsTests.table, Spread(.beta, cv: 0.3)),
      invented(id: "cost", ValueTable(50), Spread(.logNormal, cv: 0.2)),
    ])
  }

  @Test func withoutDrawsEveryNumberIsKnown() throws {
    let plain = DrawnParameters(set)
    #expect(plain.ids == ["cost", "rate"])
    #expect(try plain.value(of: "rate", on: Self.date, ["b"]) == .known(0.6))
    let drawn = try Self.drawn(set)
    #expect(try drawn.value(of: "rate", on: Self.date, ["b"]).central == 0.6)
    #expect(throws: InputError.self) { try drawn.value(of: "rat", on: Self.date, ["b"]) }
  }

  @Test func aChangeActsOnEveryDrawFromItsDate() throws {
    let changed = try set.scaling("rate.b", by: 0.5, from: Self.date, at: Self.place)
      .adding(3, to: "cost", from: Self.date, at: Self.place)
    let before = try Self.drawn(set)
    let after = try Self.drawn(changed)
    let day = day("2025-04-01")
    for (id, keys) in [("rate", ["a"]), ("rate", ["b"]), ("cost", [])] {
      #expect(try after.value(of: id, on: day, keys) == before.value(of: id, on: day, keys))
    }
    let rate = try before.value(of: "rate", on: Self.date, ["b"])
    #expect(try after.value(of: "rate", on: Self.date, ["b"]) == rate.map { $0 * 0.5 })
    let cost = try before.value(of: "cost", on: Self.date)
    #expect(try after.value(of: "cost", on: Self.date) == cost.map { $0 + 3 })
    let other = try before.value(of: "rate", on: Self.date, ["a"])
    #expect(try after.value(of: "rate", on: Self.date, ["a"]) == other)
  }

  @Test func aNumberThatIsSetIsKnown() throws {
    let changed = try set.setting("rate.a", to: 0.25, from: Self.date, at: Self.place)
    let drawn = try Self.drawn(changed)
    #expect(try drawn.value(of: "rate", on: Self.date, ["a"]) == .known(0.25))
  }

  /// 0.6 × 1.5 is a share, but some draws of it are not.
  @Test func aDrawTakenOutOfTheValidRangeIsAnError() throws {
    let changed = try set.scaling("rate.b", by: 1.5, from: Self.date, at: Self.place)
    #expect(try DrawnParameters(changed).value(of: "rate", on: Self.date, ["b"]).central <= 1)
    let drawn = try Self.drawn(changed)
    let error = try #require(throws: InputError.self) {
      try drawn.value(of: "rate", on: Self.date, ["b"])
    }
    #expect(error.description.contains("a draw of rate.b on 2026-04-01"), "\(error)")
    guard case .outOfRange? = error.faults.first?.kind as? InputFault else {
      Issue.record("\(error)")
      return
    }
    #expect(throws: Never.self) { try drawn.value(of: "rate", on: Self.date, ["a"]) }
  }

  @Test func whatIsDrawnDoesNotDependOnOtherParameters() throws {
    let alone = try Self.drawn(ParameterSet([set.parameter("cost")]))
    let both = try Self.drawn(set)
    #expect(try alone.value(of: "cost", on: Self.date) == both.value(of: "cost", on: Self.date))
  }
}
