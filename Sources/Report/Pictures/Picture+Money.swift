extension Picture {
  /// Spending and funding with the gap between, a picture for each scenario.
  @Sendable static func money(_ comparison: Comparison) -> [Picture] {
    let figures = comparison.scenarios.map(\.figures)
    // All on one scale, so that they can be compared.
    guard
      let axis = ValueAxis(
        of: figures.flatMap { $0.spending.values.extent + $0.funding.values.extent })
    else { return [] }
    return comparison.scenarios.enumerated().compactMap { index, scenario in
      money(scenario, comparison.place, id: "money-\(index + 1)", axis)
    }
  }

  private static func money(
    _ scenario: Comparison.Scenario, _ place: String, id: String, _ axis: ValueAxis
  ) -> Picture? {
    let (spending, funding) = (scenario.figures.spending, scenario.figures.funding)
    let years = Set(spending.keys).intersection(funding.keys).sorted()
    guard years.count > 1 else { return nil }
    let title = "Spending and funding, \(place): \(scenario.title)"
    let hasRanges = (Array(spending.values) + Array(funding.values)).contains { $0.range != nil }
    var script = PlotScript(keyLines: hasRanges ? 5 : 4)
    script.addYears(years)
    script.add("set format y '%g'")
    script.add(axis.words)
    let rows = script.add(
      rows: years.map { year in
        let amounts = [spending[year]!, funding[year]!]
        return [Double(year)]
          + (amounts.map(\.value) + amounts.flatMap { [$0.ends.lowerBound, $0.ends.upperBound] })
          .map { $0 / axis.divisor }
      })
    let fill = { (colour: PictureColour) in "lc rgb '#\(colour.light)' fs transparent solid 0.3" }
    let (cost, means) = (
      LineStyle(colour: .vermilion, dashes: []), LineStyle(colour: .blue, dashes: [9, 4])
    )
    let ends = [(4, cost), (5, cost), (6, means), (7, means)].map { column, style in
      "\(rows) u 1:\(column) w lines lw 0.8 dt (2,3) lc rgb '#\(style.colour.light)' notitle"
    }
    script.plot(
      [
        "\(rows) u 1:2:3 w filledcurves above \(fill(cost.colour)) notitle",
        "\(rows) u 1:2:3 w filledcurves below \(fill(means.colour)) notitle",
        "\(rows) u 1:2 w lines \(cost.words) title 'Net spending, with the programme'",
        "\(rows) u 1:3 w lines \(means.words) title 'Funding'",
        "keyentry w filledcurves \(fill(cost.colour)) title 'Gap: spending above funding'",
        "keyentry w filledcurves \(fill(means.colour)) title 'Surplus: funding above spending'",
      ]
        + (hasRanges
          ? ends + [
            "keyentry w lines lw 0.8 dt (2,3) lc rgb '#\(PictureColour.black.light)' title '95% range of each'"
          ]
          : []))
    let lines = [("Net spending", spending), ("Funding", funding), ("Gap", scenario.figures.gap)]
    return Picture(
      id: id, title: title,
      description:
        "Two lines over the years \(years[0]) to \(years[years.count - 1]), with the gap "
        + "between them filled; figures in £ million, in cash. "
        + lines.compactMap { sentence($0.0, $0.1, 0) }.joined(separator: " "),
      unit: axis.unit("£ million, in cash", thousand: "£ thousand million, in cash"),
      script: script,
      table: PageTable(
        caption: "\(title): £ million, in cash; a gap below 0 is a surplus", years: years,
        decimals: 0, columns: lines))
  }
}
