public import Statistics

/// What drives spending in one financial year: how many child-weeks in each placement type, and
/// how much of every other driver.
public struct Workload: Hashable, Sendable {
  /// Child-weeks in the year by placement type, each ≥ 0.
  public var childWeeks: [String: Uncertain]
  /// Other drivers by name, such as `population-0-17`, each ≥ 0; `constant` is 1 for England in every
  /// year, and for an area its part of that.
  public var quantities: [String: Uncertain]

  /// A year's workload.
  ///
  /// - Parameters:
  ///   - childWeeks: Child-weeks by placement type, each ≥ 0.
  ///   - quantities: Other drivers by name, each ≥ 0; `constant`, 0 to 1, is 1 if it is not
  ///     among them.
  public init(childWeeks: [String: Uncertain], quantities: [String: Uncertain]) {
    for (id, weeks) in childWeeks {
      precondition(weeks >= 0, "child-weeks in \(id) are \(weeks), below 0")
    }
    for (id, quantity) in quantities {
      precondition(quantity >= 0, "driver \(id) is \(quantity), below 0")
    }
    let constant = quantities[Self.constant] ?? 1
    precondition((0...1).contains(constant), "driver constant is not 0 to 1 but \(quantities)")
    self.childWeeks = childWeeks
    self.quantities = quantities
    self.quantities[Self.constant] = constant
  }

  /// Name of the driver that is the same in every year, 1 for England.
  public static let constant = "constant"

  /// Child-weeks in all placement types, added in the order of their names.
  public var totalChildWeeks: Uncertain {
    childWeeks.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
  }

  /// This year's child-weeks in all, shared between placement types as in another workload.
  ///
  /// `w[p] = W · v[p] / V`, with W and V the totals of this workload and of the other one. The
  /// other drivers stay. With V = 0 the child-weeks stay as they are, for there is no mix to take.
  public func mixed(as other: Workload) -> Workload {
    let theirs = other.totalChildWeeks
    guard theirs > 0, other.childWeeks != childWeeks else { return self }
    let ours = totalChildWeeks
    return Workload(
      childWeeks: other.childWeeks.mapValues { ours * ($0 / theirs) }, quantities: quantities)
  }
}
