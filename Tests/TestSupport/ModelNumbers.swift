public import Statistics

/// A plain number, or a number of the model in one or more draws: what tests compare.
public protocol ModelNumber {
  /// The number in every draw.
  var inDraws: Uncertain { get }
}

extension Uncertain: ModelNumber {
  /// Itself.
  public var inDraws: Uncertain { self }
}

extension Double: ModelNumber {
  /// The same number in every draw.
  public var inDraws: Uncertain { .known(self) }
}

extension Int: ModelNumber {
  /// The same number in every draw.
  public var inDraws: Uncertain { .known(Double(self)) }
}

/// The largest size of any draw; not a number if one of them is none.
public func abs(_ number: Uncertain) -> Double {
  let (low, high) = (abs(number.lowest), abs(number.highest))
  return low.isNaN || low > high ? low : high
}

extension Uncertain {
  /// Whether this is the known number b.
  public static func == (a: Uncertain, b: Double) -> Bool { a == .known(b) }

  /// Whether every draw is below a number.
  public static func < (a: Uncertain, b: Double) -> Bool { a.highest < b }

  /// Whether every draw is at most a number.
  public static func <= (a: Uncertain, b: Double) -> Bool { a.highest <= b }
}

/// Whether a list of the model's numbers is a list of known ones.
public func == (a: [Uncertain], b: [Double]) -> Bool { a == b.map { Uncertain.known($0) } }

/// Whether a table of the model's numbers is a table of known ones.
public func == (a: [[Uncertain]], b: [[Double]]) -> Bool {
  a == b.map { $0.map { Uncertain.known($0) } }
}

extension [Double] {
  /// The numbers as the model takes them, each of them known.
  public var known: [Uncertain] { map { Uncertain.known($0) } }
}

extension [Uncertain] {
  /// The numbers of the central run.
  public var central: [Double] { map(\.central) }
}
