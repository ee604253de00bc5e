import Sensitivity
import Tables

extension PageSection {
  /// Which assumptions matter most, where an analysis says so.
  @Sendable static func matters(_ page: ReportPage) -> HTML {
    guard let findings = page.findings else {
      let run = page.comparison.runs[0]
      let known = run.scenarios.first?.figures.headline ?? [:]
      let indicators = ["gap_cumulative", "neet_share"].filter { known[$0] != nil }
      let scenario = RunSummary.quoted(run.summary.option("--scenario") ?? "baseline")
      let command =
        "carecast sensitivity --method sobol --scenario \(scenario) --indicators "
        + (indicators.isEmpty ? ["children"] : indicators).joined(separator: " ")
        + " --output \(RunSummary.quoted("\(run.name)-sensitivity"))"
      return """
        <p>Not looked at for this page. This makes the analysis, and <code>--sensitivity</code> adds it:</p>
        <pre><code>\(command)</code></pre>

        """
    }
    let kind = findings.method.kinds.first { $0.id == findings.method.rankedBy }
    let labels = page.comparison.runs[0].labels
    let tables = findings.figures.map { figure -> HTML in
      let name = BatchIndicator.all.first { $0.id == figure.indicator }?.label ?? figure.indicator
      let table = PageTable(
        caption: "\(name), \(figure.year), \(figure.scenario)",
        header: ["Assumption", findings.method.rankedBy],
        rows: figure.inputs.map { input in
          [
            "\(labels.label(of: input.name)) (\(input.name))",
            RunFigure(value: input.value, range: input.range).wholeText(Self.decimals(for: input)),
          ]
        })
      let notes = Set(figure.inputs.map(\.note)).subtracting([""]).sorted()
      let note: HTML =
        notes.isEmpty ? "" : "<p><small>Note: \(notes.joined(separator: "; ")).</small></p>\n"
      return "<div>\(table.html)\(note)</div>\n"
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
