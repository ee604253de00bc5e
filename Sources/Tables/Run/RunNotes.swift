import Statistics
import CareModel
import Scenarios

/// What the reader of a run must know, for the terminal: a sentence for each scenario that has one,
/// and one for all levers that run without an effect. Each lever's own is in `run.json`.
public struct RunNotes: Sendable {
  private let levers: [String]
  private var sentences: [String]

  /// The notes of a run, each once.
  ///
  /// - Parameter ofParts: Whether the run is of areas within England too.
  public init(of results: RunResults, ofParts: Bool = false) {
    let warnings = results.scenarios.flatMap(\.assumptions.warnings)
    levers = Set(warnings.compactMap(\.lever)).sorted()
    sentences = warnings.filter { $0.lever == nil }.map(\.sentence).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
    if results.coverage != .everything,
      let opening = Opening.all.first(where: { $0.year == results.published.year })
    {
      sentences.append(Self.limits(of: opening))
    }
    if ofParts { sentences.append(AreaBasis.sentence(of: results)) }
    if let intervals = results.intervals {
      sentences.append(intervals.sentence)
      sentences.append(Self.chance(in: results.scenarios[0]))
    }
  }

  /// What is not projected from an opening, and why.
  private static func limits(of opening: Opening) -> String {
    "From 31 March \(opening.year) only children in care in England are projected, with entries, exits "
      + "and moves, from rates fitted to the years up to that day, with the population known then; "
      + "no care leavers, spending or gap: \(opening.reason)."
  }

  /// What chance adds, which no draw of the parameters holds.
  private static func chance(in scenario: RunResults.Scenario) -> String {
    let deviation = scenario.projection.chanceDeviations.last!.central
    return
      "Chance is not in them: were every rate of \(scenario.title) known, the children looked after "
      + "on 31 March \(scenario.projection.years.last!.year) would still have a standard deviation of "
      + "\(FixedDecimal.grouped(deviation, decimals: 0)), taking children as independent."
  }

  /// The notes, one by one.
  var notes: [String] {
    guard !levers.isEmpty else { return sentences }
    return sentences + [
      "\(levers.count == 1 ? "1 lever runs" : "\(levers.count) levers run") without an effect, "
        + "none being published, and change at most spending: \(levers.joined(separator: ", ")). "
        + "carecast show lever <id> says more."
    ]
  }

  /// The notes; empty where there are none.
  ///
  /// - Parameter width: The most characters in a line.
  public func text(width: Int = 80) -> String {
    notes.map { Paragraph.text($0, width: width, label: "Note: ") }.joined()
  }
}
