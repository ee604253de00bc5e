import Foundation

/// The Dirichlet distribution of shares that sum to 1: density `Γ(Σ α) / Π Γ(α_i) · Π x_i^(α_i − 1)`.
///
/// Law: each share by itself is beta with `a = α_i`, `b = Σ α − α_i`.
public struct DirichletDistribution: Sendable, Equatable {
  /// α, each > 0: counts seen plus the prior's.
  public let concentrations: [Double]

  /// A Dirichlet distribution.
  ///
  /// - Parameter concentrations: α, at least 2, each 0.001 to 10⁸; their sum at most 10⁸.
  /// - Throws: `parameter`.
  public init(concentrations: [Double]) throws(StatisticsError) {
    precondition(concentrations.count >= 2, "\(concentrations.count) shares, at least 2 needed")
    for (i, value) in concentrations.enumerated() {
      try StatisticsError.check(
        "Dirichlet", "concentration \(i)", value, "0.001 to 1e8", value >= 0.001 && value <= 1e8)
    }
    let total = concentrations.reduce(0, +)
    try StatisticsError.check(
      "Dirichlet", "sum of concentrations", total, "at most 1e8", total <= 1e8)
    self.concentrations = concentrations
  }

  /// A Dirichlet distribution with given means, worth so many observations.
  ///
  /// - Parameters:
  ///   - means: Shares, at least 2, each > 0; divided by their sum.
  ///   - observations: Σ α: how many observations the shares are worth.
  /// - Throws: `parameter`.
  public init(means: [Double], observations: Double) throws(StatisticsError) {
    let whole = means.reduce(0, +)
    try self.init(concentrations: means.map { $0 / whole * observations })
  }

  private var total: Double { sum(of: concentrations) }

  /// The mean shares, `α_i / Σ α`.
  public var means: [Double] { concentrations.map { $0 / total } }

  /// The covariance of two shares: `m_i (δ_ij − m_j) / (Σ α + 1)`.
  ///
  /// - Parameters:
  ///   - i: A place among the shares.
  ///   - j: Another, or the same.
  public func covariance(_ i: Int, _ j: Int) -> Double {
    let means = means
    return means[i] * ((i == j ? 1 : 0) - means[j]) / (total + 1)
  }

  /// The natural logarithm of the density.
  ///
  /// - Parameter shares: As many as concentrations, each > 0, with the sum 1.
  public func logDensity(at shares: [Double]) -> Double {
    precondition(
      shares.count == concentrations.count,
      "\(shares.count) shares, \(concentrations.count) concentrations")
    precondition(
      shares.allSatisfy { $0 > 0 } && abs(shares.reduce(0, +) - 1) < 1e-9,
      "shares that are not above 0 or do not sum to 1: \(shares)")
    let terms = zip(shares, concentrations).map { ($1 - 1) * log($0) - logGamma($1) }
    return logGamma(total) + sum(of: terms)
  }

  /// Shares drawn by inversion: the first is beta, the second a beta share of what is left, and so on.
  ///
  /// - Parameter uniforms: One fewer than shares, each above 0 and below 1.
  /// - Returns: Shares ≥ 0 with the sum 1 up to rounding.
  public func shares(uniforms: [Double]) -> [Double] {
    precondition(
      uniforms.count == concentrations.count - 1,
      "\(uniforms.count) uniform numbers, \(concentrations.count) shares need one fewer")
    var (left, shares) = (1.0, [Double]())
    for (i, u) in uniforms.enumerated() {
      let share = beta(concentrations[i], sum(of: concentrations[(i + 1)...]))
      shares.append(left * share.value(uniform: u))
      // What is left keeps its digits as the complement's own quantile.
      left *= share.complement.value(uniform: 1 - u)
    }
    return shares + [left]
  }

  /// The distribution of one share whatever the others are.
  ///
  /// - Parameter i: Its place.
  public func marginal(_ i: Int) -> BetaDistribution {
    let others = concentrations.indices.lazy.filter { $0 != i }.map { concentrations[$0] }
    return beta(concentrations[i], sum(of: others))
  }

  /// Both shapes were checked when this distribution was made.
  private func beta(_ a: Double, _ b: Double) -> BetaDistribution {
    do {
      return try BetaDistribution(a: a, b: b)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
