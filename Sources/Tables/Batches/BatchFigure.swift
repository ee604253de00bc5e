public import Parameters

/// What a batch looks at: an indicator of a scenario in a year.
public struct BatchFigure: Sendable, Hashable {
  /// The scenario's id.
  public let scenario: String
  /// The indicator.
  public let indicator: BatchIndicator
  /// The year to 31 March.
  public let year: Int

  /// A name that no other figure has.
  var name: String { "\(scenario) \(indicator.id) \(year)" }
}

/// A figure of a run by name: the headline figures, and those behind them.
public struct BatchIndicator: Sendable, Hashable, Identifiable {
  /// Its name, as in `headline.csv`.
  public let id: String
  /// What it is, for a reader.
  public let label: String
  /// Its unit; blank for a plain number.
  public let unit: String
  /// Whether it is one of the four headline figures.
  public let isHeadline: Bool
  let measure: HeadlineFigure.Measure

  /// Every indicator, headline figures first.
  public static let all: [BatchIndicator] =
    HeadlineFigure.all.flatMap { $0.indicators(isHeadline: true) }
    + HeadlineFigure.behind.flatMap { $0.indicators(isHeadline: false) }

  /// The indicator of a name; `funding_gap` is `gap`.
  ///
  /// - Throws: `InputError` with the nearest name.
  public static func named(_ name: String, at place: Place) throws -> BatchIndicator {
    let prefix = "funding_"
    let id = name.hasPrefix(prefix + "gap") ? String(name.dropFirst(prefix.count)) : name
    guard let found = all.first(where: { $0.id == id }) else {
      throw InputError(
        InputFault.unknownName(of: "indicator", found: name, among: all.map(\.id)), at: place)
    }
    return found
  }

  /// Whether both have one name.
  public static func == (a: BatchIndicator, b: BatchIndicator) -> Bool { a.id == b.id }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension HeadlineFigure {
  fileprivate func indicators(isHeadline: Bool) -> [BatchIndicator] {
    measures.map {
      BatchIndicator(
        id: $0.id, label: "\(label), \($0.label)", unit: $0.unit.rawValue, isHeadline: isHeadline,
        measure: $0)
    }
  }
}
