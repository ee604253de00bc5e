import Parameters
import Tables
import Statistics
import TestSupport

/// A small table with invented figures, from which the tests make good and broken files.
struct Sample {
  var year: Int
  var area: Area
  var scenario: String
  var placement: String
  var children: IndicatorValue

  static let northEast = Area.Region(code: "E12000001", name: "North East")
  static let hartlepool = Area.localAuthority(
    code: "E06000001", oldCode: "805", name: "Hartlepool", in: northEast)

  static func definition(
    stem: String = "cs_sample", filters: [FilterColumn<Sample>]? = nil,
    indicators: [IndicatorColumn<Sample>]? = nil
  ) -> TableDefinition<Sample> {
    TableDefinition(
      stem: stem, title: "Children in a sample", time: .reportingYear, period: \.year,
      area: \.area, filters: filters ?? [scenario, placement],
      indicators: indicators ?? [count, percent])
  }

  static let scenario = FilterColumn<Sample>(
    id: "scenario", label: "Scenario", defaultItem: "Baseline", item: \.scenario)
  static let placement = FilterColumn<Sample>(
    id: "placement", label: "Placement", hint: "Filter by placement", item: \.placement)
  static let count = IndicatorColumn<Sample>(
    id: "children_count", label: "Number of children", decimals: 0, value: \.children)
  static let percent = IndicatorColumn<Sample>(
    id: "children_percent", label: "Share of children", unit: .percent, decimals: 1,
    writtenDecimals: 3
  ) { sample in
    guard case .number(let children) = sample.children else { return sample.children }
    return .number(children / 16)
  }

  /// Every combination of two years, three places, two scenarios and two placements: 1000, 1001, …
  static let rows: [Sample] = {
    var rows: [Sample] = []
    for year in [2024, 2025] {
      for area in [Area.england, .region(northEast), hartlepool] {
        for scenario in ["Baseline", "Reform"] {
          for placement in ["Total", "Foster"] {
            rows.append(
              Sample(
                year: year, area: area, scenario: scenario, placement: placement,
                children: .number(Uncertain(1000 + rows.count))))
          }
        }
      }
    }
    return rows
  }()
}

extension OutputFile {
  var text: String { String(decoding: try! bytes, as: UTF8.self) }

  init(_ path: String, _ text: String) {
    self.init(path: path, text: text)
  }
}
