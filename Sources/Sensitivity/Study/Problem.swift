import LinearAlgebra
public import Statistics

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
  /// Inputs that add up to 1, row by row.
  public let rows: [ShareRow]

  /// A problem.
  ///
  /// - Parameters:
  ///   - inputs: At least one, with different names; shares of one row side by side.
  ///   - groups: The names of inputs that belong together, by the name of the group; an input in at
  ///     most one of them. Shares of one row form a group by themselves, or stand together in one of these.
  ///   - correlations: Of the normal numbers that stand where the inputs do, one row an input;
  ///     `CorrelationMatrix(rankCorrelations:)` makes them of rank correlations. Independent inputs if
  ///     not given.
  /// - Throws: `correlations` unless there is a row for each input; `noInputs`, `repeatedName`, `base`,
  ///   `emptyGroup`, `unknownInput`, `groupedTwice`; `brokenRow`, `correlatedShare`.
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
    let rows = try Self.rows(of: inputs, correlations)
    var groups = groups
    for row in rows {
      let names = inputs[row.members].map(\.name)
      if groups.values.contains(where: { $0.contains(where: names.contains) }) { continue }
      guard groups.updateValue(names, forKey: row.name) == nil else {
        throw .repeatedName(row.name)
      }
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
    for row in rows {
      guard row.members.allSatisfy({ groupOf[$0] == groupOf[row.members.lowerBound] }) else {
        throw .brokenRow(row.name)
      }
    }
    for (place, input) in inputs.enumerated() where groupOf[place] == nil {
      found.append(InputGroup(name: input.name, members: [place]))
    }
    self.inputs = inputs
    self.rows = rows
    self.correlations = correlations
    self.groups = found.sorted { $0.members[0] < $1.members[0] }
  }

  /// The rows of shares, each whole and side by side.
  private static func rows(
    of inputs: [Input], _ correlations: CorrelationMatrix?
  ) throws(SensitivityError) -> [ShareRow] {
    var rows: [ShareRow] = []
    var place = 0
    while place < inputs.count {
      guard let part = inputs[place].part else {
        place += 1
        continue
      }
      let count = part.distribution.concentrations.count
      guard place + count <= inputs.count, !rows.contains(where: { $0.name == part.row }) else {
        throw .brokenRow(part.row)
      }
      for k in 0..<count {
        let expected = Input.Part(row: part.row, place: k, distribution: part.distribution)
        guard inputs[place + k].part == expected else { throw .brokenRow(part.row) }
        if let matrix = correlations?.matrix,
          matrix.row(place + k).enumerated().contains(where: { $0 != place + k && $1 != 0 })
        {
          throw .correlatedShare(inputs[place + k].name, row: part.row)
        }
      }
      rows.append(
        ShareRow(name: part.row, members: place..<place + count, distribution: part.distribution))
      place += count
    }
    return rows
  }

  /// Places of the last share of each row, which the others set.
  var lastShares: Set<Int> { Set(rows.map { $0.members.upperBound - 1 }) }

  /// Every input as a group of its own: for methods that know no groups.
  var singles: [InputGroup] {
    inputs.enumerated().map { InputGroup(name: $0.element.name, members: [$0.offset]) }
  }
}
