import Tables

extension PageSection {
  /// The headline figures, a table each.
  @Sendable static func headline(_ page: ReportPage) -> HTML {
    let scenarios = page.comparison.scenarios
    let cards = HeadlineCard.all.filter { card in
      card.columns.contains { column in
        scenarios.contains { $0.figures.headline[column.measure] != nil }
      }
    }.map { html(of: $0, page) }
    let place: HTML =
      page.comparison.place == "England"
      ? ""
      : "<p>These figures are of England. Children, spending and funding below are of \(page.comparison.place).</p>\n"
    return "\(place)<div class=\"cards\">\n\(cards)</div>\n"
  }

  private static func html(of card: HeadlineCard, _ page: ReportPage) -> HTML {
    let scenarios = page.comparison.scenarios
    let isCompared = scenarios.contains { $0.base != nil }
    let first = card.columns[0]
    let head =
      [first.label(page.lastYear)] + (isCompared ? ["Less baseline"] : [])
      + card.columns.dropFirst().map { $0.label(page.lastYear) }
    let rows = scenarios.map { scenario -> HTML in
      let figures = card.columns.map { $0.figure(of: scenario.figures, in: page.lastYear) }
      let difference = scenario.base.flatMap { base -> String? in
        guard let base = first.figure(of: scenarios[base].figures, in: page.lastYear),
          let own = figures[0]
        else { return nil }
        return Self.difference(own.value - base.value, decimals: first.decimals)
      }
      let cells =
        [cell(figures[0], first)]
        + (isCompared ? ["<td>\(difference ?? "-")</td>" as HTML] : [])
        + zip(figures, card.columns).dropFirst().map(cell)
      return "<tr><th scope=\"row\">\(scenario.title)</th>\(cells)</tr>\n"
    }
    return """
      <section class="card" aria-labelledby="\(card.id)">
      <h3 id="\(card.id)">\(card.title)</h3>
      <table><thead><tr><td></td>\(head.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead>
      <tbody>
      \(published(card, page))\(rows)</tbody></table>
      <p><small>\(card.note)</small></p>
      </section>

      """
  }

  /// The row of what was published of the opening year; nothing where there is nothing.
  private static func published(_ card: HeadlineCard, _ page: ReportPage) -> HTML {
    let scenarios = page.comparison.scenarios
    let outturns = card.columns.map { $0.outturn(of: scenarios[0].figures) }
    guard let year = outturns.compactMap({ $0?.year }).first else { return "" }
    let isCompared = scenarios.contains { $0.base != nil }
    let cells =
      [cell(outturns[0]?.figure, card.columns[0])] + (isCompared ? ["<td></td>" as HTML] : [])
      + zip(outturns, card.columns).dropFirst().map { cell($0?.figure, $1) }
    return "<tr><th scope=\"row\">Published, \(year)</th>\(cells)</tr>\n"
  }

  private static func cell(_ figure: RunFigure?, _ column: HeadlineCard.Column) -> HTML {
    guard let figure else { return "<td>-</td>" }
    let range: HTML = figure.rangeText(column.decimals).map { "<small>(\($0))</small>" } ?? ""
    return "<td><b>\(figure.text(column.decimals))</b>\(range)</td>"
  }

  /// A difference with its sign; 0 has none.
  static func difference(_ number: Double, decimals: Int) -> String {
    let text = FixedDecimal.grouped(number, decimals: decimals)
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return number > 0 && !isZero ? "+" + text : text
  }
}
