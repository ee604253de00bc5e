/// Why rates or probabilities cannot describe a cohort. States count from 0.
public enum MarkovError: Error, Equatable, Sendable {
  /// A rate of moving from one state to another is below 0 or not a finite number.
  case moveRate(from: Int, to: Int, rate: Double)
  /// A rate from a state to itself: nothing would happen.
  case moveToSelf(state: Int, rate: Double)
  /// A rate of leaving the cohort is below 0 or not a finite number.
  case exitRate(state: Int, rate: Double)
  /// A probability is outside 0 to 1, or not a number.
  case probability(from: Int, to: Int, value: Double)
  /// The probabilities of where a state's members are next do not sum to 1.
  case rowSum(state: Int, sum: Double)
}

extension MarkovError: CustomStringConvertible {
  /// What is wrong, what is allowed and what to do.
  public var description: String {
    switch self {
    case .moveRate(let from, let to, let rate):
      "the rate of moves from state \(from) to state \(to) is \(rate): it must be finite and 0 or "
        + "more, per person and unit of time."
    case .moveToSelf(let state, let rate):
      "the rate of moves from state \(state) to itself is \(rate): it must be 0. Count moves "
        + "within a state apart."
    case .exitRate(let state, let rate):
      "the rate of exits from state \(state) is \(rate): it must be finite and 0 or more, per "
        + "person and unit of time."
    case .probability(let from, let to, let value):
      "the probability of going from state \(from) to state \(to) is \(value), outside 0 to 1."
    case .rowSum(let state, let sum):
      "the probabilities from state \(state) sum to \(sum), not 1 (within "
        + "\(TransitionMatrix.rowSumTolerance)). Give those who stay or leave a column too."
    }
  }
}
