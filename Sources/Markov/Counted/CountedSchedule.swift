/// What happens in each step of a cohort's walk besides moves and exits; the same for all runs.
public struct CountedSchedule: Sendable, Equatable {
  /// Children who arrive in the step, evenly over it, over those of the whole walk. Each ≥ 0; sums
  /// to 1.
  public let arriving: [Double]
  /// Share of those present who leave as the step ends, such as on a birthday. 0 to 1.
  public let leaving: [Double]
  /// Share of the step's time that counts as that of the older age. 0 to 1.
  public let older: [Double]

  /// Number of steps.
  public var steps: Int { arriving.count }

  /// A schedule; all of one length.
  public init(arriving: [Double], leaving: [Double], older: [Double]) {
    precondition(
      arriving.count == leaving.count && arriving.count == older.count,
      "\(arriving.count), \(leaving.count) and \(older.count) steps")
    self.arriving = arriving
    self.leaving = leaving
    self.older = older
  }
}
