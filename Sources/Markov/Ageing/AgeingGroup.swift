import CKernels

/// Eight runs of ageing cohorts, age by age.
struct AgeingGroup {
  /// Stock at the end by state, over the ages so far.
  private(set) var stock: [Lanes]
  /// Discounted worth of the ages so far.
  private(set) var worth: Lanes = .zero
  /// What the last age passed on in every step; steps × states.
  private var passed: [Lanes]
  private var transitions: [Lanes]
  private var age: [Lanes]

  init(states: Int, steps: Int) {
    stock = Array(repeating: .zero, count: states)
    passed = Array(repeating: .zero, count: states * steps)
    transitions = Array(repeating: .zero, count: states * states)
    age = stock
  }

  /// Goes back to before the first age.
  mutating func restart() {
    worth = .zero
    for place in stock.indices { stock[place] = .zero }
    for place in passed.indices { passed[place] = .zero }
  }

  /// Walks the next age through all steps; see ``AgeingCohorts`` for the parameters.
  ///
  /// - Parameter portably: Whether to compute in Swift where there is a kernel, to test it.
  mutating func walk(
    base: [Double], effects: [Int], multipliers: [Lanes], opening: [Double], entries: [Double],
    passing: Double, value: [Double], discount: [Double], portably: Bool = false
  ) {
    for state in age.indices { age[state] = Lanes(repeating: opening[state]) }
    if portably {
      walkPortably(
        base: base, effects: effects, multipliers: multipliers, entries: entries,
        passing: passing, value: value, discount: discount)
    } else {
      walkInC(
        base: base, effects: effects, multipliers: multipliers, entries: entries,
        passing: passing, value: value, discount: discount)
    }
    for state in stock.indices { stock[state] += age[state] }
  }

  /// The kernel, from the opening stock that is in `age`; the same in Swift on other processors.
  private mutating func walkInC(
    base: [Double], effects: [Int], multipliers: [Lanes], entries: [Double], passing: Double,
    value: [Double], discount: [Double]
  ) {
    #if arch(x86_64)
      let states = age.count
      var worths = [worth]
      transitions.withMutableDoubles { transitions in
        multipliers.withDoubles {
          carecast_make_transitions(states, base, effects, $0, transitions)
        }
        age.withMutableDoubles { age in
          passed.withMutableDoubles { passed in
            worths.withMutableDoubles {
              carecast_walk_age(
                states, discount.count, transitions, 1 - passing, passing, entries, value,
                discount, age, passed, $0)
            }
          }
        }
      }
      worth = worths[0]
    #else
      walkPortably(
        base: base, effects: effects, multipliers: multipliers, entries: entries,
        passing: passing, value: value, discount: discount)
    #endif
  }

  /// The same in Swift, from the opening stock that is in `age`.
  private mutating func walkPortably(
    base: [Double], effects: [Int], multipliers: [Lanes], entries: [Double], passing: Double,
    value: [Double], discount: [Double]
  ) {
    let states = age.count
    for i in 0..<states {
      var leaving = Lanes.zero
      for j in 0..<states where j != i {
        let place = i * states + j
        transitions[place] = multipliers[effects[place]] * base[place]
        leaving += transitions[place]
      }
      transitions[i * states + i] = 1 - leaving
    }
    for step in discount.indices {
      var next = [Lanes](repeating: .zero, count: states)
      for j in 0..<states {
        for i in 0..<states { next[j].addProduct(age[i], transitions[i * states + j]) }
      }
      var held = Lanes.zero
      for state in 0..<states {
        let place = step * states + state
        let entering = Lanes(repeating: entries[state])
        age[state] = entering.addingProduct(Lanes(repeating: passing), passed[place])
          .addingProduct(Lanes(repeating: 1 - passing), next[state])
        passed[place] = next[state]
        held.addProduct(Lanes(repeating: value[state]), age[state])
      }
      worth.addProduct(Lanes(repeating: discount[step]), held)
    }
  }
}
