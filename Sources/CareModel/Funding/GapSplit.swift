public import Statistics

/// One of the four things a change of the gap is split into.
public enum GapComponent: String, CaseIterable, Hashable, Sendable {
  /// How many children, and how much of every other driver.
  case volume
  /// Where the children live.
  case mix
  /// What a week costs.
  case price
  /// What there is to pay with.
  case funding
}

/// A difference between two states, split into volume, mix, price and funding.
///
/// A component's part is its Shapley value: the change it makes when it is replaced, averaged over
/// all 24 orders of replacing the four,
/// `φ(c) = Σ_S |S|! (3 − |S|)! / 4! · [g(S ∪ c) − g(S)]` over the subsets S without c, where
/// `g(S)` is the gap with S taken from the second state.
/// Laws: the parts add to the difference, to rounding; a component that is the same in both states
/// has part 0; swapping the states changes the sign of every part.
/// - SeeAlso: [Shapley1953].
public struct GapSplit: Hashable, Sendable {
  /// Part of each component, GBP.
  public let parts: [GapComponent: Uncertain]
  /// The whole difference, second less first.
  public let difference: Uncertain

  /// The split of the gap's change from one state to another.
  public init(from first: GapState, to second: GapState, over lines: [SpendingLine]) {
    self.init { first.replacing($0, from: second).gap(over: lines) }
  }

  /// The split of any quantity that depends on which components are replaced.
  ///
  /// - Parameter value: The quantity with these components taken from the second state and the
  ///   others from the first. Called once for each of the 16 sets.
  public init(of value: (Set<GapComponent>) -> Uncertain) {
    let components = GapComponent.allCases
    let values = (0..<16).map { bits in
      value(Set(components.indices.filter { bits >> $0 & 1 == 1 }.map { components[$0] }))
    }
    // Orders of 4 in which exactly |S| components come before c: |S|! (3 − |S|)!.
    let orders: [Uncertain] = [6, 2, 2, 6]
    var parts: [GapComponent: Uncertain] = [:]
    for (index, component) in components.enumerated() {
      var sum = Uncertain.zero
      for bits in 0..<16 where bits >> index & 1 == 0 {
        sum += orders[bits.nonzeroBitCount] * (values[bits | 1 << index] - values[bits])
      }
      parts[component] = sum / 24
    }
    self.parts = parts
    difference = values[15] - values[0]
  }

  /// Part of one component, GBP.
  public subscript(component: GapComponent) -> Uncertain { parts[component]! }
}
