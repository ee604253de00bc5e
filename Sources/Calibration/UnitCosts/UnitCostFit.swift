import LinearAlgebra

/// The real drift of every line's unit cost, by penalised likelihood.
///
/// The growth of line l from one year to the next is `m + δ_l + ε`, with a drift m of all lines, what
/// the line's own drift is beyond it, and an innovation ε of standard deviation σ_l. m and δ are in
/// prior standard deviations; each σ is estimated with them in rounds, as dispersions are, and has a
/// prior of its own. The curvature gives the joint covariance.
struct UnitCostFit: Sendable {
  /// What is assumed of unit costs beforehand.
  struct Priors: Sendable, Equatable {
    /// Standard deviation of the drift of all lines, /year.
    let common: Double
    /// Standard deviation of a line's own drift beyond that of all, /year.
    let line: Double
    /// σ², with the years it counts for, and the least it may be.
    let variance: DispersionPrior
    /// What multiplies the penalty, > 0.
    let strength: Double
  }

  /// Lines in order. L.
  let lines: [String]
  /// The growth of each line's years. L, each of at least 1.
  let growth: [[Double]]
  let priors: Priors
  /// m, then each line's δ, in prior standard deviations. L + 1.
  let estimate: [Double]
  /// Joint covariance of the estimate. (L + 1) × (L + 1).
  let covariance: Matrix
  /// σ of each line. L.
  let deviations: [Double]
  /// Years that count for each σ, those of its prior with them. L.
  let weights: [Double]

  /// Rounds in which the deviations may settle.
  private static let rounds = 200
  /// Largest change of the logarithm of a variance that counts as settled.
  private static let settled = 1e-9

  /// Fits.
  ///
  /// - Parameters:
  ///   - growth: The lines, each once, with the real growth of their years.
  ///   - priors: What is assumed of them.
  /// - Throws: `FitError.dispersionsUnsettled`.
  init(_ growth: [(line: String, growth: [Double])], under priors: Priors) throws {
    precondition(growth.allSatisfy { !$0.growth.isEmpty }, "a line without a year: \(growth)")
    var variances = growth.map { _ in priors.variance.value }
    for _ in 1...Self.rounds {
      let round = try Self.normal(growth.map(\.growth), variances, priors)
      let next = zip(growth.indices, growth).map { place, line in
        let drift = priors.common * round.estimate[0] + priors.line * round.estimate[place + 1]
        let spread = Self.variance(of: place, round.covariance, priors)
        let count = Double(line.growth.count)
        let freedom = count * max(1 - spread / variances[place], 0)
        return priors.variance.estimate(
          from: 1, squares: line.growth.reduce(0) { $0 + ($1 - drift) * ($1 - drift) },
          freedom: freedom)
      }
      let change = zip(next, variances).map { abs($0 / $1 - 1) }.max()!
      variances = next
      guard change <= Self.settled else { continue }
      let last = try Self.normal(growth.map(\.growth), variances, priors)
      lines = growth.map(\.line)
      self.growth = growth.map(\.growth)
      self.priors = priors
      estimate = last.estimate
      covariance = last.covariance
      deviations = variances.map { $0.squareRoot() }
      weights = zip(growth.indices, growth).map { place, line in
        let spread = Self.variance(of: place, last.covariance, priors)
        return priors.variance.weight
          + Double(line.growth.count) * max(1 - spread / variances[place], 0)
      }
      return
    }
    throw FitError.dispersionsUnsettled(rounds: Self.rounds)
  }

  /// The drift of a line a year.
  func drift(of place: Int) -> Double {
    priors.common * estimate[0] + priors.line * estimate[place + 1]
  }

  /// Standard deviation of a line's drift after the fit.
  func driftDeviation(of place: Int) -> Double {
    Self.variance(of: place, covariance, priors).squareRoot()
  }

  /// Standard deviation of every line's drift before the fit.
  var priorDriftDeviation: Double {
    ((priors.common * priors.common + priors.line * priors.line) / priors.strength).squareRoot()
  }

  /// How the estimate moves when the logarithm of the prior's strength rises by 1: `−strength · C z`.
  var strengthSlopes: [Double] { (covariance * estimate).map { -priors.strength * $0 } }

  /// The estimate and its covariance for given variances: `C = (XᵀX + s I)⁻¹`, `z = C Xᵀy`.
  private static func normal(
    _ growth: [[Double]], _ variances: [Double], _ priors: Priors
  ) throws -> (estimate: [Double], covariance: Matrix) {
    let p = growth.count + 1
    var precision = Matrix(rows: p, columns: p, repeating: 0)
    var sums = [Double](repeating: 0, count: p)
    for place in 0..<p { precision[place, place] = priors.strength }
    for (place, line) in growth.enumerated() {
      let weight = Double(line.count) / variances[place]
      let sum = line.reduce(0, +) / variances[place]
      precision[0, 0] += priors.common * priors.common * weight
      precision[place + 1, place + 1] += priors.line * priors.line * weight
      precision[0, place + 1] = priors.common * priors.line * weight
      precision[place + 1, 0] = precision[0, place + 1]
      sums[0] += priors.common * sum
      sums[place + 1] = priors.line * sum
    }
    let factor = try CholeskyFactor(precision)
    return (factor.solve(sums), factor.inverse)
  }

  /// The variance of a line's drift.
  private static func variance(
    of place: Int, _ covariance: Matrix, _ priors: Priors
  ) -> Double {
    let (a, b) = (priors.common, priors.line)
    return a * a * covariance[0, 0] + b * b * covariance[place + 1, place + 1]
      + 2 * a * b * covariance[0, place + 1]
  }
}
