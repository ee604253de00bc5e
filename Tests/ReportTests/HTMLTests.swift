import Testing

@testable import Report

/// What is put into a page stays words.
@Suite struct HTMLTests {
  @Test func wordsAreEscapedAndPagesAreNot() {
    let title = "<b a=\"1\"> & 'c'"
    let cell: HTML = "<td>\(title)</td>"
    #expect(cell.text == "<td>&lt;b a=&quot;1&quot;&gt; &amp; &#39;c&#39;</td>")
    let row: HTML = "<tr>\(cell)\([cell, cell])\(raw: "<td>")\(7)</tr>"
    #expect(row.text == "<tr>" + String(repeating: cell.text, count: 3) + "<td>7</tr>")
    #expect(HTML.escaped("£38.1m, years’ end") == "£38.1m, years’ end")
  }

  @Test(arguments: [
    ("2025", "2025"), ("entries.rate=0.9@2026-04-01", "entries.rate=0.9@2026-04-01"),
    ("gap=0", "gap=0"), ("my run", "'my run'"), ("it's", "'it'\\''s'"), ("", "''"),
    ("$(x)", "'$(x)'"),
  ])
  func argumentsAreQuotedForAShell(argument: String, quoted: String) {
    #expect(RunSummary.quoted(argument) == quoted)
  }
}
