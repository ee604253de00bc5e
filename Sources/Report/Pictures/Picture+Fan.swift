import Tables

extension Picture {
  /// Children looked after in every scenario.
  @Sendable static func children(_ comparison: Comparison) -> [Picture] {
    fan(
      "children", "Children looked after on 31 March, \(comparison.place)",
      unit: ("Children", "Thousand children"),
      decimals: 0, comparison, \.children)
  }

  /// Care leavers not in education, employment or training in every scenario.
  @Sendable static func neet(_ comparison: Comparison) -> [Picture] {
    fan(
      "neet", "Care leavers aged 19 to 21 not in education, employment or training, England",
      unit: ("% of care leavers", ""), decimals: 1, comparison,
      \.neetShare)
  }

  /// A line for each scenario over the years, in a fan where it has ranges; none without figures.
  private static func fan(
    _ id: String, _ title: String, unit: (one: String, thousand: String), decimals: Int,
    _ comparison: Comparison,
    _ figures: (ScenarioFigures) -> [Int: RunFigure]
  ) -> [Picture] {
    let lines = comparison.scenarios.map { (title: $0.title, figures: figures($0.figures)) }
    let years = Set(lines.flatMap { $0.figures.keys }).sorted()
    guard years.count > 1, let axis = ValueAxis(of: lines.flatMap { $0.figures.values.extent })
    else { return [] }
    var script = PlotScript(keyLines: lines.count)
    script.addYears(years)
    script.add("set format y '%g'")
    script.add(axis.words)
    var (fans, strokes) = ([String](), [String]())
    for (line, style) in zip(lines, LineStyle.all) {
      let rows = line.figures.sorted { $0.key < $1.key }.map { year, figure in
        [Double(year)]
          + [figure.value, figure.ends.lowerBound, figure.ends.upperBound].map { $0 / axis.divisor }
      }
      guard !rows.isEmpty else { continue }
      let name = script.add(rows: rows)
      if line.figures.values.contains(where: { $0.range != nil }) {
        let colour = "lc rgb '#\(style.colour.light)'"
        fans.append("\(name) u 1:3:4 w filledcurves \(colour) fs transparent solid 0.16 notitle")
      }
      strokes.append("\(name) u 1:2 w lines \(style.words) title \(PlotScript.quoted(line.title))")
    }
    script.plot(fans + strokes)
    return [
      Picture(
        id: id, title: title,
        description: "Lines over the years \(years[0]) to \(years[years.count - 1])"
          + (fans.isEmpty ? ". " : ", each in a band that holds its 95% interval. ")
          + lines.compactMap { sentence($0.title, $0.figures, decimals) }.joined(separator: " "),
        unit: axis.unit(unit.one, thousand: unit.thousand), script: script,
        table: PageTable(
          caption: title, years: years, decimals: decimals,
          columns: lines.map { ($0.title, $0.figures) }))
    ]
  }

  /// The first and the last figure of a line in words.
  static func sentence(
    _ title: String, _ figures: [Int: RunFigure], _ decimals: Int
  ) -> String? {
    guard let first = figures.keys.min(), let last = figures.keys.max() else { return nil }
    return "\(title): \(figures[first]!.text(decimals)) in \(first), "
      + "\(figures[last]!.wholeText(decimals)) in \(last)."
  }
}

extension ScenarioFigures {
  /// The share of care leavers aged 19 to 21 not in education, employment or training, in percent.
  var neetShare: [Int: RunFigure] { headline["neet_share"] ?? [:] }
}

extension RunFigure {
  /// The figure as the command prints it.
  func text(_ decimals: Int) -> String { FixedDecimal.grouped(value, decimals: decimals) }

  /// The ends of its range; the figure itself where there is none.
  var ends: ClosedRange<Double> { range ?? value...value }

  /// The ends of its range as text; `nil` where there is none.
  func rangeText(_ decimals: Int) -> String? {
    range.map {
      "\(FixedDecimal.grouped($0.lowerBound, decimals: decimals)) to "
        + FixedDecimal.grouped($0.upperBound, decimals: decimals)
    }
  }

  /// The figure, and its range in brackets where there is one.
  func wholeText(_ decimals: Int) -> String {
    text(decimals) + (rangeText(decimals).map { " (\($0))" } ?? "")
  }
}

extension Collection<RunFigure> {
  /// All figures and the ends of their ranges.
  var extent: [Double] { flatMap { [$0.value, $0.ends.lowerBound, $0.ends.upperBound] } }
}

extension PlotScript {
  /// The years across, at most six of them named.
  mutating func addYears(_ years: [Int]) {
    let (first, last) = (years[0], years[years.count - 1])
    add("set xrange [\(first):\(last)]")
    add("set xtics \(first),\(max(1, (last - first + 4) / 5))")
    add("set rmargin 3")
  }
}
