import LinearAlgebra
public import Statistics

/// A number that a function is asked to take, and how uncertain it is.
public struct Input: Sendable {
  /// What results call it; no other input or group has the name.
  public let name: String
  /// How likely its values are, whatever those of other inputs.
  public let distribution: any Distribution
  /// Its value where only others are varied.
  public let base: Double

  /// An input.
  ///
  /// - Parameters:
  ///   - name: Not that of another input.
  ///   - distribution: Its values; at least two.
  ///   - base: Finite; the median if not given.
  public init(_ name: String, _ distribution: any Distribution, base: Double? = nil) {
    self.name = name
    self.distribution = distribution
    self.base = base ?? distribution.quantile(at: 0.5)
  }
}

/// Inputs that are varied together and have one index.
public struct InputGroup: Sendable, Equatable {
  /// What results call it.
  public let name: String
  /// Places of its inputs among those of the problem, from 0.
  public let members: [Int]
}

/// What is asked: which inputs are uncertain, how, and which of them belong together.
public struct Problem: Sendable {
  /// The inputs in the order the function takes them.
  public let inputs: [Input]
  /// Every input in exactly one group, groups by their first input; those not grouped stand alone
  /// under their own name.
  public let groups: [InputGroup]
  /// How inputs depend on each other: correlations of the normal numbers that stand where they do (a
  /// Gaussian copula), in the order of the inputs; `nil` if they are independent.
  public let correlations: CorrelationMatrix?

  /// A problem.
  ///
  /// - Parameters:
  ///   - inputs: At least one, with different names.
  ///   - groups: The names of inputs that belong together, by the name of the group; an input in at
  ///     most one of them.
  ///   - correlations: Of the normal numbers that stand where the inputs do, one row an input;
  ///     `CorrelationMatrix(rankCorrelations:)` makes them of rank correlations. Independent inputs if
  ///     not given.
  /// - Throws: `correlations` unless there is a row for each input; `noInputs`, `repeatedName`, `base`, `emptyGroup`, `unknownInput`, `groupedTwice`.
  public init(
    _ inputs: [Input], groups: [String: [String]] = [:],
    correlations: CorrelationMatrix? = nil
  ) throws(SensitivityError) {
    guard !inputs.isEmpty else { throw .noInputs }
    if let rows = correlations?.matrix.rows, rows != inputs.count {
      throw .correlations(rows: rows, inputs: inputs.count)
    }
    var places: [String: Int] = [:]
    for (place, input) in inputs.enumerated() {
      guard places.updateValue(place, forKey: input.name) == nil else {
        throw .repeatedName(input.name)
      }
      guard input.base.isFinite else { throw .base(input: input.name, value: input.base) }
    }
    var found: [InputGroup] = []
    var groupOf = [String?](repeating: nil, count: inputs.count)
    for (name, members) in groups.sorted(by: { $0.key < $1.key }) {
      guard !members.isEmpty else { throw .emptyGroup(name) }
      guard places[name].map({ members == [inputs[$0].name] }) ?? true else {
        throw .repeatedName(name)
      }
      for member in members {
        guard let place = places[member] else {
          throw .unknownInput(group: name, name: member, known: inputs.map(\.name))
        }
        if let other = groupOf[place] {
          throw .groupedTwice(input: member, first: other, second: name)
        }
        groupOf[place] = name
      }
      found.append(InputGroup(name: name, members: members.map { places[$0]! }.sorted()))
    }
    for (place, input) in inputs.enumerated() where groupOf[place] == nil {
      found.append(InputGroup(name: input.name, members: [place]))
    }
    self.inputs = inputs
    self.correlations = correlations
    self.groups = found.sorted { $0.members[0] < $1.members[0] }
  }

  /// Every input as a group of its own: for methods that know no groups.
  var singles: [InputGroup] {
    inputs.enumerated().map { InputGroup(name: $0.element.name, members: [$0.offset]) }
  }
}
