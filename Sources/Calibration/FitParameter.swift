import Foundation
import Statistics

/// One number that the fit chooses: where it belongs, its prior, and where it acts.
///
/// The optimiser works in prior standard deviations `z`, so that the penalty of a parameter is
/// `z²`. A positive parameter is `prior · exp(s z)`, a share is moved on the logit
/// scale, a trend on its own.
struct FitParameter: Sendable {
  /// Scale on which the prior is normal.
  enum Scale: Sendable { case log, logit, identity }

  /// The parameter's id and keys in the dataset, joined with dots.
  let path: String

  /// Prior median.
  let prior: Double

  /// Prior standard deviation on the scale.
  let deviation: Double

  let scale: Scale

  /// Whether the parameter belongs to the single year 2020-21.
  let onlyIn2021: Bool

  /// Puts a value in its place.
  let apply: @Sendable (inout CareFitState, Uncertain) -> Void

  init(
    _ path: String, prior: Double, deviation: Double, scale: Scale = .log,
    onlyIn2021: Bool = false, apply: @escaping @Sendable (inout CareFitState, Uncertain) -> Void
  ) {
    switch scale {
    case .log: precondition(prior > 0, "\(path): prior \(prior) is not positive")
    case .logit: precondition(prior > 0 && prior < 1, "\(path): prior share \(prior), not 0 to 1")
    case .identity: break
    }
    self.path = path
    self.prior = prior
    self.deviation = deviation
    self.scale = scale
    self.onlyIn2021 = onlyIn2021
    self.apply = apply
  }

  /// The value at `z` prior standard deviations from the prior median.
  func value(at z: Double) -> Double {
    switch scale {
    case .log: prior * exp(deviation * z)
    case .identity: prior + deviation * z
    case .logit: 1 / (1 + (1 - prior) / prior * exp(-deviation * z))
    }
  }
}
