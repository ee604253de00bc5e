import Parameters

/// The headline figures of a run for the terminal: a few years, one small table for each measure.
public struct HeadlineSummary: Sendable {
  /// The results.
  public let results: RunResults

  /// The summary of a run.
  public init(of results: RunResults) {
    self.results = results
  }

  /// The years shown: the opening one, the one, the five and the ten years after it, as far as the
  /// projection goes, and its last.
  public var years: [Int] {
    let opening = results.published.year
    let last = results.financialYears[results.financialYears.count - 1].endingIn
    return Set([0, 1, 5, 10].map { min(opening + $0, last) }).sorted()
  }

  /// The tables as text, blank lines between them; a measure without any figure is left out.
  ///
  /// - Parameter width: The most characters in a line.
  public func text(width: Int = 80) -> String {
    HeadlineFigure.all.flatMap { figure in
      figure.measures.compactMap { table(of: figure, $0, width: width) }
    }.joined(separator: "\n")
  }

  private func table(
    of figure: HeadlineFigure, _ measure: HeadlineFigure.Measure, width: Int
  ) -> String? {
    let values = results.scenarios.map { measure.values($0, results) }
    guard values.contains(where: { !$0.isEmpty }) else { return nil }
    let opening = results.published.year
    var table = TextTable(
      columns: [.text("Scenario")]
        + years.map { .number($0 == opening ? "\($0) outturn" : String($0)) })
    for (scenario, values) in zip(results.scenarios, values) {
      table.add(
        [scenario.title]
          + years.map { year in
            switch values[year] {
            case .number(let number):
              FixedDecimal.grouped(number, decimals: measure.decimals)
            case .marker(let marker): marker.rawValue
            case nil: "-"
            }
          })
    }
    return "\(figure.id)  \(figure.label), \(measure.label)\n" + table.text(width: width)
  }
}
