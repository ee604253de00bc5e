import CareModel
import Statistics

extension Catalogue {
  /// Care leavers by age and what they do.
  static let careLeaversActivity = CatalogueTable<RunResults>(
    stem: "cs_care_leavers_activity", title: "Care leavers by activity",
    time: .reportingYear,
    estimateHint: "Outturn at 19, 20 and 21 is of an older release scaled to the group",
    indicators: LeaverCell.indicators,
    filters: { _ in
      LeaverCell.filters(
        by: "activity", label: "Activity",
        hint: "NEET is not in education, employment or training")
    }
  ) { scenario, results in
    let projection = scenario.projection
    let opening = projection.careLeaverOpening
    let outturn = LeaverAges.all.flatMap { ages in
      cells(of: ages) { activity in
        if let group = ages.published { return results.published.activity[group]![activity]! }
        return .number(activity.number(in: opening.activity, at: ages.ages))
      }
    }
    return outturn.map {
      ScenarioRow(scenario: scenario.title, estimate: .outturn, period: opening.year, cell: $0)
    }
      + projection.careLeavers.flatMap { year in
        LeaverAges.all.flatMap { ages in
          cells(of: ages) { .number($0.number(in: year.activity, at: ages.ages)) }
        }.map {
          ScenarioRow(
            scenario: scenario.title, estimate: .projection, period: year.year, cell: $0)
        }
      }
  }

  /// Every activity and total of some ages.
  private static func cells(
    of ages: LeaverAges, number: (CareLeaverActivityGroup) -> IndicatorValue
  ) -> [LeaverCell] {
    let total = number(CareLeaverActivityGroup.all[0])
    return CareLeaverActivityGroup.all.map {
      LeaverCell(age: ages.label, category: $0.label, number: number($0), total: total)
    }
  }
}
