import CareModel
import Scenarios
import Statistics

extension Catalogue {
  /// Children who cease to be looked after in a year by age and reason.
  static let exits = CatalogueTable<RunResults>(
    stem: "cs_exits", title: "Children ceasing to be looked after in the year",
    time: .reportingYear,
    estimateHint: "Outturn is published by age or by reason, not by both",
    needs: .childrenInCare,
    indicators: [
      IndicatorColumn(
        id: "children_count", label: "Children ceasing, as published: with transfers", decimals: 0,
        writtenDecimals: 1
      ) { $0.cell.children },
      IndicatorColumn(
        id: "exits_count", label: "Exits from care in England: without transfers", decimals: 0,
        writtenDecimals: 1
      ) { $0.cell.exits },
    ],
    filters: { _ in
      [
        FilterColumn(id: "age_group", label: "Age on ceasing", item: \.cell.age),
        FilterColumn(
          id: "exit_reason", label: "Reason for ceasing",
          hint: "Reasons before 18; leaving at 18 counts once, whatever follows it",
          item: \.cell.reason),
      ]
    }
  ) { scenario, results in
    let published = results.published
    return try scenario.rows(outturn: ExitCell.all(of: published), of: published.year) { year in
      let definition = try PublishedDefinition(in: year.financialYear, of: scenario)
      return ExitCell.all(of: year, definition: definition)
    }
  }
}

/// Children of an age who cease for a reason, on two definitions.
private struct ExitCell: Sendable {
  let age: String
  let reason: String
  let children: IndicatorValue
  let exits: IndicatorValue

  private static let reasons =
    ["Total"] + ExitReason.allCases.map(\.label)
    + [ExitReason.eighteenLabel, ExitReason.transferLabel]
  private static let ages =
    ["Total"] + ExitAgeGroup.allCases.map(\.label) + [ExitAgeGroup.eighteenLabel]

  /// A projected year: every age and reason, added up to the totals.
  static func all(of year: ProjectedYear, definition: PublishedDefinition) -> [ExitCell] {
    var table = ages.map { _ in reasons.map { _ in Uncertain.zero } }
    func add(_ children: Uncertain, age: Int, reason: Int) {
      for row in [0, age] { for column in [0, reason] { table[row][column] += children } }
    }
    let eighteen = ExitReason.allCases.count + 1
    let transferred = eighteen + 1
    for (row, age) in ExitAgeGroup.allCases.enumerated() {
      for reason in ExitReason.allCases {
        add(
          year.sum { $0.exited(reason, at: age.ages) }, age: row + 1, reason: reason.index + 1)
      }
      add(definition.transfers(at: age), age: row + 1, reason: transferred)
    }
    add(year.sum(\.exitedAtEighteen), age: ages.count - 1, reason: eighteen)
    return ages.indices.flatMap { row in
      reasons.indices.map { column in
        let children = table[row][column]
        let exits = column == 0 ? children - table[row][transferred] : children
        return ExitCell(
          age: ages[row], reason: reasons[column], children: .number(children),
          exits: column == transferred ? .marker(.notApplicable) : .number(exits))
      }
    }
  }

  /// The published year: by age, and by reason.
  static func all(of published: PublishedFigures) -> [ExitCell] {
    let byReason: [IndicatorValue] =
      [published.ceasedTotal] + ExitReason.allCases.map { published.ceasedFor[$0]! }
      + [published.ceasedAtEighteen, published.transfers]
    let byAge: [IndicatorValue] =
      [published.ceasedTotal] + ExitAgeGroup.allCases.map { published.ceased[$0]! }
      + [published.ceasedAtEighteen]
    return ages.indices.flatMap { row in
      reasons.indices.map { column in
        let children =
          row == 0 ? byReason[column] : column == 0 ? byAge[row] : .marker(.notAvailable)
        let isTransfer = reasons[column] == ExitReason.transferLabel
        let exits: IndicatorValue =
          isTransfer
          ? .marker(.notApplicable)
          : row == 0 && column == 0
            ? children.plus(published.transfers.negated)
            : column == 0 ? .marker(.notAvailable) : children
        return ExitCell(age: ages[row], reason: reasons[column], children: children, exits: exits)
      }
    }
  }
}
