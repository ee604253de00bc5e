public import Parameters
public import Statistics

/// How children of each placement type are shared over categories that the model does not keep
/// apart, such as providers or distances from home.
public struct PlacementShares: Sendable, Equatable {
  /// Shares, placement type × category. P × K; rows sum to 1.
  public let shares: [[Uncertain]]

  /// How far a sum of shares may be from 1: what six written digits leave.
  static let tolerance = 1e-6

  /// The shares of a year.
  ///
  /// - Parameters:
  ///   - id: A parameter by placement type and category.
  ///   - categories: Its categories, in the order wanted.
  ///   - placements: Placement types in order.
  ///   - year: The financial year; values are those of its 1 April.
  ///   - parameters: Holds the parameter.
  /// - Throws: ``CareModelError/sharesDoNotAddUp(parameter:year:sum:)`` if those of a placement type
  ///   do not add up to 1; `InputError` where one is missing.
  public init(
    _ id: String, categories: [String], placements: [PlacementType], in year: FinancialYear,
    from parameters: DrawnParameters
  ) throws {
    shares = try placements.map { placement in
      let row = try categories.map {
        try parameters.value(of: id, on: year.start, [placement.id, $0])
      }
      let sum = row.sum()
      guard (1 - Self.tolerance...1 + Self.tolerance).contains(sum) else {
        throw CareModelError.sharesDoNotAddUp(
          parameter: "\(id).\(placement.id)", year: year.endingIn, sum: sum.central)
      }
      return row
    }
  }

  /// Amounts by placement type spread over the categories, placement type × category.
  ///
  /// - Parameter amounts: By placement type, in their order. Length P.
  public func spread(_ amounts: [Uncertain]) -> [[Uncertain]] {
    precondition(amounts.count == shares.count, "\(amounts.count) amounts, \(shares.count) types")
    return zip(shares, amounts).map { row, amount in row.map { $0 * amount } }
  }
}
