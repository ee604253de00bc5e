public import LinearAlgebra

/// A linear state-space model of a series, of whose first state nothing is known:
///
/// `y_t = z x_t + ε_t`, `x_{t+1} = T x_t + η_t`, ε normal of variance H, η of covariance Q.
/// - SeeAlso: [DurbinKoopman2012], chapters 2, 4 and 5.
public struct StateSpaceModel: Sendable, Equatable {
  /// z: what the series shows of the state. Length r ≥ 1.
  public let observation: [Double]
  /// H, ≥ 0.
  public let observationVariance: Double
  /// T, r × r.
  public let transition: Matrix
  /// Q, r × r, symmetric, no eigenvalue below 0.
  public let stateCovariance: Matrix

  /// A model.
  public init(
    observation: [Double], observationVariance: Double, transition: Matrix, stateCovariance: Matrix
  ) {
    let size = observation.count
    precondition(
      size >= 1 && transition.rows == size && transition.isSquare && stateCovariance.rows == size
        && stateCovariance.isSquare, "a state of \(size), matrices of \(transition.rows)")
    precondition(observationVariance >= 0, "a variance of \(observationVariance)")
    self.observation = observation
    self.observationVariance = observationVariance
    self.transition = transition
    self.stateCovariance = stateCovariance
  }

  /// A level that drifts as a random walk.
  ///
  /// - Parameters:
  ///   - observationVariance: H, ≥ 0.
  ///   - levelVariance: Of the yearly drift, ≥ 0.
  public static func localLevel(
    observationVariance: Double, levelVariance: Double
  ) -> StateSpaceModel {
    StateSpaceModel(
      observation: [1], observationVariance: observationVariance, transition: .identity(1),
      stateCovariance: Matrix([[levelVariance]]))
  }

  /// A level that moves by a slope which drifts itself; state: level, slope.
  ///
  /// - Parameters:
  ///   - observationVariance: H, ≥ 0.
  ///   - levelVariance: Of the level's own drift, ≥ 0.
  ///   - slopeVariance: Of the slope's drift, ≥ 0.
  public static func localTrend(
    observationVariance: Double, levelVariance: Double, slopeVariance: Double
  ) -> StateSpaceModel {
    StateSpaceModel(
      observation: [1, 0], observationVariance: observationVariance,
      transition: Matrix([[1, 1], [0, 1]]),
      stateCovariance: Matrix([[levelVariance, 0], [0, slopeVariance]]))
  }
}
