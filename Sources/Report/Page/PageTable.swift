/// A table of a page: figures of a picture, by year or by part.
struct PageTable: Sendable {
  /// What it holds, and in what unit.
  let caption: String
  /// What each column holds.
  let header: [String]
  /// Cells as a reader sees them; the first of a row says what the row is of.
  let rows: [[String]]

  init(caption: String, header: [String], rows: [[String]]) {
    self.caption = caption
    self.header = header
    self.rows = rows
  }

  /// Figures by year, with a second column for the ranges of those that have any.
  init(
    caption: String, years: [Int], decimals: Int,
    columns: [(title: String, figures: [Int: RunFigure])]
  ) {
    let cells = columns.flatMap { title, figures in
      [(title, { (year: Int) in figures[year]?.text(decimals) })]
        + (figures.values.contains { $0.range != nil }
          ? [("\(title), 95% range", { figures[$0]?.rangeText(decimals) })] : [])
    }
    self.init(
      caption: caption, header: ["Year to 31 March"] + cells.map(\.0),
      rows: years.map { year in [String(year)] + cells.map { $0.1(year) ?? "-" } })
  }

  /// The table; as wide as it needs, within a box of its own that can be moved by keys.
  var html: HTML {
    let head = header.map { "<th scope=\"col\">\($0)</th>" as HTML }
    let body = rows.map { row in
      let cells = row.dropFirst().map { "<td>\($0)</td>" as HTML }
      return "<tr><th scope=\"row\">\(row[0])</th>\(cells)</tr>\n" as HTML
    }
    return """
      <div class="wide" role="region" aria-label="\(caption)" tabindex="0">
      <table><caption>\(caption)</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody></table></div>

      """
  }

  /// The table behind a line that opens it.
  func details(_ line: String) -> HTML {
    "<details><summary>\(line)</summary>\n\(html)</details>\n"
  }
}
