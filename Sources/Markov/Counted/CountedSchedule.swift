/// What happens in each step of a cohort's year besides moves and exits; the same for all runs.
///
/// Children who arrive in the year do so in proportion to those of the cohort who have not left yet.
public struct CountedSchedule: Sendable {
  /// Share of the cohort who leave as a step ends or stand at the end of the last one. By step; sums to
  /// 1.
  let ending: [Double]
  /// Coefficients of the time until each step ends that add up to the time spent. By step.
  let spent: [Double]
  /// Those that add up to the part of the time that counts as that of the older age. By step.
  let older: [Double]
  /// Children who arrive per year at the start over those of the whole year; at least 1.
  let arrivalRate: Double

  /// Share of the children who arrive that do so at the older age.
  public let olderArriving: Double

  /// What numbers of events weigh in it, once worked out.
  let weights = CountedWeights()

  /// Number of steps.
  public var steps: Int { ending.count }

  /// A schedule of a year, in steps of one length.
  ///
  /// - Parameters:
  ///   - leaving: Share of those present who leave as each step ends, such as on a birthday; 0 to 1.
  ///   - older: Share of each step's time that counts as that of the older age; 0 to 1. As many.
  public init(leaving: [Double], older: [Double]) {
    precondition(
      leaving.count == older.count && !older.isEmpty, "\(leaving.count) and \(older.count) steps")
    precondition(
      (leaving + older).allSatisfy { (0...1).contains($0) },
      "a share that is not from 0 to 1: \(leaving), \(older)")
    var staying = [1.0]
    for share in leaving { staying.append(staying.last! * (1 - share)) }
    // The time in all steps is that until the last one ends, less what those miss who left before.
    func untilEnds(_ inStep: [Double]) -> [Double] {
      inStep.indices.map { $0 + 1 < inStep.count ? inStep[$0] - inStep[$0 + 1] : inStep[$0] }
    }
    let inStep = Array(staying.dropLast())
    let olderInStep = zip(inStep, older).map { $0 * $1 }
    var ending = zip(inStep, leaving).map { $0 * $1 }
    ending[ending.count - 1] += staying.last!
    self.ending = ending
    spent = untilEnds(inStep)
    self.older = untilEnds(olderInStep)
    arrivalRate = Double(inStep.count) / inStep.reduce(0, +)
    olderArriving = olderInStep.reduce(0, +) / inStep.reduce(0, +)
  }
}

extension CountedSchedule: Equatable {
  /// Whether both have the same steps.
  public static func == (a: CountedSchedule, b: CountedSchedule) -> Bool {
    a.ending == b.ending && a.spent == b.spent && a.older == b.older
  }
}
