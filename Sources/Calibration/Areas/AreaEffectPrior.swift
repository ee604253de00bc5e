import CareModel
import Parameters

/// What is assumed of how an effect differs between authorities before it is seen: medians of the
/// numbers of ``AreaEffects/Spread``, and how sure they are.
struct AreaEffectPrior: Sendable, Equatable {
  /// The numbers that are fitted. The names are the categories of `calibration.area-effects.prior`.
  enum Number: String, CaseIterable, Sendable {
    case betweenRegions = "between-regions"
    case betweenAuthorities = "between-authorities"
    case yearlyChange = "yearly-change"
    case persistence = "persistence"
    case dispersion = "dispersion"

    /// The numbers that an effect has. One that fades is as wide between authorities as its yearly
    /// changes make it, in every region alike; one that lasts is left in full a year later.
    static func all(of effect: AreaEffect) -> [Number] {
      effect.isLasting
        ? [.betweenRegions, .betweenAuthorities, .yearlyChange, .dispersion]
        : [.yearlyChange, .persistence, .dispersion]
    }
  }

  private let medians: [Number: Double]
  /// Standard deviation of each number's logarithm, of the persistence's logarithm of odds, about the
  /// median.
  let deviation: Double

  /// The ids that are read, for the digests of a fit.
  static let ids = ["calibration.area-effects.prior", "calibration.area-effects.prior-deviation"]

  /// Reads it on a day.
  init(from parameters: ParameterSet, on day: Day) throws {
    medians = try Number.allCases.reduce(into: [:]) {
      $0[$1] = try parameters.value(of: Self.ids[0], on: day, [$1.rawValue])
    }
    deviation = try parameters.value(of: Self.ids[1], on: day)
  }

  /// The median of a number.
  subscript(number: Number) -> Double { medians[number]! }
}
