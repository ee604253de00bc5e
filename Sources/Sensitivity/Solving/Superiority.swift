import Statistics

/// How surely one plan beats another, on the same draws of everything else.
///
/// Laws: exchanging the plans turns the probability p into 1 − p and the difference's sign; equal plans
/// have ½ and 0.
public struct Superiority: Sendable, Equatable {
  /// Share of draws in which the first plan gives more; draws in which both give the same count half.
  public let probability: Estimate
  /// Mean of the first less the second.
  public let difference: Estimate

  /// Compares two plans.
  ///
  /// Intervals: Wilson's for the probability, Student's t for the difference.
  ///
  /// - Parameters:
  ///   - plan: What the first gives, draw by draw; at least 2 draws, finite.
  ///   - other: What the second gives in the same draws.
  public init(of plan: [Double], over other: [Double]) {
    precondition(
      plan.count == other.count && plan.count >= 2, "\(plan.count) and \(other.count) draws")
    let differences = zip(plan, other).map { $0 - $1 }
    precondition(differences.allSatisfy(\.isFinite), "plans that are not finite in every draw")
    let n = Double(plan.count)
    let p = differences.reduce(0) { $0 + ($1 > 0 ? 1 : $1 == 0 ? 0.5 : 0) } / n
    probability = Estimate(share: p, of: plan.count)
    let error = (variance(of: differences) / n).squareRoot()
    difference = Estimate(
      value: mean(of: differences), standardError: error,
      halfWidth: error * StudentDistribution(freedom: n - 1).quantile(at: 0.975),
      replicates: [])
  }
}
