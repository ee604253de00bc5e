import Foundation

extension Uncertain {
  /// What a function makes of the number of every draw.
  public func map(_ function: (Double) -> Double) -> Uncertain {
    switch self {
    case .known(let number): .known(function(number))
    case .drawn(let numbers): .drawn(numbers.map(function))
    }
  }

  /// What a function makes of the numbers of both in every draw.
  public func combined(
    with other: Uncertain, _ function: (Double, Double) -> Double
  ) -> Uncertain {
    Uncertain.combine(self, other, function)
  }

  @inline(__always)
  private static func combine(
    _ a: Uncertain, _ b: Uncertain, _ function: (Double, Double) -> Double
  ) -> Uncertain {
    switch (a, b) {
    case (.known(let x), .known(let y)): return .known(function(x, y))
    case (.drawn(let x), .known(let y)): return .drawn(x.map { function($0, y) })
    case (.known(let x), .drawn(let y)): return .drawn(y.map { function(x, $0) })
    case (.drawn(let x), .drawn(let y)):
      precondition(x.count == y.count, "\(x.count) draws with \(y.count)")
      return .drawn(
        Array(unsafeUninitializedCapacity: x.count) { result, used in
          x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
              for draw in 0..<x.count { result[draw] = function(x[draw], y[draw]) }
            }
          }
          used = x.count
        })
    }
  }

  /// Applies a function to both in place, without another array where this one has its own.
  @inline(__always)
  private mutating func update(
    with other: Uncertain, _ function: (Double, Double) -> Double
  ) {
    guard case .drawn(var numbers) = self else {
      self = Uncertain.combine(self, other, function)
      return
    }
    self = .known(0)
    switch other {
    case .known(let y):
      for draw in numbers.indices { numbers[draw] = function(numbers[draw], y) }
    case .drawn(let y):
      precondition(numbers.count == y.count, "\(numbers.count) draws with \(y.count)")
      for draw in numbers.indices { numbers[draw] = function(numbers[draw], y[draw]) }
    }
    self = .drawn(numbers)
  }
}

extension Uncertain: AdditiveArithmetic {
  /// Known to be 0.
  public static let zero = Uncertain.known(0)
  /// The sum in every draw.
  public static func + (a: Uncertain, b: Uncertain) -> Uncertain { combine(a, b) { $0 + $1 } }
  /// The difference in every draw.
  public static func - (a: Uncertain, b: Uncertain) -> Uncertain { combine(a, b) { $0 - $1 } }
  /// Adds a number in every draw.
  public static func += (a: inout Uncertain, b: Uncertain) { a.update(with: b) { $0 + $1 } }
  /// Subtracts a number in every draw.
  public static func -= (a: inout Uncertain, b: Uncertain) { a.update(with: b) { $0 - $1 } }
}

extension Uncertain {
  /// The product in every draw.
  public static func * (a: Uncertain, b: Uncertain) -> Uncertain { combine(a, b) { $0 * $1 } }
  /// The quotient in every draw.
  public static func / (a: Uncertain, b: Uncertain) -> Uncertain { combine(a, b) { $0 / $1 } }
  /// Multiplies by a number in every draw.
  public static func *= (a: inout Uncertain, b: Uncertain) { a.update(with: b) { $0 * $1 } }
  /// Divides by a number in every draw.
  public static func /= (a: inout Uncertain, b: Uncertain) { a.update(with: b) { $0 / $1 } }
  /// The product with a plain number in every draw.
  public static func * (a: Uncertain, b: Double) -> Uncertain { a.map { $0 * b } }
  /// The product with a plain number in every draw.
  public static func * (a: Double, b: Uncertain) -> Uncertain { b.map { a * $0 } }
  /// The quotient by a plain number in every draw.
  public static func / (a: Uncertain, b: Double) -> Uncertain { a.map { $0 / b } }
  /// The negative in every draw.
  public static prefix func - (a: Uncertain) -> Uncertain { a.map { -$0 } }
}

/// e to the power of the number of every draw.
public func exp(_ exponent: Uncertain) -> Uncertain { exponent.map { exp($0) } }

/// The natural logarithm of the number of every draw.
public func log(_ number: Uncertain) -> Uncertain { number.map { log($0) } }

/// One number to the power of the other in every draw.
public func pow(_ base: Uncertain, _ exponent: Uncertain) -> Uncertain {
  base.combined(with: exponent) { pow($0, $1) }
}

extension Sequence where Element == Uncertain {
  /// The sum in the order of the sequence; 0 of nothing.
  public func sum() -> Uncertain {
    var sum = Uncertain.zero
    for number in self { sum += number }
    return sum
  }
}
