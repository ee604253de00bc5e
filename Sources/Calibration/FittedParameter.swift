import Parameters

/// How a fitted parameter is written: its identity and what decided it.
struct FittedParameter {
  let id: String
  let label: String
  let unit: String
  let dimensions: [String]
  let valid: ClosedRange<Double>
  let keys: [[String]]
  let values: [Double]

  /// Standard deviation relative to the value, or on the parameter's own scale for a trend.
  let deviation: Double

  /// The share of the prior's standard deviation that the data left, largest over the categories.
  let priorShare: Double

  let how: String

  /// Below this share of the prior's standard deviation the data are said to have set a value.
  static let dataShare = 0.5

  /// The parameter as it goes into the file.
  ///
  /// - Parameters:
  ///   - from: The first day on which it applies.
  ///   - source: The release to which it was fitted.
  func parameter(from: Day, source: String) throws -> Parameter {
    let isTrend = id.hasSuffix("trend") || id.hasSuffix("slope")
    let largest = values.map(abs).max() ?? 0
    let spread =
      isTrend
      ? Spread(.normal, cv: deviation / max(largest, 1e-6))
      : Spread(.logNormal, cv: deviation)
    return try Parameter(
      id: id, label: label, unit: MeasurementUnit(id: unit)!, by: dimensions, valid: valid,
      afterLast: .hold,
      values: [
        DatedValue(
          from: from, basis: .estimated,
          citation: Citation(source: source, at: "national tables, reporting years 2019 to 2024"),
          how: how, setBy: priorShare < Self.dataShare ? .data : .prior,
          table: ValueTable(keys: keys, values: values), spread: spread)
      ])
  }
}
