/// One of the four headline figures as a page shows it: a table of the scenarios.
struct HeadlineCard: Sendable {
  /// `H1` to `H4`.
  let id: String
  let title: String
  /// What it is and how to read it.
  let note: String
  /// What is shown of each scenario; the first is also compared with the baseline.
  let columns: [Column]

  /// A column of figures.
  struct Column: Sendable {
    /// The measure in `headline.csv`.
    let measure: String
    /// What it is, with the last year.
    let label: @Sendable (Int) -> String
    let decimals: Int
    /// Whether all years are added up, rather than the last one shown.
    var isAddedUp = false
  }

  /// The four figures.
  static let all = [
    HeadlineCard(
      id: "H1", title: "Spending on the reform programme, £ million",
      note: "New spending, all years added up.",
      columns: [
        Column(
          measure: "programme_cash", label: { _ in "In cash" }, decimals: 0, isAddedUp: true),
        Column(
          measure: "programme_real", label: { _ in "In 2024-25 prices" }, decimals: 0,
          isAddedUp: true),
      ]),
    HeadlineCard(
      id: "H2", title: "Gap between spending and funding, £ million in cash",
      note: "Below 0 there is a surplus.",
      columns: [
        Column(
          measure: "gap_cumulative", label: { "Added up to \($0)" }, decimals: 0),
        Column(measure: "gap", label: { "In the year to \($0)" }, decimals: 0),
      ]),
    HeadlineCard(
      id: "H3", title: "Children in care who moved, % of all in care",
      note: "Children with several placements in one year.",
      columns: [
        Column(
          measure: "two_or_more_placements", label: { "Two or more, \($0)" }, decimals: 1),
        Column(
          measure: "three_or_more_placements", label: { "Three or more, \($0)" }, decimals: 1),
      ]),
    HeadlineCard(
      id: "H4", title: "Care leavers aged 19 to 21 not in education, employment or training",
      note: "Those of whom nothing is known count among all care leavers.",
      columns: [
        Column(measure: "neet_share", label: { "% in \($0)" }, decimals: 1),
        Column(measure: "neet_number", label: { "Number in \($0)" }, decimals: 0),
      ]),
  ]
}

extension HeadlineCard.Column {
  /// The figure of a scenario; `nil` where it has none.
  func figure(of figures: ScenarioFigures, in year: Int) -> RunFigure? {
    let values = figures.headline[measure] ?? [:]
    guard isAddedUp else { return values[year] }
    return RunFigure(
      value: values.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value.value }, range: nil)
  }

  /// The published figure of the opening year, with that year; `nil` where there is none.
  func outturn(of figures: ScenarioFigures) -> (year: Int, figure: RunFigure)? {
    figures.headline[measure]?.first { $0.value.isOutturn }.map { ($0.key, $0.value) }
  }
}
