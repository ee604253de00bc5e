public import LinearAlgebra

/// When a study is precise enough: every figure of one kind above a size has an interval of at most a
/// half-width.
public struct StoppingRule: Sendable, Equatable {
  /// The kind of figure.
  public let kind: String
  /// Figures of at most this size, by their estimate without sign, may be as uncertain as they are.
  public let above: Double
  /// Half-width of the 95 % interval that is precise enough.
  public let within: Double

  /// A rule, such as every total index above 0.05 known to ± 0.02.
  ///
  /// - Parameters:
  ///   - kind: One of the method's kinds.
  ///   - above: ≥ 0.
  ///   - within: > 0.
  public init(kind: String, above: Double, within: Double) {
    precondition(above >= 0 && within > 0, "figures above \(above) within \(within)")
    self.kind = kind
    self.above = above
    self.within = within
  }

  /// Whether figures meet the rule. Without a figure of the kind they do not.
  public func isMet(by measures: [Measure]) -> Bool {
    let estimates = measures.filter { $0.kind == kind }.compactMap(\.estimate)
    return !estimates.isEmpty
      && estimates.allSatisfy { abs($0.value) <= above || $0.halfWidth <= within }
  }
}

/// What a study said after N, 2 N, 4 N … base runs.
public struct Convergence: Sendable {
  /// The results, from the fewest runs to the most.
  public let steps: [SensitivityResult]
  /// Whether the rule was met at the last of them.
  public let isMet: Bool

  /// How far a figure moved with the last doubling; `nil` where it was given less than twice.
  public func lastChange(
    _ kind: String, of input: String, with other: String? = nil, output: String? = nil
  ) -> Double? {
    let values = steps.suffix(2).compactMap {
      $0.estimate(kind, of: input, with: other, output: output)?.value
    }
    return values.count == 2 ? values[1] - values[0] : nil
  }
}

extension Study {
  /// Doubles the base runs until a rule is met or there are enough, keeping every run made.
  ///
  /// - Parameters:
  ///   - first: Base runs of the first step, ≥ 1.
  ///   - most: Base runs at which it ends, rule met or not.
  ///   - rule: When to end earlier; with `nil` all doublings are made.
  ///   - function: As in ``extend(to:_:)``.
  /// - Throws: As ``result()``.
  public mutating func converge(
    from first: Int, atMost most: Int, until rule: StoppingRule?,
    _ function: @escaping @Sendable (_ inputs: [Double]) throws -> [Double]
  ) throws -> Convergence {
    try converge(from: first, atMost: most, until: rule) { study, wanted in
      try study.extend(to: wanted, function)
    }
  }

  /// The same of a function of many rows at once.
  public mutating func converge(
    from first: Int, atMost most: Int, until rule: StoppingRule?,
    blocks function: (_ inputs: Matrix) throws -> Matrix
  ) throws -> Convergence {
    try converge(from: first, atMost: most, until: rule) { study, wanted in
      try study.extend(to: wanted, blocks: function)
    }
  }

  private mutating func converge(
    from first: Int, atMost most: Int, until rule: StoppingRule?,
    _ extend: (inout Study, Int) throws -> Void
  ) throws -> Convergence {
    precondition(first >= 1 && first <= most, "\(first) to \(most) base runs")
    let end = min(most, mostBaseRuns ?? most)
    var (steps, wanted) = ([SensitivityResult](), min(first, end))
    while true {
      try extend(&self, wanted)
      steps.append(try result())
      let isMet = rule?.isMet(by: steps[steps.count - 1].measures) ?? false
      if isMet || wanted >= end { return Convergence(steps: steps, isMet: isMet) }
      wanted = min(2 * wanted, end)
    }
  }
}
