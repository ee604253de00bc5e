import Tables

/// A page about one run or several: one file that needs nothing else.
public struct ReportPage: Sendable {
  let comparison: Comparison
  let findings: SensitivityFindings?
  let checks: [PageCheck]
  private let drawings: [Drawing]

  /// A picture with its drawing.
  struct Drawing: Sendable {
    let part: Picture.Part
    let picture: Picture
    let svg: HTML
  }

  /// Draws the pictures and makes the checks.
  ///
  /// - Parameters:
  ///   - comparison: The runs.
  ///   - findings: What matters most, where that is known.
  ///   - checks: What was looked at besides the figures.
  ///   - gnuplot: What draws.
  /// - Throws: `ReportError.apart`, `notDrawn`.
  public init(
    of comparison: Comparison, findings: SensitivityFindings?, checks: [PageCheck],
    drawnBy gnuplot: Gnuplot
  ) throws {
    try findings?.check(beside: comparison.runs[0])
    self.comparison = comparison
    self.findings = findings
    self.checks = PageCheck.ofFigures(comparison) + checks
    drawings = try Picture.all(of: comparison).map { part, picture in
      Drawing(
        part: part, picture: picture, svg: try SVGDrawing(of: picture, by: gnuplot).inline())
    }
  }

  /// The pictures of a part.
  func drawings(in part: Picture.Part) -> [Drawing] { drawings.filter { $0.part == part } }

  /// The last year of the projection, to 31 March.
  var lastYear: Int { comparison.years.last ?? 0 }

  private var title: String {
    let years = comparison.years
    return "Children's social care in England, \(years.first ?? 0) to \(lastYear)"
  }

  /// The whole page.
  public var text: String {
    let sections = PageSection.all.map { section -> HTML in
      """
      <section aria-labelledby="\(section.id)">
      <h2 id="\(section.id)">\(section.heading)</h2>
      \(section.body(self))</section>

      """
    }
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title)</title>
      <style>
      \(raw: StyleSheet.text)</style>
      </head>
      <body>
      <a class="skip" href="#content">Skip to the content</a>
      <header>
      <h1>\(title)</h1>
      <p>A projection by carecast \(comparison.runs[0].summary.version), made from published statistics.
      It says what would follow if its assumptions held. It does not foresee shocks.</p>
      </header>
      <main id="content" tabindex="-1">
      \(sections)</main>
      <footer><p>\(raw: Self.licence)</p></footer>
      </body>
      </html>

      """
    return page.text
  }

  private static let licence =
    "Contains public sector information licensed under the Open Government Licence v3.0. "
    + "assumptions.csv of the run names the source of every number."
}

extension Picture {
  /// Every picture of some runs, with the part of the page that it stands in.
  static func all(of comparison: Comparison) -> [(part: Part, picture: Picture)] {
    kinds.flatMap { kind in kind.pictures(comparison).map { (kind.part, $0) } }
  }
}
