extension PageSection {
  /// What is asked, and what the ranges are.
  @Sendable static func question(_ page: ReportPage) -> HTML {
    let questions = page.comparison.scenarios.map { scenario -> HTML in
      "<dt>\(scenario.title)</dt><dd>\(scenario.question)</dd>\n"
    }
    return "<dl>\n\(questions)</dl>\n\(ranges(page.comparison))"
  }

  /// What a range says, or that there are none.
  private static func ranges(_ comparison: Comparison) -> HTML {
    let without = comparison.runs.filter { $0.draws == nil }
    let draws = Set(comparison.runs.compactMap(\.draws)).sorted()
    let none: HTML =
      without.count == comparison.runs.count
      ? """
      <p><strong>These figures have no ranges</strong>, because the run was made without draws. They are
      less sure than single numbers look. <code>carecast project --draws 1000</code> gives each its range.</p>

      """
      : without.isEmpty
        ? ""
        : """
        <p>Figures of \(without.map(\.name).joined(separator: " and ")) have no ranges, because it was made
        without draws.</p>

        """
    guard !draws.isEmpty else { return none }
    return """
      <p>Numbers in brackets are a range: 95 of 100 computations with other plausible assumptions lie in it
      (\(draws.joined(separator: " and ")) were made). The range shows how sure the model is of its own
      figures, not all that may happen. Effects of reforms are not varied.</p>
      \(none)
      """
  }
}
