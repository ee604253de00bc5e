/// Numbers by category: one number without categories, or one for each combination that occurs.
public struct ValueTable: Equatable, Sendable {
  /// The combinations in the order of the file; one empty combination for a single number.
  public let keys: [[String]]
  /// One number per combination.
  public let values: [Double]
  private let positions: [[String]: Int]

  /// How far shares that add up to 1 may be from it: they are written with few decimals.
  static let wholeTolerance = 1e-6

  /// Numbers by combination of categories.
  ///
  /// - Parameters:
  ///   - keys: Each combination once, all of one length.
  ///   - values: As many as keys.
  public init(keys: [[String]], values: [Double]) {
    precondition(keys.count == values.count, "\(keys.count) keys, \(values.count) values")
    precondition(keys.allSatisfy { $0.count == keys[0].count }, "keys differ in length: \(keys)")
    self.keys = keys
    self.values = values
    positions = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
  }

  /// A single number.
  public init(_ value: Double) {
    self.init(keys: [[]], values: [value])
  }

  /// Numbers by one dimension.
  public init(_ pairs: KeyValuePairs<String, Double>) {
    self.init(keys: pairs.map { [$0.key] }, values: pairs.map(\.value))
  }

  /// Where a combination stands in ``keys``, or `nil`.
  public func position(of keys: [String]) -> Int? { positions[keys] }

  /// The number of a combination, or `nil`.
  public subscript(_ keys: [String]) -> Double? {
    positions[keys].map { values[$0] }
  }
}

/// A figure's place in a publication.
public struct Citation: Equatable, Sendable {
  /// The id of the source.
  public let source: String
  /// The table, page or paragraph.
  public let at: String

  /// A place in a publication.
  public init(source: String, at: String) {
    self.source = source
    self.at = at
  }
}

/// The value of a parameter from a date, with what it rests on.
public struct DatedValue: Equatable, Sendable {
  /// What decided a fitted value.
  public enum Decider: String, CaseIterable, Sendable {
    /// The data it was fitted to.
    case data
    /// Its prior: the data say little.
    case prior
  }

  /// The first day on which it applies.
  public let from: Day
  /// What it rests on.
  public let basis: Basis
  /// Where it was published; needed unless it is assumed.
  public let citation: Citation?
  /// How it was worked out; needed if it is estimated.
  public let how: String?
  /// Why it was chosen; needed if it is assumed.
  public let reason: String?
  /// What decided it, if it was fitted.
  public let setBy: Decider?
  /// The numbers, in the parameter's unit.
  public let table: ValueTable
  /// How sure they are.
  public let spread: Spread

  /// A value from a date. `Parameter` checks it.
  public init(
    from: Day, basis: Basis, citation: Citation? = nil, how: String? = nil, reason: String? = nil,
    setBy: Decider? = nil, table: ValueTable, spread: Spread
  ) {
    self.from = from
    self.basis = basis
    self.citation = citation
    self.how = how
    self.reason = reason
    self.setBy = setBy
    self.table = table
    self.spread = spread
  }
}
