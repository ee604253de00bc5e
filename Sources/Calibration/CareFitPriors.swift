import CareModel
import Parameters

/// What the fit assumes before it sees data: standard deviations of parameters about their prior
/// medians, smoothness, innovations, dispersions. All are parameters of the data folder.
struct CareFitPriors: Sendable {
  /// A kind of parameter whose members share a prior standard deviation, on the scale on which the
  /// parameter is fitted. The names are the categories of `calibration.prior-deviation`.
  enum Kind: String, CaseIterable, Sendable {
    case exitRate = "exit-rate"
    case exitPlacement = "exit-placement"
    case entryRate = "entry-rate"
    case entryPlacement = "entry-placement"
    case entrySlope = "entry-slope"
    case entryRepeat = "entry-repeat"
    case moveRate = "move-rate"
    case moveFactor = "move-factor"
    case asylumPlacement = "asylum-placement"
    case asylumShare = "asylum-share"
    case openingShare = "opening-share"
    case trend = "trend"
    case placementTrend = "placement-trend"
    case effect2021 = "effect-2020-21"
  }

  private let deviations: [Kind: Double]
  private let innovations: [CareFlow: Double]
  /// Standard deviation of the difference between neighbouring age groups, logarithms.
  let ageSmoothness: Double
  /// Standard deviation of what exits in an age group move away from all exits in a year,
  /// logarithms.
  let exitAgeInnovation: Double
  /// What multiplies the penalty.
  let strength: Double
  let dispersion: DispersionPrior

  /// The ids that are read, for the digests of a fit.
  static let ids = [
    "calibration.age-smoothness", "calibration.dispersion.floor",
    "calibration.dispersion.prior", "calibration.dispersion.prior-weight",
    "calibration.prior-deviation", "innovations.deviation", "innovations.exit-age-deviation",
  ]

  /// Reads them on a day.
  ///
  /// - Parameter strength: What multiplies the penalty instead of `calibration.prior-strength`.
  init(from parameters: ParameterSet, on day: Day, strength: Double?) throws {
    func number(_ id: String, _ keys: String...) throws -> Double {
      try parameters.value(of: id, on: day, keys)
    }
    deviations = try Kind.allCases.reduce(into: [:]) {
      $0[$1] = try number("calibration.prior-deviation", $1.rawValue)
    }
    innovations = try CareFlow.fitted.reduce(into: [:]) {
      $0[$1] = try number("innovations.deviation", $1.rawValue)
    }
    ageSmoothness = try number("calibration.age-smoothness")
    exitAgeInnovation = try number("innovations.exit-age-deviation")
    self.strength = try strength ?? number("calibration.prior-strength")
    dispersion = DispersionPrior(
      value: try number("calibration.dispersion.prior"),
      weight: try number("calibration.dispersion.prior-weight"),
      floor: try number("calibration.dispersion.floor"))
  }

  /// The standard deviation of a kind of parameter.
  subscript(kind: Kind) -> Double { deviations[kind]! }

  /// The standard deviation of a year's innovation of a flow, logarithms.
  subscript(flow: CareFlow) -> Double { innovations[flow]! }
}
