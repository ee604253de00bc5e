import CareModel

extension Catalogue {
  /// Care leavers by age and where they live.
  static let careLeaversAccommodation = CatalogueTable<RunResults>(
    stem: "cs_care_leavers_accommodation", title: "Care leavers by accommodation",
    time: .reportingYear,
    estimateHint: "Outturn is confidential where one of the cells it adds up is",
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
        FilterColumn(id: "accommodation", label: "Accommodation", item: \.cell.accommodation),
      ]
    }
  ) { scenario, results in
    let published = results.published
    let outturn = LeaverAges.all.flatMap { ages in
      AccommodationCell.all(
        of: ages, total: ages.sum { published.accommodationTotal[$0]! }
      ) { type in ages.sum { published.accommodation[$0]![type]! } }
    }
    return outturn.map {
      ScenarioRow(
        scenario: scenario.title, estimate: .outturn, period: published.year, cell: $0)
    }
      + scenario.projection.careLeavers.flatMap { year in
        LeaverAges.all.flatMap { ages in
          AccommodationCell.all(
            of: ages, total: ages.sum { .number(year.total(at: $0)) }
          ) { type in ages.sum { .number(year.accommodation[$0]![type]!) } }
        }.map {
          ScenarioRow(
            scenario: scenario.title, estimate: .projection, period: year.year, cell: $0)
        }
      }
  }

  private struct AccommodationCell: Sendable {
    let age: String
    let accommodation: String
    let number: IndicatorValue
    let total: IndicatorValue

    /// All care leavers of some ages, then those in each accommodation.
    static func all(
      of ages: LeaverAges, total: IndicatorValue,
      number: (CareLeaverAccommodation) -> IndicatorValue
    ) -> [AccommodationCell] {
      let parts = CareLeaverAccommodation.allCases.map {
        AccommodationCell(
          age: ages.label, accommodation: $0.label, number: number($0), total: total)
      }
      return [
        AccommodationCell(age: ages.label, accommodation: "Total", number: total, total: total)
      ] + parts
    }
  }
}
