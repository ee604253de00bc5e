import Datasets
import Parameters
import Testing

/// The areas as they ship, and the series by area.
@Suite struct AreasTests {
  let data: DataFolder
  let areas: Areas

  init() throws {
    data = try DataFolder(Datasets.folder, everySeries: false)
    areas = try data.areas()
  }

  @Test func thereAre9RegionsAnd153AuthoritiesEachOnce() {
    #expect(areas.regions.count == 9 && areas.authorities.count == 153 && areas.all.count == 163)
    #expect(Set(areas.all.map(\.code)).count == 163)
    #expect(Set(areas.authorities.map(\.oldCode)).count == 153)
    #expect(Set(areas.all.map(\.name)).count == 163)
    for region in areas.regions { #expect(areas.authorities(in: region).count >= 10) }
  }

  @Test(arguments: [
    ("Hull", "E06000010"), ("330", "E08000025"), ("E10000002", "E06000060"),
    ("E08000039", "E08000019"), ("Poole", "E06000058"), ("Dorset", "E06000059"),
    ("Bournemouth, Christchurch & Poole", "E06000058"), ("london", "E12000007"),
    ("st helens", "E08000013"), ("Durham", "E06000047"),
  ])
  func anAreaIsFound(by name: String, code: String) throws {
    #expect(try areas.named(name).code == code)
  }

  @Test(arguments: ["Cumbria", "928", "E10000009"])
  func anAuthorityThatWasDividedIsNotOne(name: String) {
    #expect(throws: InputError.self) { try areas.named(name) }
  }

  /// Every area occurs in the opening year of every series by area, and every code of a series is
  /// known.
  @Test func everyAreaIsInEverySeriesOfTheOpeningYear() throws {
    let byArea = data.series.ids.filter { $0.contains("by-area") }
    #expect(byArea.count == 10)
    let known = Set(areas.all.map(\.code) + areas.changes.map(\.area.code))
    for id in byArea {
      let series = try data.series(id)
      #expect(series.dimensions[0].name == "area")
      #expect(known.isSuperset(of: series.dimensions[0].categories), "\(id)")
      let year = series.time == .midYear ? 2023 : 2024
      let present = Set(series.entries.filter { $0.year == year }.map { $0.categories[0] })
      #expect(present == Set(areas.all.map(\.code)), "\(id)")
    }
  }

  /// Published totals: counts of authorities are not rounded, those of England are.
  @Test func authoritiesAddUpToEnglandButForRounding() throws {
    let stock = try data.series("children-looked-after-by-area")
    let sum = areas.authorities.reduce(0.0) {
      $0 + (stock.value(year: 2024, [$1.code, "Total"]) ?? 0)
    }
    #expect(abs(sum - 83_530) <= 10)
    let children = try data.series("population-by-area")
    let people = try areas.authorities.reduce(0.0) {
      try $0 + children.required(year: 2023, [$1.code])
    }
    #expect(people == 12_059_476)
  }

  /// Whole numbers of the areas that had one in the years of a backtest, and no 0 for a suppressed one.
  @Test(arguments: 2018...2024)
  func everyYearOfPlacementsAndActivityHoldsEveryAuthorityOfItsTime(year: Int) throws {
    let day = try #require(Day("\(year)-03-31"))
    let before = areas.changes.filter { $0.changed > day && $0.area.code != "E08000038" }
    for id in ["placement-stability-by-area", "care-leavers-activity-by-area"] {
      let series = try data.series(id)
      let present = Set(series.entries.filter { $0.year == year }.map { $0.categories[0] })
      for area in areas.all where !present.contains(area.code) {
        let former = areas.changes.filter { $0.now.contains(area.code) }
        #expect(former.contains { $0.changed > day }, "\(id) \(year): \(area.name)")
      }
      let known = Set(areas.all.map(\.code) + before.map(\.area.code))
      #expect(present.isSubset(of: known), "\(id) \(year): \(present.subtracting(known))")
    }
  }

  /// The total of placements in the year is the stock, and 3 or more are at most all.
  @Test func placementsOfTheYearAreThoseOfTheStock() throws {
    let stock = try data.series("children-looked-after-by-area")
    let placements = try data.series("placement-stability-by-area")
    for entry in placements.entries where entry.categories[1] == "Total" {
      let area = entry.categories[0]
      if let total = entry.value, let children = stock.value(year: entry.year, [area, "Total"]) {
        #expect(total == children, "\(area), \(entry.year)")
        let many = placements.value(year: entry.year, [area, "3-or-more"])
        #expect((many ?? 0) <= total, "\(area), \(entry.year)")
      }
    }
  }

  @Test func everyAuthorityHasTenNeighbours() throws {
    let neighbours = try data.neighbours(of: areas)
    for area in areas.authorities {
      #expect(neighbours.neighbours(of: area).count == 10, "\(area.name)")
    }
    let hull = try areas.named("Hull")
    #expect(
      neighbours.neighbours(of: hull).prefix(3).map(\.name) == [
        "Sandwell", "Wolverhampton", "Stoke-on-Trent",
      ])
    #expect(neighbours.neighbours(of: .england).isEmpty)
  }

  @Test func suppressedCountsAreMissingWithTheirStatus() throws {
    let stock = try data.series("children-looked-after-by-area")
    let rutland = try #require(stock.entry(year: 2024, ["E06000017", "0"]))
    #expect(rutland.value == nil && rutland.status == .confidential)
    let scilly = try #require(stock.entry(year: 2024, ["E06000053", "Total"]))
    #expect(scilly.value == nil && scilly.status == .notApplicable)
  }
}
