import Parameters

/// A published count of an authority in a year.
enum AreaCount: Sendable, Equatable {
  /// Not published, or of no such authority.
  case missing
  /// Suppressed: 1 to 5, as nearly every suppressed total is.
  case suppressed
  /// Published.
  case number(Double)

  /// What suppressed counts lie between, with half a child on either side.
  static let suppressedRange: ClosedRange<Double> = 0.5...5.5

  /// What the count lies between; `nil` where it is missing.
  var range: ClosedRange<Double>? {
    switch self {
    case .missing: nil
    case .suppressed: Self.suppressedRange
    case .number(let number): number...number
    }
  }

  /// The number, if it was published.
  var number: Double? { if case .number(let number) = self { number } else { nil } }
}

/// Published counts of today's authorities over years, those of authorities that came before them
/// included.
struct AreaCounts {
  private let series: Series
  private let areas: Areas

  init(_ series: Series, of areas: Areas) { (self.series, self.areas) = (series, areas) }

  /// The count of an authority.
  ///
  /// In a year in which it did not exist it has that of the one authority that it is, or is part of;
  /// none where several were joined.
  ///
  /// - Returns: The count, and of how many of today's authorities it is.
  func count(_ area: Area, in year: Int, _ categories: [String]) -> (AreaCount, of: Int) {
    if let entry = series.entry(year: year, [area.code] + categories) {
      return (Self.count(entry), 1)
    }
    let before = areas.changes.filter { change in
      change.now.contains(area.code)
        && series.entry(year: year, [change.area.code] + categories) != nil
    }
    guard before.count == 1, let change = before.first,
      let entry = series.entry(year: year, [change.area.code] + categories)
    else { return (.missing, 1) }
    return (Self.count(entry), change.now.count)
  }

  private static func count(_ entry: Series.Entry) -> AreaCount {
    if let value = entry.value { return .number(value) }
    return entry.status == .confidential ? .suppressed : .missing
  }
}
