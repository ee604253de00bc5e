import CareModel
public import Parameters

/// What is published of the authorities over years, as far as their effects rest on it.
public struct AreaHistory {
  /// Years to 31 March, from the first with a stock before it.
  let years: ClosedRange<Int>
  /// Today's authorities.
  let areas: Areas
  private let counts: [String: AreaCounts]

  /// The series that it is read from, for the digests of a fit.
  public static let series = [
    "care-leavers-activity-by-area", "children-ceasing-by-area", "children-looked-after-by-area",
    "children-starting-by-area", "placement-stability-by-area",
  ]

  /// Reads the history.
  ///
  /// - Parameters:
  ///   - data: The data folder.
  ///   - last: The last year that may be read.
  /// - Throws: `InputError` where a series is missing or wrong.
  public init(from data: DataFolder, through last: Int) throws {
    let areas = try data.areas()
    self.areas = areas
    counts = try Self.series.reduce(into: [:]) {
      $0[$1] = AreaCounts(try data.series($1), of: areas)
    }
    let starts = try data.series("children-starting-by-area").years
    years = starts[0]...min(last, starts.last!)
  }

  /// Children looked after on 31 March.
  func stock(_ area: Area, in year: Int) -> AreaCount {
    count("children-looked-after-by-area", area, year, ["Total"]).0
  }

  /// Children starting to be looked after in the year.
  func starts(_ area: Area, in year: Int) -> (AreaCount, of: Int) {
    count("children-starting-by-area", area, year, ["Total"])
  }

  /// Children ceasing to be looked after in the year.
  func ceased(_ area: Area, in year: Int) -> (AreaCount, of: Int) {
    count("children-ceasing-by-area", area, year, [])
  }

  /// Children with three or more placements in the year, and all of the same table.
  func threeOrMore(_ area: Area, in year: Int) -> (part: (AreaCount, of: Int), whole: AreaCount) {
    let id = "placement-stability-by-area"
    return (count(id, area, year, ["3-or-more"]), count(id, area, year, ["Total"]).0)
  }

  /// Care leavers of an age group not in education, employment or training, and all of them.
  func neet(
    _ group: CareLeaverAgeGroup, _ area: Area, in year: Int
  ) -> (part: (AreaCount, of: Int), whole: AreaCount) {
    let id = "care-leavers-activity-by-area"
    return (
      count(id, area, year, [group.rawValue, "neet"]),
      count(id, area, year, [group.rawValue, "Total"]).0
    )
  }

  private func count(
    _ series: String, _ area: Area, _ year: Int, _ categories: [String]
  ) -> (AreaCount, of: Int) {
    counts[series]!.count(area, in: year, categories)
  }
}
