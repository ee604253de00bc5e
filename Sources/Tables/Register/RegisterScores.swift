import Parameters

/// Every kept projection beside what has been published since.
///
/// The miss of the stock is divided into what the projection opened on, entries, exits and the rest:
/// `P(y) − Y(y) = [P(o) − Y(o)] + Σ (Pᴱ − Yᴱ) − Σ (Pˣ − Yˣ) + rest`, sums over the years after the
/// opening o. The rest is what published starts and ceasings leave open: children counted once a year,
/// and transfers.
public struct RegisterScores: Sendable {
  /// One projected stock.
  struct Row: Sendable, Equatable {
    let id: String
    let scenario: String
    let area: String
    let year: Int
    let projected: Double
    let published: Double
    /// Whether the 95% interval holds what was published; `nil` without one.
    let isWithin: Bool?
    /// The parts of the miss; `nil` where a year's entries or exits are not published.
    let parts: Parts?

    var miss: Double { projected - published }
  }

  /// The parts of a miss, which add up to it.
  struct Parts: Sendable, Equatable {
    let opening: Double
    let entries: Double
    let exits: Double
    let rest: Double
  }

  let rows: [Row]
  /// How many projections are kept.
  let kept: Int

  /// Scores everything that is kept.
  ///
  /// - Throws: What reading the register throws.
  public init(of register: Register, against published: PublishedSince) throws {
    let all = try register.all()
    kept = all.count
    rows = all.flatMap { Self.rows(of: $0, against: published) }
  }

  private struct Line: Hashable {
    let scenario: String
    let area: String
  }

  private static func rows(of kept: Register.Kept, against published: PublishedSince) -> [Row] {
    let lines = Dictionary(grouping: kept.figures) { Line(scenario: $0.scenario, area: $0.area) }
    var seen: Set<Line> = []
    let order = kept.figures.map { Line(scenario: $0.scenario, area: $0.area) }
      .filter { seen.insert($0).inserted }
    return order.flatMap { line -> [Row] in
      let figures = lines[line]!
      let stocks = figures.filter { $0.figure == .stock }.sorted { $0.year < $1.year }
      let opening = stocks.last { $0.isOpening }
      return stocks.filter { !$0.isOpening }.compactMap { stock in
        published.value(.stock, of: line.area, in: stock.year).map { outcome in
          Row(
            id: kept.id, scenario: line.scenario, area: line.area, year: stock.year,
            projected: stock.value, published: outcome,
            isWithin: stock.interval.map { $0.contains(outcome) },
            parts: opening.flatMap {
              parts(
                of: stock.value - outcome, in: stock.year, since: $0, figures, line.area, published)
            })
        }
      }
    }
  }

  private static func parts(
    of miss: Double, in year: Int, since opening: KeptFigure, _ figures: [KeptFigure],
    _ area: String, _ published: PublishedSince
  ) -> Parts? {
    func sum(_ figure: RegisterFigure) -> Double? {
      let misses = (opening.year + 1...year).map { year -> Double? in
        guard let outcome = published.value(figure, of: area, in: year),
          let kept = figures.first(where: { $0.figure == figure && $0.year == year })
        else { return nil }
        return kept.value - outcome
      }
      return misses.contains(nil) ? nil : misses.reduce(0) { $0 + $1! }
    }
    guard let before = published.value(.stock, of: area, in: opening.year),
      let entries = sum(.entries), let exits = sum(.exits)
    else { return nil }
    let start = opening.value - before
    return Parts(
      opening: start, entries: entries, exits: -exits, rest: miss - start - entries + exits)
  }
}

extension RegisterScores {
  /// The scores for the terminal.
  public func text() -> String {
    guard !rows.isEmpty else {
      return "\(kept) kept; no projected year has been published. Give later figures with "
        + "--published.\n"
    }
    var table = TextTable(
      columns: [
        .text("Kept"), .text("Scenario"), .text("Area"), .number("Year"), .number("Projected"),
        .number("Published"), .number("Miss"), .text("In 95%"), .number("Opening"),
        .number("Entries"), .number("Exits"), .number("Rest"),
      ])
    func number(_ number: Double?) -> String {
      number.map { FixedDecimal.grouped($0, decimals: 0) } ?? "-"
    }
    for row in rows {
      table.add(
        [
          row.id, row.scenario, row.area, String(row.year), number(row.projected),
          number(row.published), number(row.miss), row.isWithin.map { $0 ? "yes" : "no" } ?? "-",
          number(row.parts?.opening), number(row.parts?.entries), number(row.parts?.exits),
          number(row.parts?.rest),
        ])
    }
    return table.text(width: 120)
  }

  /// The scores as a CSV file.
  ///
  /// - Throws: `TableError.formula` where a text would open as one.
  public var csv: OutputFile {
    get throws {
      try RowFile<Row>(
        path: "register-scores.csv", title: "Kept projections beside what was published since",
        key: ["kept", "scenario", "area", "year"],
        columns: [
          .text("kept", "Name in the register") { $0.id },
          .text("scenario", "Scenario") { $0.scenario },
          .text("area", "Code of the area") { $0.area },
          .whole("year", "Year to 31 March") { $0.year },
          .number("projected", "Children looked after, projected") { Self.rounded($0.projected) },
          .number("published", "Children looked after, published") { $0.published },
          .number("miss", "Projected less published") { Self.rounded($0.miss) },
          .text("within", "Whether the 95% interval holds what was published", isRequired: false) {
            $0.isWithin.map { $0 ? "yes" : "no" } ?? ""
          },
          .number("opening", "Part of the miss: the stock it opened on") {
            Self.rounded($0.parts?.opening)
          },
          .number("entries", "Part of the miss: entries since") { Self.rounded($0.parts?.entries) },
          .number("exits", "Part of the miss: exits since") { Self.rounded($0.parts?.exits) },
          .number("rest", "Part of the miss: what entries and exits leave open") {
            Self.rounded($0.parts?.rest)
          },
        ]
      ).file(of: rows).file
    }
  }

  private static func rounded(_ number: Double?) -> Double? {
    number.map { ($0 * 1e6).rounded() / 1e6 }
  }
}
