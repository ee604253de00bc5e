import Ensemble
import Statistics

extension OutputTable {
  /// The table with two more columns beside each indicator: the ends of the interval of each cell;
  /// not applicable where a cell has no number or one that does not vary.
  ///
  /// - Parameter intervals: By row and indicator.
  func with(intervals: [[Interval?]]) -> OutputTable {
    precondition(intervals.count == rows.count, "\(intervals.count) rows beside \(rows.count)")
    return OutputTable(
      stem: stem, title: title, time: time, filters: filters,
      indicators: indicators.flatMap { [$0, $0.bound(.lower), $0.bound(.upper)] },
      rows: zip(rows, intervals).map { row, intervals in
        Row(
          period: row.period, area: row.area, items: row.items,
          values: zip(row.values, intervals).flatMap { value, interval in
            [value, IndicatorValue(bound: interval?.lower), IndicatorValue(bound: interval?.upper)]
          })
      })
  }
}

extension IndicatorValue {
  /// An end of an interval, or not applicable.
  init(bound: Double?) {
    self = bound.map { .number(Uncertain($0)) } ?? .marker(.notApplicable)
  }
}

extension IndicatorHeading {
  /// Which end of an interval.
  enum Bound: String {
    case lower, upper
  }

  /// The column of an end of the intervals of this indicator.
  func bound(_ bound: Bound) -> IndicatorHeading {
    IndicatorHeading(
      id: "\(id)_\(bound.rawValue)_ci",
      label: "\(label), \(bound.rawValue), \(RunIntervals.label)", unit: unit,
      decimals: decimals, writtenDecimals: writtenDecimals)
  }
}
