import Foundation
public import LinearAlgebra

/// A series followed by the Kalman filter of a ``StateSpaceModel``, the first state being diffuse: its
/// covariance is κ I with κ → ∞, and what grows with κ is carried apart, exactly.
///
/// Law: the log likelihood is that of the observations left when as many as the diffuse part has
/// dimensions are given, up to a constant of the model.
/// - SeeAlso: [DurbinKoopman2012], section 5.2.
public struct KalmanFilter: Sendable {
  /// What is known before a step, and what the step's value brought.
  struct Step {
    let state: [Double]
    let covariance: Matrix
    /// The part of the covariance that goes with κ; all 0 once the first state is set.
    let diffuse: Matrix
    /// The value less its forecast; `nil` where missing.
    let surprise: Double?
    /// `z P zᵀ + H`, and the same of the diffuse part.
    let variance: Double
    let diffuseVariance: Double
  }

  /// The model.
  public let model: StateSpaceModel
  let steps: [Step]
  /// The state expected after the last value, a step on. Length r.
  public let state: [Double]
  /// Its covariance, r × r.
  public let covariance: Matrix
  /// Whether the values set all of the state.
  public let isDetermined: Bool
  /// The diffuse log likelihood: `−½ Σ (log 2π + log F + v² / F)`, or `−½ log F∞` at steps that set a part
  /// of the first state.
  public let logLikelihood: Double

  /// Follows a series.
  ///
  /// - Parameters:
  ///   - model: Of the series.
  ///   - series: In order of time, `nil` where missing; finite.
  public init(_ model: StateSpaceModel, _ series: [Double?]) {
    let size = model.observation.count
    self.model = model
    var state = [Double](repeating: 0, count: size)
    var covariance = Matrix(rows: size, columns: size, repeating: 0)
    var diffuse = Matrix.identity(size)
    var isDiffuse = true
    var logLikelihood = 0.0
    var steps: [Step] = []
    let (t, turned) = (model.transition, model.transition.transposed)
    for value in series {
      let column = covariance * model.observation
      let diffuseColumn = diffuse * model.observation
      let variance = inner(model.observation, column) + model.observationVariance
      let reach = inner(model.observation, diffuseColumn)
      // What is left of the diffuse part below rounding is none.
      let diffuseVariance = isDiffuse && reach > 1e-9 ? reach : 0
      let surprise = value.map { $0 - inner(model.observation, state) }
      steps.append(
        Step(
          state: state, covariance: covariance, diffuse: diffuse, surprise: surprise,
          variance: variance, diffuseVariance: diffuseVariance))
      if let surprise {
        if diffuseVariance > 0 {
          logLikelihood -= 0.5 * log(diffuseVariance)
          let gain = diffuseColumn.map { $0 / diffuseVariance }
          state = zip(state, gain).map { $0 + $1 * surprise }
          covariance =
            covariance - outer(gain, column) - outer(column, gain) + variance * outer(gain, gain)
          diffuse = diffuse - outer(gain, diffuseColumn)
          isDiffuse = (0..<size).contains { diffuse[$0, $0] > 1e-9 }
          if !isDiffuse { diffuse = Matrix(rows: size, columns: size, repeating: 0) }
        } else if variance > 0 {
          logLikelihood -= 0.5 * (log(2 * Double.pi * variance) + surprise * surprise / variance)
          let gain = column.map { $0 / variance }
          state = zip(state, gain).map { $0 + $1 * surprise }
          covariance = covariance - outer(gain, column)
        } else {
          logLikelihood = -.infinity
        }
      }
      state = t * state
      covariance = t * covariance * turned + model.stateCovariance
      if isDiffuse { diffuse = t * diffuse * turned }
    }
    self.steps = steps
    self.state = state
    self.covariance = covariance
    self.logLikelihood = logLikelihood
    isDetermined = !isDiffuse
  }

  /// The one-step forecasts; `nil` where the values before do not set what is shown.
  public var fitted: [Double?] {
    steps.map { $0.diffuseVariance > 0 ? nil : inner(model.observation, $0.state) }
  }

  /// The forecast of the steps after the series.
  ///
  /// - Parameter horizon: Steps ahead, ≥ 1; the values must set all of the state.
  public func forecast(_ horizon: Int) -> SeriesForecast {
    precondition(isDetermined && horizon >= 1, "a state that the values do not set")
    var (state, covariance) = (state, covariance)
    var (means, errors) = ([Double](), [Double]())
    for _ in 0..<horizon {
      means.append(inner(model.observation, state))
      let variance = inner(model.observation, covariance * model.observation)
      errors.append((variance + model.observationVariance).squareRoot())
      state = model.transition * state
      covariance =
        model.transition * covariance * model.transition.transposed + model.stateCovariance
    }
    return SeriesForecast(means: means, standardErrors: errors)
  }
}

/// `a bᵀ`.
func outer(_ a: [Double], _ b: [Double]) -> Matrix {
  Matrix(rows: a.count, columns: b.count, elements: a.flatMap { x in b.map { x * $0 } })
}
