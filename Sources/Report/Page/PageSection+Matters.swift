import Sensitivity
import Tables

extension PageSection {
  /// Which assumptions matter most, where an analysis says so.
  @Sendable static func matters(_ page: ReportPage) -> HTML {
    guard let findings = page.findings else {
      let output = RunSummary.quoted("\(page.comparison.runs[0].name)-sensitivity")
      return """
        <p>Not looked at for this page. This makes the analysis, and <code>--sensitivity</code> adds it:</p>
        <pre><code>carecast sensitivity --method sobol --indicators gap_cumulative neet_share --output \(output)</code></pre>

        """
    }
    let kind = findings.method.kinds.first { $0.id == findings.method.rankedBy }
    let labels = page.comparison.runs[0].labels
    let tables = findings.figures.map { figure -> HTML in
      let rows = figure.inputs.map { input -> [String] in
        let decimals = Self.decimals(for: input)
        return [
          labels.label(of: input.name) + " (\(input.name))",
          RunFigure(value: input.value, range: input.range).wholeText(decimals), input.note,
        ]
      }
      let hasNotes = rows.contains { !$0[2].isEmpty }
      let name = BatchIndicator.all.first { $0.id == figure.indicator }?.label ?? figure.indicator
      return PageTable(
        caption: "\(name), \(figure.year), \(figure.scenario)",
        header: ["Assumption", findings.method.rankedBy] + (hasNotes ? ["Note"] : []),
        rows: hasNotes ? rows : rows.map { Array($0.dropLast()) }
      ).html
    }
    return """
      <p>The assumptions that matter most to each figure, by
      \(findings.method.rankedBy): \(kind?.sentence ?? findings.method.sentence) In brackets is the
      interval of 95%.</p>
      <div class="cards">\(tables)</div>

      """
  }

  /// Decimals with which an input and its interval can be read.
  private static func decimals(for input: SensitivityFindings.Input) -> Int {
    let size = max(
      abs(input.value), abs(input.range?.lowerBound ?? 0), abs(input.range?.upperBound ?? 0))
    return size >= 1000 ? 0 : size >= 10 ? 1 : 2
  }
}
