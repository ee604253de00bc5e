/// The joint distribution of the numbers of a fit: how they are drawn together.
///
/// The fit has parameters of its own, `θ`, in prior standard deviations. Their covariance is `L Lᵀ`;
/// a draw is `L z` from standard normal numbers z. Each number of the data folder that rests on the
/// fit moves with a weighted sum of θ on a scale of its own.
public struct FittedDistribution: Sendable, Equatable {
  /// The scale on which a number moves.
  public enum Scale: String, CaseIterable, Sendable {
    /// The number itself: trends.
    case identity
    /// In proportion to itself, never to 0: what rates add up to moves no more than the fit says,
    /// however far each of them may lie from its number.
    case relative
    /// The logarithm of its odds.
    case logit
    /// Not at all: the fit was made given the number.
    case given
  }

  /// How one number moves with the fit's parameters.
  public struct Loading: Sendable, Equatable {
    /// The scale on which the number is a weighted sum.
    public let scale: Scale
    /// Parameters of the fit by their place, rising, with weights.
    public let terms: [Term]

    /// How one number moves.
    public init(scale: Scale, terms: [Term]) {
      self.scale = scale
      self.terms = terms
    }
  }

  /// A parameter of the fit with its weight.
  public struct Term: Sendable, Equatable {
    /// Its place among the parameters.
    public let parameter: Int
    /// By how much the number moves, on its scale, per unit of the parameter.
    public let weight: Double

    /// A parameter with its weight.
    public init(parameter: Int, weight: Double) {
      self.parameter = parameter
      self.weight = weight
    }
  }

  /// The fit's parameters. p.
  public let parameters: [String]
  /// L by rows, row i of length i + 1; the last of each above 0.
  public let factor: [[Double]]
  /// By how much θ moves when the logarithm of the prior's strength rises by 1. p.
  public let strengthSlopes: [Double]
  /// The numbers that move, by their path.
  public let loadings: [String: Loading]

  /// A joint distribution.
  ///
  /// - Parameters:
  ///   - parameters: The fit's parameters, each once. p.
  ///   - factor: L by rows, row i of length i + 1; the last of each above 0.
  ///   - strengthSlopes: p.
  ///   - loadings: By the number's path; places below p.
  public init(
    parameters: [String], factor: [[Double]], strengthSlopes: [Double],
    loadings: [String: Loading]
  ) {
    let p = parameters.count
    precondition(
      factor.count == p && strengthSlopes.count == p,
      "\(p) parameters, \(factor.count) rows, \(strengthSlopes.count) slopes")
    for (place, row) in factor.enumerated() {
      precondition(
        row.count == place + 1 && row[place] > 0, "row \(place) of the factor is \(row)")
    }
    precondition(
      loadings.values.allSatisfy { $0.terms.allSatisfy { (0..<p).contains($0.parameter) } },
      "a loading on a parameter beyond \(p)")
    self.parameters = parameters
    self.factor = factor
    self.strengthSlopes = strengthSlopes
    self.loadings = loadings
  }

  /// This distribution and one of other numbers that knows nothing of it: the factor of the two has
  /// zeros where they meet.
  ///
  /// - Parameter other: Parameters and numbers of its own, none of them in this one.
  public func joined(with other: FittedDistribution) -> FittedDistribution {
    let p = parameters.count
    return FittedDistribution(
      parameters: parameters + other.parameters,
      factor: factor + other.factor.map { [Double](repeating: 0, count: p) + $0 },
      strengthSlopes: strengthSlopes + other.strengthSlopes,
      loadings: loadings.merging(
        other.loadings.mapValues { loading in
          Loading(
            scale: loading.scale,
            terms: loading.terms.map { Term(parameter: $0.parameter + p, weight: $0.weight) })
        }
      ) { _, _ in preconditionFailure("two fits of one number") })
  }

  /// `L z` for some draws at once, each summed in the order of z: what is beside a draw changes none
  /// of its bits.
  ///
  /// - Parameters:
  ///   - normals: z, draw after draw. p for each draw.
  ///   - draws: How many draws, ≥ 1.
  /// - Returns: θ, parameter after parameter. One number for each draw.
  public func deviations(of normals: [Double], draws: Int) -> [Double] {
    let p = parameters.count
    precondition(normals.count == p * draws, "\(normals.count) normals for \(draws) draws")
    var columns = [Double](repeating: 0, count: p * draws)
    for draw in 0..<draws {
      for place in 0..<p { columns[place * draws + draw] = normals[draw * p + place] }
    }
    var sums = [Double](repeating: 0, count: p * draws)
    columns.withUnsafeBufferPointer { columns in
      sums.withUnsafeMutableBufferPointer { sums in
        for (place, row) in factor.enumerated() {
          let sum = sums.baseAddress! + place * draws
          for (column, weight) in row.enumerated() where weight != 0 {
            let normal = columns.baseAddress! + column * draws
            for draw in 0..<draws { sum[draw] += weight * normal[draw] }
          }
        }
      }
    }
    return sums
  }
}
