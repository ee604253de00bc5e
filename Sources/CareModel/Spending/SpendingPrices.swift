public import Statistics

/// Unit costs and income shares of one financial year, in pounds of one price year.
public struct SpendingPrices: Hashable, Sendable {
  /// GBP/child/week by line and placement type, for lines driven by child-weeks.
  public var weekly: [String: [String: Uncertain]]
  /// GBP/year for one unit of the driver by line, for the other lines.
  public var yearly: [String: Uncertain]
  /// Income over gross spending by line, 0 to 1.
  public var incomeShares: [String: Uncertain]

  /// A year's prices.
  public init(
    weekly: [String: [String: Uncertain]], yearly: [String: Uncertain],
    incomeShares: [String: Uncertain]
  ) {
    self.weekly = weekly
    self.yearly = yearly
    self.incomeShares = incomeShares
  }

  /// What is missing or out of range for these lines; empty where `amount(of:for:)` is defined.
  public func faults(for lines: [SpendingLine]) -> [SpendingFault] {
    lines.flatMap { line -> [SpendingFault] in
      var faults: [SpendingFault] = []
      switch line.driver {
      case .childWeeks(let placements):
        for placement in placements {
          let cost = weekly[line.id]?[placement]
          if !(cost.map { $0 >= 0 && $0.isFinite } ?? false) {
            faults.append(.unitCost(line: line.id, placement: placement, value: cost))
          }
        }
      case .quantity:
        let cost = yearly[line.id]
        if !(cost.map { $0 >= 0 && $0.isFinite } ?? false) {
          faults.append(.unitCost(line: line.id, placement: nil, value: cost))
        }
      }
      let share = incomeShares[line.id]
      if !(share.map { (0...1).contains($0) } ?? false) {
        faults.append(.incomeShare(line: line.id, value: share))
      }
      return faults
    }
  }

  /// Spending of one line on a workload.
  ///
  /// `gross = Σ_p weeks[p] · cost[p]` over the line's placement types, or `quantity · cost`;
  /// `income = gross · share`.
  ///
  /// - Parameters:
  ///   - line: A line for which `faults(for:)` is empty.
  ///   - workload: Holds the line's driver. A placement type it does not name has no child-weeks.
  public func amount(of line: SpendingLine, for workload: Workload) -> SpendingAmount {
    let gross: Uncertain
    switch line.driver {
    case .childWeeks(let placements):
      let costs = weekly[line.id]!
      gross = placements.reduce(0) { $0 + (workload.childWeeks[$1] ?? 0) * costs[$1]! }
    case .quantity(let name):
      guard let quantity = workload.quantities[name] else {
        preconditionFailure("line \(line.id) follows \(name); the workload has \(workload)")
      }
      gross = quantity * yearly[line.id]!
    }
    return SpendingAmount(gross: gross, income: gross * incomeShares[line.id]!)
  }

  /// The same prices moved by one factor for each line, such as a price index.
  public func scaled(by factors: [String: Uncertain]) -> SpendingPrices {
    var scaled = self
    for (line, factor) in factors {
      scaled.weekly[line] = weekly[line]?.mapValues { $0 * factor }
      scaled.yearly[line] = yearly[line].map { $0 * factor }
    }
    return scaled
  }
}
