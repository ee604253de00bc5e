import Statistics

/// How the children of England's opening stock are spread over its authorities.
///
/// Published for an authority are its total, and its children by age group, by placement heading, and
/// asylum-seeking or not, each by itself. England's stock is modelled by all three together. The
/// authorities' stocks by all three are those nearest to England's that have the authorities' published
/// margins and add up to England's in every cell: iterative proportional fitting of a table of
/// area × group × age group × heading.
///
/// First each margin is made to fit: suppressed cells are filled (``SuppressedCounts``), totals scaled
/// to England's opening stock, and the margin fitted to England's by the same method. An authority all
/// of whose splits are suppressed has England's composition.
struct AreaStock {
  /// Children published for one authority.
  struct Published {
    /// All children; above 0.
    let total: Double
    /// By age group, 5; `nil` where suppressed.
    let byAge: [Double?]
    /// By placement heading; `nil` where suppressed.
    let byHeading: [Double?]
    /// Asylum-seeking children; `nil` where suppressed.
    let asylumSeeking: Double?

    /// Other children, then asylum-seeking ones.
    var byGroup: [Double?] { [asylumSeeking.map { total - $0 }, asylumSeeking] }

    /// Whether nothing but the total is known.
    var isTotalOnly: Bool {
      byAge.allSatisfy { $0 == nil } && byHeading.allSatisfy { $0 == nil } && asylumSeeking == nil
    }
  }

  /// Children by area, then group, age group and heading, the last fastest.
  let cells: [[Double]]
  /// England's opening stock, laid out as one area's.
  let england: [Double]

  private static let groups = ChildGroup.allCases.count
  private static let ages = AgeGroup.allCases.count

  /// Spreads England's stock.
  ///
  /// - Parameters:
  ///   - england: Children by group, age group and heading, the last fastest.
  ///   - areas: What is published of each authority.
  /// - Throws: `StatisticsError` where no stock has these margins.
  init(england: [Double], over areas: [Published]) throws {
    let headings = england.count / (Self.groups * Self.ages)
    let shape = [Self.groups, Self.ages, headings]
    let whole = england.reduce(0, +)
    let scale = whole / areas.reduce(0) { $0 + $1.total }
    let totals = areas.map { $0.total * scale }

    /// A margin of all areas that adds up to the areas' totals and to England's.
    func margin(over dimension: Int, _ counts: (Published) -> [Double?]) throws -> [Double] {
      let nation = Self.sums(of: england, shape, keeping: dimension)
      let known = areas.filter { !$0.isTotalOnly }
      let filled = SuppressedCounts.filled(
        known.map(counts), totals: known.map(\.total), nation: nation)
      var rows = filled.makeIterator()
      let prior = zip(areas, totals).flatMap { area, total in
        area.isTotalOnly ? nation.map { $0 * total / whole } : rows.next()!
      }
      return try IterativeProportionalFitting(
        prior: prior, shape: [areas.count, nation.count],
        margins: [
          Margin("area", over: [0], targets: totals),
          Margin("England", over: [1], targets: nation),
        ], tolerance: 1e-13
      ).cells
    }
    let fit = try IterativeProportionalFitting(
      prior: totals.flatMap { total in england.map { $0 * total / whole } },
      shape: [areas.count] + shape,
      margins: [
        Margin("area by age group", over: [0, 2], targets: try margin(over: 1, \.byAge)),
        Margin("area by placement", over: [0, 3], targets: try margin(over: 2, \.byHeading)),
        Margin(
          "area by group", over: [0, 1],
          targets: try margin(over: 0, \.byGroup)),
        Margin("England", over: [1, 2, 3], targets: england),
      ])
    cells = areas.indices.map {
      Array(fit.cells[($0 * england.count)..<(($0 + 1) * england.count)])
    }
    self.england = england
  }

  private static func sums(of cells: [Double], _ shape: [Int], keeping dimension: Int) -> [Double] {
    let inner = shape[(dimension + 1)...].reduce(1, *)
    var sums = [Double](repeating: 0, count: shape[dimension])
    for (place, cell) in cells.enumerated() { sums[place / inner % shape[dimension]] += cell }
    return sums
  }
}
