public import Parameters
import Statistics

extension GapSplit {
  /// The split of the difference between the gaps of two projections, added up over years.
  ///
  /// Positive parts widen the gap. Laws: the parts add to the difference of the cumulative gaps of
  /// these years; two equal projections give parts of 0.
  ///
  /// - Parameters:
  ///   - baseline: The projection compared with.
  ///   - scenario: The projection compared; of the same lines.
  ///   - years: Years that both project.
  public init(
    from baseline: Projection, to scenario: Projection, over years: [FinancialYear]
  ) {
    let lines = baseline.spending.lines
    precondition(
      lines == scenario.spending.lines, "the two projections do not have the same spending lines")
    let pairs = years.map { (baseline.gapState(in: $0), scenario.gapState(in: $0)) }
    self.init { replaced in
      pairs.reduce(0) { $0 + $1.0.replacing(replaced, from: $1.1).gap(over: lines) }
    }
  }
}
