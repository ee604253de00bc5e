import Foundation

/// A search for the least value of a smooth function with an exact gradient, penalties included: the method
/// of Broyden, Fletcher, Goldfarb and Shanno.
///
/// Step `−H g` along a line to a point that meets the strong Wolfe conditions, then with s the step and y
/// the gradient's change
///
/// `H ← (I − s yᵀ / sᵀy) H (I − y sᵀ / sᵀy) + s sᵀ / sᵀy`
///
/// Each penalty `½ precision (x_j − center)²` is added to the function; it is the negative log density of a
/// normal prior.
///
/// Law: the gradient of function plus penalties is 0 at the result; on a quadratic function of p parameters
/// with exact line searches p steps suffice.
/// - SeeAlso: [NocedalWright2006], sections 3.5 and 6.1.
public struct QuasiNewton: Sendable {
  /// A function's value and gradient (length p) at a point (length p).
  public typealias Objective = ([Double]) throws -> (value: Double, gradient: [Double])

  /// A pull of one parameter towards a value: `½ precision (x − center)²`.
  public struct Penalty: Sendable, Equatable {
    /// The parameter's place.
    public let parameter: Int
    /// Where it is pulled to.
    public let center: Double
    /// How strongly: one over the variance of a normal prior; ≥ 0.
    public let precision: Double

    /// A penalty.
    ///
    /// - Parameters:
    ///   - parameter: The parameter's place.
    ///   - center: Where it is pulled to.
    ///   - precision: ≥ 0, finite.
    public init(parameter: Int, center: Double, precision: Double) {
      precondition(precision >= 0 && precision.isFinite, "a precision of \(precision)")
      self.parameter = parameter
      self.center = center
      self.precision = precision
    }
  }

  /// Where the search ended.
  public struct Minimum: Sendable, Equatable {
    /// The parameters. Length p.
    public let parameters: [Double]
    /// The function there, penalties included.
    public let value: Double
    /// Its gradient there, penalties included. Length p.
    public let gradient: [Double]
    /// Steps taken.
    public let iterations: Int
  }

  /// Most steps before giving up.
  public let maximumIterations: Int
  /// Largest `|g_j| · max(|x_j|, 1) / max(|f|, 1)` of a minimum.
  public let tolerance: Double

  /// A search with its limits.
  ///
  /// - Parameters:
  ///   - maximumIterations: Most steps, ≥ 1.
  ///   - tolerance: > 0.
  public init(maximumIterations: Int = 1000, tolerance: Double = 1e-9) {
    precondition(maximumIterations >= 1, "\(maximumIterations) iterations, at least 1 needed")
    precondition(tolerance > 0, "a tolerance of \(tolerance)")
    self.maximumIterations = maximumIterations
    self.tolerance = tolerance
  }

  /// Searches from a starting point.
  ///
  /// Points where the function is not finite are stepped back from.
  ///
  /// - Parameters:
  ///   - start: Parameters to start from. Length p ≥ 1.
  ///   - penalties: Any number, more than one may pull at a parameter.
  ///   - objective: Value and gradient without penalties.
  /// - Throws: `objectiveNotFinite` at the start; `minimumNotFound`; what the function throws.
  public func minimum(
    from start: [Double], penalties: [Penalty] = [], of objective: Objective
  ) throws -> Minimum {
    precondition(!start.isEmpty, "a search over 0 parameters")
    func point(_ x: [Double]) throws -> DescentPoint {
      var (value, gradient) = try objective(x)
      precondition(gradient.count == x.count, "\(gradient.count) derivatives of \(x.count)")
      for penalty in penalties {
        let away = x[penalty.parameter] - penalty.center
        value += 0.5 * penalty.precision * away * away
        gradient[penalty.parameter] += penalty.precision * away
      }
      return DescentPoint(parameters: x, value: value, gradient: gradient)
    }
    var here = try point(start)
    guard here.isFinite else { throw StatisticsError.objectiveNotFinite }
    var inverse = InverseHessian(order: start.count)
    var iteration = 0
    while true {
      if here.scaledGradient <= tolerance { return here.minimum(iteration) }
      guard iteration < maximumIterations else { break }
      iteration += 1
      var direction = inverse.product(here.gradient).map { -$0 }
      if inner(direction, here.gradient) >= 0 {
        inverse = InverseHessian(order: start.count)
        direction = here.gradient.map { -$0 }
      }
      // Before any curvature is known, a step of length 1 at most.
      let first = inverse.isScaled ? 1 : min(1, 1 / inner(direction, direction).squareRoot())
      guard let next = try wolfePoint(from: here, along: direction, first: first, point) else {
        // No progress that rounding lets see: try once more from scratch, straight downhill.
        guard inverse.isScaled else { break }
        inverse = InverseHessian(order: start.count)
        continue
      }
      inverse.update(
        step: zip(next.parameters, here.parameters).map { $0 - $1 },
        change: zip(next.gradient, here.gradient).map { $0 - $1 })
      here = next
    }
    throw StatisticsError.minimumNotFound(
      iterations: iteration, value: here.value, scaledGradient: here.scaledGradient)
  }
}

/// `Σ a b`, first to last.
func inner(_ a: [Double], _ b: [Double]) -> Double {
  var total = 0.0
  for i in a.indices { total += a[i] * b[i] }
  return total
}

/// A point of the search.
struct DescentPoint {
  let parameters: [Double]
  let value: Double
  let gradient: [Double]

  var isFinite: Bool { value.isFinite && gradient.allSatisfy(\.isFinite) }

  /// Relative change of the value per relative change of a parameter, the largest.
  var scaledGradient: Double {
    zip(gradient, parameters).reduce(0) {
      max($0, abs($1.0) * max(abs($1.1), 1) / max(abs(value), 1))
    }
  }

  func minimum(_ iterations: Int) -> QuasiNewton.Minimum {
    QuasiNewton.Minimum(
      parameters: parameters, value: value, gradient: gradient, iterations: iterations)
  }
}
