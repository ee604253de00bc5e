import CareModel

extension Catalogue {
  /// Care leavers by age and what they do.
  static let careLeaversActivity = CatalogueTable<RunResults>(
    stem: "cs_care_leavers_activity", title: "Care leavers by activity",
    time: .reportingYear,
    estimateHint: "Outturn at 19, 20 and 21 is of an older release scaled to the group",
    indicators: [
      IndicatorColumn(
        id: "care_leavers_count", label: "Number of care leavers", decimals: 0, writtenDecimals: 1
      ) { $0.cell.number },
      IndicatorColumn(
        id: "care_leavers_percent", label: "Share of all care leavers of the age",
        unit: .percent, decimals: 1, writtenDecimals: 3
      ) { $0.cell.number.percent(of: $0.cell.total) },
    ],
    filters: { _ in
      [
        FilterColumn(
          id: "age", label: "Age", defaultItem: LeaverAges.headline.label, item: \.cell.age),
        FilterColumn(
          id: "activity", label: "Activity",
          hint: "NEET is not in education, employment or training", item: \.cell.activity),
      ]
    }
  ) { scenario, results in
    let projection = scenario.projection
    let opening = projection.careLeaverOpening
    let outturn = LeaverAges.all.flatMap { ages in
      ActivityCell.all(of: ages) { activity in
        if let group = ages.published { return results.published.activity[group]![activity]! }
        return .number(activity.number(in: opening.activity, at: ages.ages))
      }
    }
    return outturn.map {
      ScenarioRow(scenario: scenario.title, estimate: .outturn, period: opening.year, cell: $0)
    }
      + projection.careLeavers.flatMap { year in
        LeaverAges.all.flatMap { ages in
          ActivityCell.all(of: ages) { .number($0.number(in: year.activity, at: ages.ages)) }
        }.map {
          ScenarioRow(
            scenario: scenario.title, estimate: .projection, period: year.year, cell: $0)
        }
      }
  }

  private struct ActivityCell: Sendable {
    let age: String
    let activity: String
    let number: IndicatorValue
    let total: IndicatorValue

    /// Every activity and total of some ages.
    static func all(
      of ages: LeaverAges, number: (CareLeaverActivityGroup) -> IndicatorValue
    ) -> [ActivityCell] {
      let total = number(CareLeaverActivityGroup.all[0])
      return CareLeaverActivityGroup.all.map {
        ActivityCell(age: ages.label, activity: $0.label, number: number($0), total: total)
      }
    }
  }
}
