import Statistics

/// Which plan is chosen without knowing more, and which runs say what knowing is worth.
struct PlanChoice: Sendable {
  /// The plan.
  let plan: Int
  /// Places of the runs that value it.
  let runs: [Int]
  /// Why some runs do not.
  let note: String?

  /// Standard errors by which the best plan must lead to be chosen by all runs.
  private static let lead = 3.3

  /// - Parameter plans: Net benefits of each plan, run by run, of independent runs; at least two plans.
  init(_ plans: [[Double]]) {
    func best(_ places: [Int]) -> Int {
      let means = plans.map { plan in mean(of: places.map { plan[$0] }) }
      return means.indices.max { means[$0] < means[$1] }!
    }
    let all = Array(plans[0].indices)
    let first = best(all)
    let isClear = plans.indices.allSatisfy { other in
      guard other != first else { return true }
      let differences = all.map { plans[first][$0] - plans[other][$0] }
      let lead = mean(of: differences)
      let error = (variance(of: differences) / Double(all.count)).squareRoot()
      return lead > PlanChoice.lead * error
    }
    if isClear {
      (plan, runs, note) = (first, all, nil)
      return
    }
    plan = best(Array(all.prefix(all.count / 4)))
    runs = Array(all.dropFirst(all.count / 4))
    note = "which plan is best is not clear: a quarter of the runs chose it, the others valued it"
  }
}
