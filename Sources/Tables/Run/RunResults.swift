public import CareModel
public import Parameters
public import Scenarios

/// What a run found: the projection of every scenario, and what is published beside them.
///
/// Everything written or shown is made of this value alone.
public struct RunResults: Sendable {
  /// A scenario with its projection.
  public struct Scenario: Sendable, Identifiable {
    /// What the scenario sets, and what it changed.
    public let assumptions: ScenarioAssumptions
    /// The parameters with its changes, and what is drawn for them.
    public let parameters: DrawnParameters
    /// What follows from it.
    public let projection: Projection
    /// The four headline figures of the projection.
    public let headline: Headline
    /// The model behind the projection, if areas can be projected with it.
    let model: CohortModel?
    /// England under the same scenario, if the projection is of an area.
    let whole: Whole?

    /// The scenario's projection.
    ///
    /// - Parameters:
    ///   - assumptions: What the scenario sets.
    ///   - parameters: Its parameters as the projection read them; at their values with `nil`.
    ///   - projection: What follows.
    ///   - model: The model that gave it; without one, no area can be projected.
    public init(
      _ assumptions: ScenarioAssumptions, parameters: DrawnParameters? = nil,
      projection: Projection, model: CohortModel? = nil
    ) {
      self.init(
        assumptions, parameters: parameters, projection: projection, model: model, whole: nil)
    }

    init(
      _ assumptions: ScenarioAssumptions, parameters: DrawnParameters?, projection: Projection,
      model: CohortModel?, whole: Whole?
    ) {
      self.model = model
      self.whole = whole
      self.assumptions = assumptions
      self.parameters = parameters ?? DrawnParameters(assumptions.parameters)
      self.projection = projection
      headline = projection.headline
    }

    /// The scenario's id.
    public var id: String { assumptions.scenario.id }
    /// The scenario's name for readers: its item in the filter `scenario`.
    public var title: String { assumptions.scenario.title }
  }

  /// The scenarios in the order of the files: bases first, otherwise as they were given.
  public let scenarios: [Scenario]
  /// Published figures that stand beside the projections.
  public let published: PublishedFigures
  /// Where the figures behind the parameters were published.
  public let sources: Sources
  /// The place that is projected.
  public let area: Area
  /// Whether the run is also of areas within England, so that rows say what they rest on.
  public private(set) var coversParts = false
  /// Intervals of every number, if parameters were drawn.
  public private(set) var intervals: RunIntervals?

  /// The results of a run.
  ///
  /// - Parameters:
  ///   - scenarios: At least one, each once, of one horizon and one set of inputs.
  ///   - published: Figures of the year in which the projections open.
  ///   - sources: Where the figures behind the parameters were published.
  ///   - area: The place that is projected.
  public init(
    scenarios: [Scenario], published: PublishedFigures, sources: Sources, area: Area = .england
  ) {
    precondition(!scenarios.isEmpty, "a run without scenarios")
    precondition(
      Set(scenarios.map(\.id)).count == scenarios.count,
      "scenarios \(scenarios.map(\.id)) are not each there once")
    let first = scenarios[0].projection
    for scenario in scenarios {
      let projection = scenario.projection
      precondition(
        projection.coverage == first.coverage, "\(scenario.id) is not of the parts of the others")
      precondition(
        projection.financialYears == first.financialYears
          && projection.placements == first.placements
          && (first.coverage != .everything || projection.spending.lines == first.spending.lines),
        "\(scenario.id) and \(scenarios[0].id) differ in years, placement types or spending lines")
      precondition(
        projection.openingYear == published.year,
        "\(scenario.id) opens in \(projection.openingYear), published figures are of "
          + "\(published.year)")
    }
    self.scenarios =
      scenarios.filter { $0.assumptions.base == nil }
      + scenarios.filter { $0.assumptions.base != nil }
    self.published = published
    self.sources = sources
    self.area = area
  }

  /// The scenario that another is compared with, if it was run; `nil` for a base.
  public func base(of scenario: Scenario) -> Scenario? {
    scenarios.first { $0.id == scenario.assumptions.base }
  }

  /// The same results with the intervals of their numbers.
  func with(_ intervals: RunIntervals) -> RunResults {
    var results = self
    results.intervals = intervals
    return results
  }

  /// The same results as those of one of several areas.
  func amongAreas() -> RunResults {
    var results = self
    results.coversParts = true
    return results
  }

  /// Which parts are projected; the same for every scenario.
  public var coverage: Opening.Coverage { scenarios[0].projection.coverage }

  /// What is refused where only children in care are projected.
  ///
  /// - Parameter what: What was asked for.
  /// - Throws: `InputError`.
  func require(_ what: String) throws {
    guard coverage != .everything else { return }
    let opening = Opening.all.first { $0.year == published.year } ?? .latest
    throw InputError(opening.lacks(what), at: Place(file: "--scenario"))
  }

  /// Financial years projected, in order; the same for every scenario.
  public var financialYears: [FinancialYear] { scenarios[0].projection.financialYears }
}

extension RunResults {
  /// General prices under a scenario, for amounts that its projection gives in one basis only.
  ///
  /// - Throws: `InputError` where a level or the growth after the last one is missing.
  func deflator(of scenario: Scenario) throws -> Deflator {
    try Deflator(published.deflator, scenario.parameters)
  }
}
