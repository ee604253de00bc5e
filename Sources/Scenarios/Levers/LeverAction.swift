public import Parameters
import Statistics

/// What a lever does to a number of a parameter. A new kind of action is one more value of `all`.
public struct LeverOperation: Sendable, Identifiable {
  /// The word in lever files.
  public let id: String
  /// One sentence for help.
  public let sentence: String
  /// The effect that changes nothing: 1 for a factor, 0 for an amount.
  public let neutral: Double
  /// The change of the parameter that carries an effect.
  let change: @Sendable (Double) -> ParameterOperation
  /// The change of the categories that are not named, from the effect and the sum of those that
  /// are; `nil` where they stay as they are.
  var complement: (@Sendable (_ amount: Double, _ named: Double) -> ParameterOperation)?

  /// Every kind of action.
  public static let all: [LeverOperation] = [
    LeverOperation(
      id: "multiply", sentence: "Multiplies the number; an effect of 1 changes nothing.",
      neutral: 1, change: { .multiply(Uncertain($0)) }),
    LeverOperation(
      id: "add", sentence: "Adds to the number in its unit; an effect of 0 changes nothing.",
      neutral: 0, change: { .add(Uncertain($0)) }),
    LeverOperation(
      id: "reshare",
      sentence: "Multiplies the named shares and raises the others in proportion, so that they "
        + "still add up; an effect of 1 changes nothing.",
      neutral: 1, change: { .multiply(Uncertain($0)) },
      complement: { amount, named in
        precondition(named < 1, "the named shares are \(named): nothing is left to raise")
        return .multiply(Uncertain((1 - amount * named) / (1 - named)))
      }),
  ]
}

/// One change of a lever: on which numbers, by how much, for whom, and how it wears off.
public struct LeverAction: Sendable {
  /// The share of children, leavers or pounds that the effect reaches when fully phased in.
  public struct Reach: Sendable, Equatable {
    /// 0 to 1.
    public let value: Double
    /// How it was worked out or why it was chosen.
    public let reason: String
    /// Where it was published, if it was.
    public let citation: Citation?
  }

  /// The id of the parameter it acts on.
  public let parameter: String
  /// The categories it acts on, by dimension; a dimension that is not named means all.
  public let categories: [String: [String]]
  /// What it does.
  public let operation: LeverOperation
  /// The full effect on those reached: a factor, or an amount in the parameter's unit.
  public let effect: Double
  /// How sure the effect is.
  public let spread: Spread
  /// Whole years from the lever's start to the first effect, 0 or more.
  public let appliesFrom: Int
  /// Whom it reaches.
  public let reach: Reach
  /// The share of the effect that is lost each year, 0 to 1.
  public let decay: Double

  /// Whether the effect changes nothing.
  public var isNeutral: Bool { effect == operation.neutral }

  /// What is done to each number in the n-th year after the lever's start.
  ///
  /// `neutral + reach · strength · p(n) · (effect − neutral)`, with
  /// `p(n) = Σ_{k ≤ m} phasing[k] · (1 − decay)^(m − k)` and `m = n − appliesFrom`
  ///
  /// Laws: strength 0 gives the neutral effect; linear in strength; 0 before `appliesFrom`.
  ///
  /// - Parameters:
  ///   - year: Whole years after the start; 0 is the first.
  ///   - strength: 0 to 1.
  ///   - phasing: Shares that sum to 1.
  func amount(inYear year: Int, strength: Double, phasing: [Double]) -> Double {
    let elapsed = year - appliesFrom
    guard elapsed >= 0 else { return operation.neutral }
    var phased = 0.0
    for step in 0...elapsed {
      phased = phased * (1 - decay) + (phasing.indices.contains(step) ? phasing[step] : 0)
    }
    return operation.neutral + reach.value * strength * phased * (effect - operation.neutral)
  }

  /// The last year after the start in which the effect differs from the year before; `nil` if it
  /// wears off for ever.
  func lastChange(phasing: [Double]) -> Int? {
    decay == 0 ? appliesFrom + phasing.count - 1 : nil
  }

  /// The combinations of categories that take up what the others lose, each with the sum of the
  /// named ones beside it on a day; none for an operation that leaves them as they are.
  func complements(of parameter: Parameter, on day: Day) throws -> [(keys: [String], named: Double)]
  {
    guard operation.complement != nil else { return [] }
    let acted = keys(of: parameter)
    return try parameter.keys.filter { !acted.contains($0) }.map { keys in
      let beside = acted.filter { other in
        zip(parameter.dimensions, zip(keys, other))
          .allSatisfy { categories[$0] != nil || $1.0 == $1.1 }
      }
      return (keys, try beside.reduce(0) { try $0 + parameter.value(on: day, $1) })
    }
  }

  /// The combinations of categories of the parameter on which it acts.
  func keys(of parameter: Parameter) -> [[String]] {
    parameter.keys.filter { keys in
      zip(parameter.dimensions, keys).allSatisfy { categories[$0]?.contains($1) ?? true }
    }
  }
}
