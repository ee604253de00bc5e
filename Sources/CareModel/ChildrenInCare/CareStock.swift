public import Statistics

/// Children of one group looked after on a 31 March, by age and placement.
public struct CareStock: Sendable, Equatable {
  /// Children, age (0 to 17) × placement. 18 × P; each ≥ 0.
  public var children: [[Uncertain]]

  /// Creates a stock.
  ///
  /// - Parameter children: Age (0 to 17) × placement; each ≥ 0.
  public init(_ children: [[Uncertain]]) {
    precondition(children.count == BirthCohort.ages.count, "\(children.count) ages, not 18")
    for row in children {
      precondition(row.count == children[0].count, "\(row.count) placements, not all alike")
      precondition(row.allSatisfy { $0 >= 0 }, "a negative or missing count of children: \(row)")
    }
    self.children = children
  }

  /// What children a year begins with, some of whom may be taken off others: numbers may be below 0.
  init(unchecked children: [[Uncertain]]) { self.children = children }

  /// All children.
  public var total: Uncertain { children.joined().sum() }

  /// Draws, or `nil` where every number is known.
  var draws: Int? { children.lazy.joined().compactMap(\.draws).first }

  /// Children by age, 0 to 17.
  public var byAge: [Uncertain] { children.map { $0.sum() } }

  /// Children by placement.
  public var byPlacement: [Uncertain] {
    children[0].indices.map { placement in children.map { $0[placement] }.sum() }
  }

  /// Children in an age group.
  public func children(in group: AgeGroup) -> Uncertain {
    children[group.ages].joined().sum()
  }

  /// Two groups of children together.
  public static func + (left: CareStock, right: CareStock) -> CareStock {
    CareStock(zip(left.children, right.children).map { zip($0, $1).map { $0 + $1 } })
  }
}
