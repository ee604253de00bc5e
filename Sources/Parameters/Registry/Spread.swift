/// How sure a value is: the distribution the sensitivity analysis draws from.
///
/// A spread with a `cv` has the value as its mean and `cv · |value|` as its standard deviation; a
/// value of 0 then has none. A spread with `low` and `high` runs between the two, in the
/// parameter's unit.
public struct Spread: Equatable, Sendable {
  /// The family of distributions.
  public enum Family: String, CaseIterable, Sendable {
    /// Normal.
    case normal = "normal"
    /// Log-normal; for values of 0 or more.
    case logNormal = "log-normal"
    /// Gamma; for values of 0 or more.
    case gamma = "gamma"
    /// Beta; for values of 0 to 1.
    case beta = "beta"
    /// Uniform; half width √3 · cv · |value| where a cv is given.
    case uniform = "uniform"
    /// Triangular with the value as mode; half width √6 · cv · |value| where a cv is given.
    case triangular = "triangular"
    /// Beta-PERT with the value as mode and weight 4; half width √7 · cv · |value| where a cv is
    /// given.
    case pert = "pert"
    /// A published constant that does not vary.
    case fixed = "fixed"
  }

  /// How wide the distribution is.
  public enum Width: Equatable, Sendable {
    /// Standard deviation over mean, above 0.
    case cv(Double)
    /// From low to high, in the parameter's unit; low is below high.
    case between(low: Double, high: Double)
    /// No width, and why.
    case none(reason: String?)
  }

  /// The family.
  public let family: Family
  /// The width.
  public let width: Width

  /// A spread relative to the value.
  public init(_ family: Family, cv: Double) {
    self.family = family
    width = .cv(cv)
  }

  /// A spread between two numbers in the parameter's unit.
  public init(_ family: Family, low: Double, high: Double) {
    self.family = family
    width = .between(low: low, high: high)
  }

  /// No spread: the value is a published constant.
  public init(fixed reason: String?) {
    family = .fixed
    width = .none(reason: reason)
  }

  /// The lowest and highest number that can be drawn for a value; `nil` where the family has no
  /// two ends (normal, log-normal, gamma, beta).
  public func limits(about value: Double) -> ClosedRange<Double>? {
    switch width {
    case .none: return value...value
    case .between(let low, let high): return low...high
    case .cv(let cv):
      let squares: [Family: Double] = [.uniform: 3, .triangular: 6, .pert: 7]
      guard let square = squares[family] else { return nil }
      let halfWidth = square.squareRoot() * cv * abs(value)
      return (value - halfWidth)...(value + halfWidth)
    }
  }

  /// What is wrong with the spread for these values, as the end of a sentence; `nil` if nothing is.
  func problem(for values: [Double]) -> String? {
    switch width {
    case .cv(let cv):
      if family == .fixed { return "is fixed and cannot have a cv" }
      if cv <= 0 { return "has the cv \(shortestText(cv)), which should be above 0" }
      if family == .beta, let value = values.first(where: { $0 > 0 && cv * cv >= (1 - $0) / $0 }) {
        return "has the cv \(shortestText(cv)), too wide for a beta about \(shortestText(value))"
      }
    case .between(let low, let high):
      if ![.uniform, .triangular, .pert].contains(family) {
        return "takes low and high only if uniform, triangular or pert, not \(family.rawValue)"
      }
      if low >= high {
        return "has low \(shortestText(low)), not below high \(shortestText(high))"
      }
      if let value = values.first(where: { !(low...high).contains($0) }) {
        return "runs from \(shortestText(low)) to \(shortestText(high)), which leaves out "
          + shortestText(value)
      }
    case .none:
      if family != .fixed { return "needs a cv, or low and high" }
    }
    if [.logNormal, .gamma, .beta].contains(family), let value = values.first(where: { $0 < 0 }) {
      return "is \(family.rawValue), which has no room for \(shortestText(value))"
    }
    return nil
  }
}

extension Spread {
  /// Reads the record `spread`; `nil` after reporting at least one fault.
  init?(_ record: YAMLRecord, of owner: String) {
    let family = record.choice("family", of: Family.self)
    let cv = record.number("cv", required: false)
    let low = record.number("low", required: false)
    let high = record.number("high", required: false)
    let reason = record.text("reason", required: false)
    record.finish()
    guard let family else { return nil }
    switch (cv, low, high) {
    case (let cv?, nil, nil) where reason == nil: self.init(family, cv: cv)
    case (nil, let low?, let high?) where reason == nil: self.init(family, low: low, high: high)
    case (nil, nil, nil) where family == .fixed: self.init(fixed: reason)
    default:
      record.report(
        InputFault.invalidSpread(
          of: owner, problem: "needs either a cv or low and high; a fixed one only a reason"))
      return nil
    }
  }
}
