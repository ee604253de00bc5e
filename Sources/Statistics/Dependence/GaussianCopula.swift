import Foundation
public import LinearAlgebra

/// Uniform numbers that depend on each other like normal numbers with given correlations, for drawing
/// by inversion from any distributions.
///
/// `z = L n`, `u_i = Φ(z_i)`, n independent standard normal, `L Lᵀ` the correlations. Summed in a fixed
/// order.
///
/// Law: the rank correlation of u_i and u_j (and of whatever is drawn from them) is
/// `6/π · arcsin(ρ_ij / 2)`.
public struct GaussianCopula: Sendable, Equatable {
  /// Correlations of the normal numbers.
  public let correlations: CorrelationMatrix

  /// A copula.
  ///
  /// - Parameter correlations: Of the normal numbers.
  public init(_ correlations: CorrelationMatrix) { self.correlations = correlations }

  /// Correlated standard normal numbers.
  ///
  /// - Parameter independent: n × d independent standard normal numbers, a draw a row.
  /// - Returns: n × d.
  public func normals(_ independent: Matrix) -> Matrix {
    independent.fixedOrderProduct(correlations.factor.lower.transposed)
  }

  /// Correlated uniform numbers.
  ///
  /// - Parameter independent: n × d independent standard normal numbers, a draw a row.
  /// - Returns: n × d, between 0 and 1. A normal number above 8.2 would round to 1: the largest number
  ///   below 1 stands for it.
  public func uniforms(_ independent: Matrix) -> Matrix {
    let correlated = normals(independent)
    return Matrix(
      rows: correlated.rows, columns: correlated.columns,
      elements: correlated.elements.map { min(standardNormalCumulative($0), 1 - 0x1p-53) })
  }
}

/// The rank correlation of two normal numbers: `6/π · arcsin(ρ / 2)`.
///
/// - Parameter correlation: −1 to 1.
public func rankCorrelation(ofNormal correlation: Double) -> Double {
  6 / Double.pi * asin(correlation / 2)
}

/// The correlation of two normal numbers that have a given rank correlation: `2 sin(π ρ / 6)`.
///
/// - Parameter rank: −1 to 1.
public func normalCorrelation(ofRank rank: Double) -> Double { 2 * sin(Double.pi * rank / 6) }
