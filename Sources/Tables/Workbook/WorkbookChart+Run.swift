import CareModel
import Parameters

extension WorkbookChart {
  /// The charts of a run, of the first area of its tables; those whose table it has.
  static func all(of results: RunResults, _ tables: [OutputTable]) -> [WorkbookChart] {
    let scenarios = results.scenarios.map(\.title)
    return [
      children(tables, scenarios), money(tables, scenarios[0]), mix(tables, scenarios[0]),
      neet(tables, scenarios),
    ].compactMap { $0 }
  }

  private static func children(_ tables: [OutputTable], _ scenarios: [String]) -> WorkbookChart? {
    ChartFigures("cs_children_looked_after", in: tables).map { figures in
      chart(
        "Chart children in care", "Children looked after on 31 March", "Children", figures,
        scenarios.map { scenario in
          ChartFigures.Line(
            name: scenario, indicator: "children_count", decimals: 0, bounds: true,
            items: ["scenario": scenario, "placement": "Total", "age_group": "Total"])
        })
    }
  }

  private static func neet(_ tables: [OutputTable], _ scenarios: [String]) -> WorkbookChart? {
    ChartFigures("cs_care_leavers_activity", in: tables).map { figures in
      chart(
        "Chart NEET", "Care leavers aged 19 to 21 not in education, employment or training",
        "Percent of care leavers", figures,
        scenarios.map { scenario in
          ChartFigures.Line(
            name: scenario, indicator: "care_leavers_percent", decimals: 1, bounds: true,
            items: [
              "scenario": scenario, "age": LeaverAges.headline.label,
              "activity": CareLeaverActivityGroup.neetTotal.label,
            ])
        })
    }
  }

  private static func money(_ tables: [OutputTable], _ scenario: String) -> WorkbookChart? {
    ChartFigures("cs_funding_gap", in: tables).map { figures in
      let items = ["scenario": scenario, "price_basis": "Cash"]
      return chart(
        "Chart spending and funding", "Spending, funding and the gap between: \(scenario), in cash",
        "£ million", figures,
        [
          .init(
            name: "Net spending with the programme", indicator: "expenditure_sum", decimals: 0,
            bounds: false, items: items, scale: 1e-6),
          .init(
            name: "Funding", indicator: "funding_sum", decimals: 0, bounds: false, items: items,
            scale: 1e-6),
          .init(
            name: "Gap; below 0 a surplus", indicator: "gap_sum", decimals: 0, bounds: false,
            items: items, scale: 1e-6),
        ])
    }
  }

  private static func mix(_ tables: [OutputTable], _ scenario: String) -> WorkbookChart? {
    ChartFigures("cs_children_looked_after", in: tables).map { figures in
      chart(
        "Chart placements", "Children looked after on 31 March by placement: \(scenario)",
        "Share of children", figures,
        PlacementSetting.allCases.map { setting in
          ChartFigures.Line(
            name: setting.label, indicator: "children_count", decimals: 0, bounds: false,
            items: ["scenario": scenario, "placement": setting.label, "age_group": "Total"])
        }, as: .parts)
    }
  }

  /// A chart of some lines, with the ends of their intervals beside them where there are any.
  private static func chart(
    _ name: String, _ title: String, _ valueLabel: String, _ figures: ChartFigures,
    _ lines: [ChartFigures.Line], as kind: Kind = .lines
  ) -> WorkbookChart {
    let columns = lines.flatMap(figures.columns)
    let data = WorkbookSheet(
      name: "Data \(name.drop { $0 != " " }.dropFirst())", title: "\(title), \(figures.place)",
      lines: ["The next sheet, \(name), draws these figures. Unit: \(valueLabel)."],
      columns: [.init(figures.table.time.rawValue)] + columns.map { .init($0.name, width: 24) },
      rows: figures.periods.indices.map { period in
        [figures.table.time.cell(of: figures.periods[period])] + columns.map { $0.cells[period] }
      })
    return WorkbookChart(
      name: name, title: data.title, kind: kind, valueLabel: valueLabel, data: data,
      series: columns.indices.map { Series(column: $0 + 1, isBound: columns[$0].isBound) })
  }
}
