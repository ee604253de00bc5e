public import CareModel
public import Parameters
import Statistics

/// A 31 March from which years are forecast, and what was known on it.
public struct BacktestOrigin: Sendable {
  /// The reporting year that ends on it.
  public let year: Int
  /// How many years are forecast.
  public let horizon: Int
  /// Published figures up to the origin.
  public let history: BacktestHistory
  /// Areas of that day.
  public let areas: [Area]
  /// England by the model refitted to the years up to the origin; `nil` where there are too few.
  public let england: EnglandForecast?
  /// In what authorities differ from England, fitted to the years up to the origin.
  public let effects: AreaEffects
  /// For an authority that has since been divided, one of those that followed it.
  let successors: [String: String]
  /// Draws of a forecast.
  public let draws: Int
  /// What all draws share.
  public let seed: UInt64
  private let classes: [String: SizeClass]

  /// The first year that a fit can be made to: the one after the opening stock of 2019.
  public static let firstFitted = 2020

  init(
    year: Int, horizon: Int, history: BacktestHistory, areas: [Area], england: EnglandForecast?,
    effects: AreaEffects = .none, successors: [String: String] = [:], draws: Int, seed: UInt64
  ) {
    self.year = year
    self.horizon = horizon
    self.history = history.through(year)
    self.areas = areas
    self.england = england
    self.effects = effects
    self.successors = successors
    self.draws = draws
    self.seed = seed
    classes = areas.reduce(into: [:]) { classes, area in
      classes[area.code] =
        switch area.level {
        case .national: .england
        case .regional: .region
        case .localAuthority:
          SizeClass(
            children: history.value(BacktestCell(series: "stock", area: area.code), in: year))
        }
    }
  }

  /// The class of an area by its children on the origin.
  public func sizeClass(of code: String) -> SizeClass? { classes[code] }

  /// The codes of a class.
  func codes(of sizeClass: SizeClass) -> [String] {
    areas.map(\.code).filter { classes[$0] == sizeClass }
  }
}
