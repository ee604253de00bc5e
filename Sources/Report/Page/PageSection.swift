/// A part of a page under a heading of its own.
struct PageSection: Sendable {
  /// Unique on the page.
  let id: String
  let heading: String
  let body: @Sendable (ReportPage) -> HTML

  /// Every part, in the order of the page.
  static let all = [
    PageSection(id: "question", heading: "The question", body: question),
    PageSection(id: "figures", heading: "Headline figures", body: headline),
    PageSection(
      id: "people", heading: "Children and care leavers", body: { pictures(of: .people, $0) }),
    PageSection(id: "money", heading: "Spending and funding", body: money),
    PageSection(id: "gap", heading: "Why the gap differs", body: gap),
    PageSection(
      id: "changes", heading: "What is changed, why, and how well it is known", body: changes),
    PageSection(id: "matters", heading: "What matters most", body: matters),
    PageSection(id: "checks", heading: "Checks", body: checks),
    PageSection(id: "again", heading: "How to have these figures again", body: again),
  ]

  /// Pictures beside each other, each with its table.
  static func pictures(of part: Picture.Part, _ page: ReportPage) -> HTML {
    let figures = page.drawings(in: part).map { drawing -> HTML in
      """
      <figure>
      <figcaption>\(drawing.picture.title)<br><small>\(drawing.picture.unit)</small></figcaption>
      \(drawing.svg)
      \(drawing.picture.table.details("The figures as a table"))</figure>

      """
    }
    return "<div class=\"pictures \(part.rawValue)\">\n\(figures)</div>\n"
  }

  private static func money(_ page: ReportPage) -> HTML {
    page.drawings(in: .money).isEmpty
      ? "<p>Spending and funding are not projected here.</p>\n" : pictures(of: .money, page)
  }

  private static func gap(_ page: ReportPage) -> HTML {
    guard !page.drawings(in: .gap).isEmpty else {
      return "<p>No scenario here is compared with a baseline whose gap is projected.</p>\n"
    }
    return """
      <p>The gap is net spending less funding, added up over the years; below 0 there is a surplus. The
      bars say what makes it differ from the baseline: how many children there are, where they live, what
      that costs with the programme's own spending, and what there is to pay with.</p>
      \(pictures(of: .gap, page))
      """
  }
}
