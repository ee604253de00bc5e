/// A number that is known, or one number for each of some draws.
///
/// A model written with it computes a single run and a whole tile of runs with the same code:
/// arithmetic goes draw by draw, and a known number is the same in every draw. What rests on known
/// numbers alone stays one number and costs what a `Double` costs.
///
/// Law: a draw's number does not depend on the draws beside it; its bits are those that known
/// numbers would give.
public enum Uncertain: Sendable, Hashable {
  /// The same number in every draw.
  case known(Double)
  /// One number for each draw, in their order; at least one.
  case drawn([Double])

  /// A known number.
  public init(_ number: Double) { self = .known(number) }

  /// A known whole number.
  public init(_ number: Int) { self = .known(Double(number)) }

  /// The number of the first draw, or the known one. Ensembles keep their central run there.
  public var central: Double {
    switch self {
    case .known(let number): number
    case .drawn(let numbers): numbers[0]
    }
  }

  /// How many draws there are; `nil` of a known number.
  public var draws: Int? {
    if case .drawn(let numbers) = self { numbers.count } else { nil }
  }

  /// The smallest number of any draw; not a number if one of them is none.
  public var lowest: Double {
    guard case .drawn(let numbers) = self else { return central }
    var (lowest, isNumber) = (numbers[0], true)
    for number in numbers {
      lowest = number < lowest ? number : lowest
      isNumber = isNumber && number == number
    }
    return isNumber ? lowest : .nan
  }

  /// The largest number of any draw; not a number if one of them is none.
  public var highest: Double {
    guard case .drawn(let numbers) = self else { return central }
    var (highest, isNumber) = (numbers[0], true)
    for number in numbers {
      highest = number > highest ? number : highest
      isNumber = isNumber && number == number
    }
    return isNumber ? highest : .nan
  }

  /// Whether every draw has a finite number.
  public var isFinite: Bool {
    switch self {
    case .known(let number): number.isFinite
    case .drawn(let numbers): numbers.allSatisfy(\.isFinite)
    }
  }

  /// The number of one draw.
  ///
  /// - Parameter draw: Its place among the draws of this number.
  public subscript(draw: Int) -> Double {
    switch self {
    case .known(let number): number
    case .drawn(let numbers): numbers[draw]
    }
  }
}

extension Uncertain: CustomStringConvertible {
  /// The known number, or the lowest and highest of the draws.
  public var description: String {
    switch self {
    case .known(let number): "\(number)"
    case .drawn(let numbers): "\(lowest) to \(highest) in \(numbers.count) draws"
    }
  }
}

extension Uncertain: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// A known number.
  public init(floatLiteral number: Double) { self = .known(number) }

  /// A known number.
  public init(integerLiteral number: Int) { self = .known(Double(number)) }
}
