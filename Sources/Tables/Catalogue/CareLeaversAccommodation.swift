import CareModel
import Statistics

extension Catalogue {
  /// Care leavers by age and where they live.
  static let careLeaversAccommodation = CatalogueTable<RunResults>(
    stem: "cs_care_leavers_accommodation", title: "Care leavers by accommodation",
    time: .reportingYear,
    estimateHint: "Outturn is confidential where one of the cells it adds up is",
    indicators: LeaverCell.indicators,
    filters: { _ in LeaverCell.filters(by: "accommodation", label: "Accommodation") }
  ) { scenario, results in
    let published = results.published
    let outturn = LeaverAges.all.flatMap { ages in
      cells(
        of: ages, total: ages.sum { published.accommodationTotal[$0]! }
      ) { type in ages.sum { published.accommodation[$0]![type]! } }
    }
    return outturn.map {
      ScenarioRow(
        scenario: scenario.title, estimate: .outturn, period: published.year, cell: $0)
    }
      + scenario.projection.careLeavers.flatMap { year in
        LeaverAges.all.flatMap { ages in
          cells(
            of: ages, total: ages.sum { .number(year.total(at: $0)) }
          ) { type in ages.sum { .number(year.accommodation[$0]![type]!) } }
        }.map {
          ScenarioRow(
            scenario: scenario.title, estimate: .projection, period: year.year, cell: $0)
        }
      }
  }

  /// All care leavers of some ages, then those in each accommodation.
  private static func cells(
    of ages: LeaverAges, total: IndicatorValue,
    number: (CareLeaverAccommodation) -> IndicatorValue
  ) -> [LeaverCell] {
    [LeaverCell(age: ages.label, category: "Total", number: total, total: total)]
      + CareLeaverAccommodation.allCases.map {
        LeaverCell(age: ages.label, category: $0.label, number: number($0), total: total)
      }
  }
}
