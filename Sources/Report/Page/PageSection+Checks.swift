extension PageSection {
  /// What was looked at when the page was made, and what was not.
  @Sendable static func checks(_ page: ReportPage) -> HTML {
    let items = page.checks.map { check -> HTML in
      let word = check.isPassed ? "Passed" : "Failed"
      return "<li class=\"\(word.lowercased())\"><b>\(word)</b>: \(check.sentence).</li>\n"
    }
    let notes = page.comparison.runs.flatMap { $0.summary.warnings?.values.flatMap { $0 } ?? [] }
    let claims = Set(notes.filter { $0.contains("a claim and no evidence") }).sorted()
    return """
      <ul class="checks">
      \(items)\(claims.map { "<li class=\"failed\"><b>Note</b>: \($0)</li>\n" as HTML })</ul>
      <p>Not looked at here: <code>carecast check</code> sets the model beside what was published, and
      <code>carecast backtest</code> scores forecasts of past years.</p>

      """
  }

  /// The commands that give the runs again.
  @Sendable static func again(_ page: ReportPage) -> HTML {
    page.comparison.runs.reduce("" as HTML) { html, run in
      let summary = run.summary
      let folder = RunSummary.quoted(run.name)
      return """
        \(html)<pre><code>\(summary.command(output: run.name))
        carecast reproduce \(folder)</code></pre>
        <p>carecast \(summary.version) on \(summary.platform); data with the SHA-256 digest
        <code>\(summary.data)</code>. The second line compares every byte with the run that this page
        shows.</p>

        """
    }
  }
}
