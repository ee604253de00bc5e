public import CareModel
public import Parameters
import Scenarios
import Statistics

/// What figures of others are compared with: projections by scenario, and published outturn.
public struct ComparisonBasis: Sendable {
  /// The scenarios that comparisons use.
  public static let scenarios = [
    "baseline", "review-in-full", "review-delayed-two-years", "review-as-claimed",
  ]
  /// The last year that a comparison uses, 31 March: twenty years from the opening.
  public static let lastYear = CareModelInputs.openingYear + 20

  /// What goes on without reform as seen from the Review's year, and the last year that a comparison
  /// uses of it.
  public static let fromReview = (scenario: "no-reform-2022", lastYear: 2032)

  /// Projections of ``scenarios`` through ``lastYear`` or later.
  public let results: RunResults
  /// The projection of ``fromReview``.
  public let fromReview: Projection
  /// Published series.
  public let data: DataFolder

  /// The basis of a run.
  public init(_ results: RunResults, fromReview: Projection, data: DataFolder) {
    precondition(
      Set(Self.scenarios).isSubset(of: Set(results.scenarios.map(\.id))),
      "scenarios are \(results.scenarios.map(\.id)), comparisons use \(Self.scenarios)")
    precondition(
      results.financialYears.last!.endingIn >= Self.lastYear,
      "projected years are \(results.financialYears), comparisons go to \(Self.lastYear)")
    precondition(
      fromReview.years.last!.year >= Self.fromReview.lastYear,
      "\(Self.fromReview.scenario) ends in \(fromReview.years.last!.year), comparisons go to "
        + "\(Self.fromReview.lastYear)")
    self.results = results
    self.fromReview = fromReview
    self.data = data
  }

  /// Projects the scenarios of a data folder.
  ///
  /// - Throws: What the projection throws.
  public init(projectingFrom data: DataFolder) throws {
    let folder = try ScenarioFolder(data)
    let scenarios = try Self.scenarios.map { try folder.scenario($0) }
    let earlier = try folder.scenario(Self.fromReview.scenario)
    self.init(
      try RunResults(projecting: scenarios, in: folder, data: data, through: Self.lastYear),
      fromReview: try RunResults(
        projecting: [earlier], in: folder, data: data, through: Self.fromReview.lastYear
      ).scenarios[0].projection,
      data: data)
  }
}

extension ComparisonBasis {
  /// The projection of one of ``scenarios``.
  func projection(_ scenario: String = "baseline") -> Projection {
    results.scenarios.first { $0.id == scenario }!.projection
  }

  /// Children looked after on 31 March of the opening year or a later one.
  func children(_ scenario: String = "baseline", on31March year: Int) -> Double {
    Self.children(in: projection(scenario), on31March: year)
  }

  /// The same as seen from the Review's year.
  func childrenFromReview(on31March year: Int) -> Double {
    Self.children(in: fromReview, on31March: year)
  }

  private static func children(in projection: Projection, on31March year: Int) -> Double {
    if year == projection.openingYear {
      return ChildGroup.allCases.reduce(0) { $0 + projection.opening[$1]!.total.central }
    }
    return projection.years.first { $0.year == year }!.stock.total.central
  }

  /// Net current expenditure with the programme in a projected year, GBP in prices of the day.
  func netSpending(_ scenario: String = "baseline", in year: FinancialYear) -> Double {
    projection(scenario).netSpending(in: year).central
  }

  /// The same in the projection's price year.
  func realNetSpending(_ scenario: String = "baseline", in year: FinancialYear) -> Double {
    let projection = projection(scenario)
    return (projection.spending.real(in: year).net + projection.programme.real(in: year)).central
  }

  /// What a quantity of the delayed programme exceeds that of the prompt one by, added up from the
  /// first projected year through a year.
  func costOfDelay(
    through year: FinancialYear, _ quantity: (String, FinancialYear) -> Double
  ) -> Double {
    results.financialYears.filter { $0 <= year }.reduce(0) {
      $0 + quantity("review-delayed-two-years", $1) - quantity("review-in-full", $1)
    }
  }

  /// A published figure.
  ///
  /// - Throws: `InputError` where it is missing.
  func published(_ series: String, _ year: Int, _ categories: String...) throws -> Double {
    try data.series(series).required(year: year, categories)
  }

  /// Outturn of a section 251 line, `gross` or `net`, GBP in prices of the day.
  ///
  /// - Throws: `InputError` where it is missing.
  func outturn(
    _ measure: String, of line: String = "total-children-and-young-people", in year: Int
  ) throws -> Double {
    try published("section-251-outturn", year, line, measure)
  }
}
