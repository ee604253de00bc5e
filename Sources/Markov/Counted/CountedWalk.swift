import CKernels

/// What eight cohorts of counted moves did in a walk of several steps.
///
/// Arrays of states are by placements so far (1, 2, 3 or more), then placement: 3n.
///
/// Laws: children are conserved, `Σ stock + Σ left + Σ time · exits = Σ opening + Σ arriving`;
/// nothing is below 0; everything is linear in opening stock and arrivals. With rates that do not
/// change, the number of steps changes nothing but where arrivals and leaving fall.
public struct CountedWalk: Sendable {
  /// Children when the walk ends. 3n.
  public private(set) var stock: [Lanes]
  /// Time spent in each state. Child-years, 3n.
  public private(set) var time: [Lanes]
  /// Its part that counts as that of the older age. Child-years, 3n.
  public private(set) var olderTime: [Lanes]
  /// Children who left as steps ended. 3n.
  public private(set) var left: [Lanes]
  /// Children when each step ends, all states together.
  public private(set) var held: [Lanes]

  /// Walks cohorts.
  ///
  /// The time in a state is linear in the stock when each step begins, so the stocks are added up
  /// first and multiplied by Φ once: `y = (Σ_t x_t) Φ + (Σ_t a_t) (e / h) Ψ`, with a the part of the
  /// arrivals e that falls into the step.
  ///
  /// - Parameters:
  ///   - opening: Children with one placement so far when the walk begins, by placement. n; ≥ 0.
  ///   - entering: Children who arrive in the walk, by placement. n; ≥ 0.
  ///   - step: The matrices of one step.
  ///   - schedule: When they arrive and leave.
  public init(
    opening: [Lanes], entering: [Lanes], by step: CountedStep, on schedule: CountedSchedule
  ) {
    let n = opening.count
    precondition(entering.count == n, "\(n) stocks, \(entering.count) kinds of arrivals")
    let none = [Lanes](repeating: .zero, count: 3 * n)
    stock = opening + none[n...]
    (time, olderTime) = (none, none)
    (left, held) = (none, [Lanes](repeating: .zero, count: schedule.steps))
    let rate = entering.map { $0 / step.period } + none[n...]
    var arrivals = none
    step.integral.addRow(rate, to: &arrivals)
    var present = none
    var olderPresent = none
    #if arch(x86_64)
      walk(step.transition, arrivals, schedule, &present, &olderPresent)
    #else
      walkPortably(step.transition, arrivals, schedule, &present, &olderPresent)
    #endif

    var late = none
    if let doubleIntegral = step.doubleIntegral {
      doubleIntegral.addRow(rate, to: &late)
    } else {
      precondition(entering.allSatisfy { $0 == .zero }, "children arrive in a step without entries")
    }
    var olderArriving = 0.0
    for (arriving, older) in zip(schedule.arriving, schedule.older) {
      olderArriving += arriving * older
    }
    time = late.map { schedule.arriving.reduce(0, +) * $0 }
    olderTime = late.map { olderArriving * $0 }
    step.integral.addRow(present, to: &time)
    step.integral.addRow(olderPresent, to: &olderTime)
  }

  private mutating func walk(
    _ transition: CountedMatrix, _ arrivals: [Lanes], _ schedule: CountedSchedule,
    _ present: inout [Lanes], _ olderPresent: inout [Lanes]
  ) {
    let n = transition.placements
    transition.elements.withDoubles { transition in
      arrivals.withDoubles { arrivals in
        stock.withMutableDoubles { stock in
          present.withMutableDoubles { present in
            olderPresent.withMutableDoubles { olderPresent in
              left.withMutableDoubles { left in
                held.withMutableDoubles { held in
                  carecast_counted_walk(
                    n, schedule.steps, transition, arrivals, schedule.arriving, schedule.leaving,
                    schedule.older, stock, present, olderPresent, left, held)
                }
              }
            }
          }
        }
      }
    }
  }

  /// The same in Swift.
  mutating func walkPortably(
    _ transition: CountedMatrix, _ arrivals: [Lanes], _ schedule: CountedSchedule,
    _ present: inout [Lanes], _ olderPresent: inout [Lanes]
  ) {
    for step in 0..<schedule.steps {
      var next = arrivals.map { schedule.arriving[step] * $0 }
      for state in stock.indices {
        present[state] += stock[state]
        olderPresent[state] += schedule.older[step] * stock[state]
      }
      transition.addRowPortably(stock, to: &next)
      held[step] = .zero
      for state in stock.indices {
        left[state] += schedule.leaving[step] * next[state]
        stock[state] = (1 - schedule.leaving[step]) * next[state]
        held[step] += stock[state]
      }
    }
  }
}
