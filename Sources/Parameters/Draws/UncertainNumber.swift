public import Statistics

/// A number of a parameter that has a distribution: what a sensitivity analysis can vary.
public struct UncertainNumber: Sendable {
  /// Its path: the parameter's id and its categories.
  public let path: String
  /// Its value where it is not varied, in the parameter's unit; of its first dated value that has a
  /// distribution.
  public let value: Double
  /// The distribution of that dated value, cut off where the parameter's valid range ends.
  public let distribution: any Distribution
  /// Whether it is a share that adds up to 1 with its neighbours, and is divided by their sum.
  public let isPartOfWhole: Bool
}

extension Parameter {
  /// The numbers that have a distribution, in the order of their categories; none if all are fixed
  /// or 0.
  ///
  /// - Throws: `StatisticsError` where a spread has no distribution.
  public func uncertainNumbers() throws -> [UncertainNumber] {
    try keys.compactMap { keys in
      for dated in values {
        guard let position = dated.table.position(of: keys) else { continue }
        let value = dated.table.values[position]
        guard let distribution = try dated.spread.distribution(about: value) else { continue }
        return UncertainNumber(
          path: pathText([id] + keys), value: value, distribution: try cut(distribution),
          isPartOfWhole: unit.id == "share" && isPartOfWhole(keys, dated.table))
      }
      return nil
    }
  }

  /// The distribution within the valid range.
  private func cut(_ distribution: any Distribution) throws -> any Distribution {
    let isWithin =
      distribution.cumulative(at: valid.lowerBound.nextDown) == 0
      && distribution.upperTail(at: valid.upperBound) == 0
    return isWithin ? distribution : try TruncatedDistribution(distribution, to: valid)
  }

  private func isPartOfWhole(_ keys: [String], _ table: ValueTable) -> Bool {
    guard !keys.isEmpty else { return false }
    let row = zip(table.keys, table.values).filter { $0.0.dropLast() == keys.dropLast() }
    return abs(row.reduce(0) { $0 + $1.1 } - 1) <= ValueTable.wholeTolerance
  }
}
