import Tables

/// What makes up a difference of the gap, as a page calls it.
struct GapPart: Sendable {
  /// The component in `cs_gap_split.csv`.
  let component: String
  /// What a reader calls it.
  let label: String
  /// The same below a bar, in two lines.
  let shortLabel: String

  /// The parts in the order in which they are added up.
  static let all = [
    GapPart(component: "Volume", label: "How many children", shortLabel: "Children"),
    GapPart(component: "Mix", label: "Where they live", shortLabel: "Homes"),
    GapPart(
      component: "Price", label: "What it costs, with the programme's own spending",
      shortLabel: "Costs"),
    GapPart(component: "Funding", label: "What there is to pay with", shortLabel: "Funding"),
  ]
  /// All of them together.
  static let total = GapPart(
    component: "Total", label: "Difference from the baseline", shortLabel: "All")
}

extension Picture {
  /// How the gap differs from the baseline's and through what, a picture for each scenario that is
  /// compared.
  @Sendable static func waterfalls(_ comparison: Comparison) -> [Picture] {
    comparison.scenarios.enumerated().compactMap { index, scenario in
      guard let base = scenario.base, let total = scenario.figures.split[GapPart.total.component],
        let last = scenario.figures.gap.keys.max()
      else { return nil }
      return waterfall(
        scenario, of: comparison.scenarios[base].title, comparison.place, total, through: last,
        id: "gap-\(index + 1)")
    }
  }

  private static func waterfall(
    _ scenario: Comparison.Scenario, of base: String, _ place: String, _ total: RunFigure,
    through last: Int, id: String
  ) -> Picture {
    let title = "Gap added up to \(last), \(place): \(scenario.title) less \(base)"
    let parts = GapPart.all.map { ($0, scenario.figures.split[$0.component]) }
    var script = PlotScript(keyLines: 0)
    var start = 0.0
    var bars: [(label: String, from: Double, to: Double, figure: RunFigure)] = []
    for (part, figure) in parts {
      let figure = figure ?? RunFigure(value: 0, range: nil)
      bars.append((part.shortLabel, start, start + figure.value, figure))
      start += figure.value
    }
    bars.append((GapPart.total.shortLabel, 0, total.value, total))
    script.add(bars: bars.map { ($0.label, $0.from, $0.to, $0.figure.text(0)) })
    let shown =
      GapPart.all.map { ($0.label, scenario.figures.split[$0.component]) }
      + [(GapPart.total.label, Optional(total))]
    return Picture(
      id: id, title: title,
      description: "Bars that add up from left to right to the difference of the gap, £ million in "
        + "cash; below 0 the gap is smaller. "
        + shown.map { "\($0): \($1?.wholeText(0) ?? "none")." }.joined(separator: " "),
      unit: "£ million, in cash", script: script,
      table: PageTable(
        caption: "\(title): £ million, in cash", header: ["Part", "£ million", "95% range"],
        rows: shown.map { [$0, $1?.text(0) ?? "-", $1?.rangeText(0) ?? "-"] }))
  }
}

extension PlotScript {
  /// Bars beside each other, each from a height to another, with its own text at the end; the last
  /// begins at 0 and is told apart by its colour.
  fileprivate mutating func add(bars: [(label: String, from: Double, to: Double, text: String)]) {
    let names = bars.enumerated().map { "\(Self.quoted($1.label)) \($0)" }
    add("set xtics (\(names.joined(separator: ", "))) scale 0")
    add("set xrange [-0.6:\(bars.count - 1).6]")
    add("set format y '%.0f'")
    add("set offsets 0, 0, graph 0.1, graph 0.12")
    addZeroLine()
    add("unset key")
    let ink = PictureColour.black.light
    for (index, bar) in bars.enumerated() {
      let height = FixedDecimal.text(max(bar.from, bar.to), decimals: 4)
      add(
        "set label \(Self.quoted(bar.text)) at \(index),\(height) center offset 0,0.6 "
          + "textcolor rgb '#\(ink)'")
      guard index + 1 < bars.count else { continue }
      let end = FixedDecimal.text(bar.to, decimals: 4)
      add(
        "set arrow from \(index).36,\(end) to \(index).64,\(end) nohead lw 1 "
          + "lc rgb '#\(PictureColour.grey.light)'")
    }
    let colours = bars.enumerated().map { index, bar in
      index == bars.count - 1 ? PictureColour.grey : bar.to > bar.from ? .vermilion : .blue
    }
    let blocks = bars.enumerated().map { index, bar in
      add(rows: [[Double(index), bar.from, bar.to].map { $0 }])
    }
    plot(
      zip(blocks, colours).map { block, colour in
        "\(block) u 1:2:($1-0.36):($1+0.36):2:3 w boxxyerror lc rgb '#\(colour.light)' "
          + "fs solid 0.75 notitle"
      })
  }
}
