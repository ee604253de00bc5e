import Parameters
import Statistics

/// How a fitted parameter is written: its identity and what decided it.
struct FittedParameter {
  let id: String
  let label: String
  let unit: String
  let dimensions: [String]
  let valid: ClosedRange<Double>
  let keys: [[String]]
  let values: [Uncertain]

  /// Standard deviation relative to the value, or on the parameter's own scale for a trend.
  let deviation: Double

  /// The share of the prior's standard deviation that the data left, largest over the categories.
  let priorShare: Double

  let how: String

  /// The scale on which its numbers are drawn: trends as they are, single shares by their odds, all
  /// others in proportion. Shares that add up to 1 are divided by their sum afterwards.
  var scale: FittedDistribution.Scale {
    if id.hasSuffix("trend") || id.hasSuffix("slope") { return .identity }
    return unit == "share" && dimensions.isEmpty ? .logit : .relative
  }

  /// The parameter as it goes into the file.
  ///
  /// - Parameters:
  ///   - from: The first day on which it applies.
  ///   - last: The last reporting year that was fitted.
  ///   - source: The release to which it was fitted.
  func parameter(from: Day, through last: Int, source: String) throws -> Parameter {
    let values = values.map(\.central)
    let largest = values.map(abs).max() ?? 0
    let spread =
      scale == .identity
      ? Spread(.normal, cv: deviation / max(largest, 1e-6))
      : Spread(.logNormal, cv: deviation)
    return try Parameter(
      id: id, label: label, unit: MeasurementUnit(id: unit)!, by: dimensions, valid: valid,
      afterLast: .hold,
      values: [
        DatedValue(
          from: from, basis: .estimated,
          citation: Citation(
            source: source, at: "national tables, reporting years 2019 to \(last)"),
          how: how, setBy: priorShare < FitRecord.dataShare ? .data : .prior,
          table: ValueTable(keys: keys, values: values), spread: spread)
      ])
  }
}
