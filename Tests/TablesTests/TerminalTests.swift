import Testing

@testable import Tables

/// Charts and colour are for terminals alone.
@Suite struct TerminalTests {
  @Test func blocksRiseWithNumbers() {
    #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7], in: 0...7) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.text([7, nil, 0], in: 0...7) == "█ ▁")
    #expect(Sparkline.text([2, 2], in: 2...2) == "▁▁")
  }

  @Test func seriesShareAScale() {
    #expect(Sparkline.texts([[2025: 0, 2026: 7], [2026: 7]]) == ["▁█", " █"])
    #expect(Sparkline.texts([[:], [:]]) == ["", ""])
  }

  @Test func chartsStandBesideFiguresOnATerminalAlone() throws {
    let results = try CatalogueSample.full.get()
    let plain = HeadlineSummary(of: results).text()
    let style = TerminalStyle(hasCharts: true, hasColour: false)
    let charted = HeadlineSummary(of: results).text(style: style)
    #expect(!plain.contains { "▁▂▃▄▅▆▇█".contains($0) })
    #expect(charted.contains("█") && charted.contains("All years"))
    #expect(!charted.contains("\u{1B}"))
    let compared = try ComparisonSummary(of: results).text(style: style)
    for text in [charted, compared] {
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test func colourIsOfHeadings() {
    let style = TerminalStyle(hasCharts: true, hasColour: true)
    #expect(style.heading("H1") == "\u{1B}[1;36mH1\u{1B}[0m")
    #expect(TerminalStyle.plain.heading("H1") == "H1")
  }
}
