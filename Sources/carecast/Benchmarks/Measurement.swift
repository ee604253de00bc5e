import Tables

/// How fast something was in the best of some repetitions.
struct Measurement: Sendable {
  /// What was measured, such as `csv.write`.
  let name: String
  /// Units done a second in the best repetition.
  let rate: Double
  /// What is counted, such as `rows/s`.
  let unit: String
  /// The rate of what the machine has to do in any case, as measured; `nil` if none was.
  var bound: Double?
  /// What the work came to, for comparing it with that of others; `nil` if it says nothing.
  var checksum: Double?
  /// Seconds of the best repetition.
  let best: Double
  /// How much longer the longest repetition took, over the best.
  let spread: Double
  /// How often it was repeated.
  let repetitions: Int

  /// The rate over the bound.
  var ratio: Double? { bound.map { rate / $0 } }

  /// Measures some work.
  ///
  /// - Parameters:
  ///   - amount: Units done by one repetition.
  ///   - repetitions: At least 1.
  init(
    _ name: String, amount: Int, unit: String, repetitions: Int, _ work: () throws -> Void
  ) rethrows {
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<repetitions { times.append(try clock.measure(work) / .seconds(1)) }
    let best = times.min()!
    self.name = name
    self.rate = Double(amount) / best
    self.unit = unit
    self.best = best
    spread = times.max()! / best - 1
    self.repetitions = repetitions
  }

  /// A table of measurements.
  static func text(of measurements: [Measurement]) -> String {
    var table = TextTable(columns: [
      .text("Measured"), .number("Rate"), .text("Unit"), .number("Bound"), .number("Ratio"),
      .number("Best, s"), .number("Spread, %"), .number("Times"),
    ])
    for one in measurements {
      table.add([
        one.name, FixedDecimal.grouped(one.rate, decimals: 0), one.unit,
        one.bound.map { FixedDecimal.grouped($0, decimals: 0) } ?? "",
        one.ratio.map { FixedDecimal.text($0, decimals: 2) } ?? "",
        FixedDecimal.text(one.best, decimals: 4), FixedDecimal.text(100 * one.spread, decimals: 0),
        String(one.repetitions),
      ])
    }
    return table.text()
  }

  /// The same for programs; numbers that were not measured are null.
  static func json(of measurements: [Measurement]) -> JSONValue {
    .array(
      measurements.map { one in
        [
          "name": .string(one.name), "rate": .number(one.rate), "unit": .string(one.unit),
          "bound": one.bound.map(JSONValue.number) ?? .null,
          "ratio": one.ratio.map(JSONValue.number) ?? .null, "best": .number(one.best),
          "checksum": one.checksum.map(JSONValue.number) ?? .null,
          "spread": .number(one.spread), "repetitions": .integer(one.repetitions),
        ]
      })
  }
}
