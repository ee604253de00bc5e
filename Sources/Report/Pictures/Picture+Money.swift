extension Picture {
  /// Spending and funding with the gap between, a picture for each scenario.
  @Sendable static func money(_ comparison: Comparison) -> [Picture] {
    let figures = comparison.scenarios.map(\.figures)
    let amounts = figures.flatMap { Array($0.spending.values) + Array($0.funding.values) }
      .map(\.value)
    guard let least = amounts.min(), let most = amounts.max() else { return [] }
    // All on one scale, in thousand million pounds, so that they can be compared.
    let scale = (least / 1000).rounded(.down)...max((most / 1000).rounded(.up), 1)
    return comparison.scenarios.enumerated().compactMap { index, scenario in
      money(scenario, comparison.place, id: "money-\(index + 1)", scale)
    }
  }

  private static func money(
    _ scenario: Comparison.Scenario, _ place: String, id: String, _ scale: ClosedRange<Double>
  ) -> Picture? {
    let (spending, funding) = (scenario.figures.spending, scenario.figures.funding)
    let years = Set(spending.keys).intersection(funding.keys).sorted()
    guard years.count > 1 else { return nil }
    let title = "Spending and funding, \(place): \(scenario.title)"
    var script = PlotScript(keyLines: 3)
    script.addYears(years)
    script.add("set yrange [\(Int(scale.lowerBound)):\(Int(scale.upperBound))]")
    let rows = script.add(
      rows: years.map { [Double($0), spending[$0]!.value / 1000, funding[$0]!.value / 1000] })
    let gap = { (side: String, colour: PictureColour, title: String) in
      "\(rows) u 1:2:3 w filledcurves \(side) lc rgb '#\(colour.light)' fs transparent solid 0.3 \(title)"
    }
    script.plot([
      gap("above", .vermilion, "notitle"), gap("below", .blue, "notitle"),
      "\(rows) u 1:2 w lines \(LineStyle(colour: .vermilion, dashes: []).words) title 'Net spending, with the programme'",
      "\(rows) u 1:3 w lines \(LineStyle(colour: .blue, dashes: [9, 4]).words) title 'Funding'",
      "keyentry w filledcurves lc rgb '#\(PictureColour.grey.light)' fs solid 0.3 title 'Gap between them'",
    ])
    let lines = [("Net spending", spending), ("Funding", funding), ("Gap", scenario.figures.gap)]
    return Picture(
      id: id, title: title,
      description:
        "Two lines over the years \(years[0]) to \(years[years.count - 1]), with the gap "
        + "between them filled; figures in £ million, in cash. "
        + lines.compactMap { sentence($0.0, $0.1, 0) }.joined(separator: " "),
      unit: "£ thousand million, in cash", script: script,
      table: PageTable(
        caption: "\(title): £ million, in cash; a gap below 0 is a surplus", years: years,
        decimals: 0, columns: lines))
  }
}
