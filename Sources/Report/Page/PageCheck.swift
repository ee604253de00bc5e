/// Something that was looked at when a page was made.
public struct PageCheck: Sendable, Equatable {
  /// What was looked at, and what was found.
  public let sentence: String
  /// Whether it was as it has to be.
  public let isPassed: Bool

  /// A check and its result.
  public init(_ sentence: String, isPassed: Bool) {
    self.sentence = sentence
    self.isPassed = isPassed
  }

  /// Pounds by which rounded figures may differ, in £ million.
  private static let rounding = 1e-5

  /// What figures of runs must obey, whatever they are.
  static func ofFigures(_ comparison: Comparison) -> [PageCheck] {
    let figures = comparison.scenarios.map(\.figures)
    let gaps = figures.flatMap { figures in
      figures.gap.map { year, gap in
        (figures.spending[year]?.value ?? .nan) - (figures.funding[year]?.value ?? .nan) - gap.value
      }
    }
    let splits = figures.filter { !$0.split.isEmpty }.map { figures in
      GapPart.all.reduce(-(figures.split[GapPart.total.component]?.value ?? .nan)) {
        $0 + (figures.split[$1.component]?.value ?? .nan)
      }
    }
    return [
      of(gaps, "Spending less funding is the gap, in every year and scenario"),
      of(splits, "The parts of the gap's difference add up to it, in every scenario"),
    ].compactMap { $0 }
  }

  private static func of(_ misses: [Double], _ sentence: String) -> PageCheck? {
    guard !misses.isEmpty else { return nil }
    let right = misses.count { abs($0) <= rounding }
    return PageCheck(
      "\(sentence): \(right) of \(misses.count)", isPassed: right == misses.count)
  }
}
