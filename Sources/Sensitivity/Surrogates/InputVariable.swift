import Statistics

/// One input as surrogates take it.
///
/// The input itself, moved to −1 … 1, where it has ends (places of labels for a category); else the normal
/// number that stands where it does. Of a share of a row: the share of what the shares before it leave.
struct InputVariable: Sendable {
  /// Whether it has an effect: the last share of a row has none.
  let hasEffect: Bool
  /// The bounded distribution whose value is the variable; `nil` for a normal number.
  private let distribution: (any Distribution)?

  /// Values up to which whole numbers are taken one by one.
  private static let mostAtoms = 256

  /// - Parameter distribution: Of the input; `nil` for what has no effect.
  init(_ distribution: (any Distribution)?) {
    hasEffect = distribution != nil
    self.distribution = distribution.flatMap { distribution in
      let support = distribution.support
      let isBounded = support.lowerBound > -.infinity && support.upperBound < .infinity
      return isBounded ? distribution : nil
    }
  }

  /// Whether it is a normal number.
  var isNormal: Bool { hasEffect && distribution == nil }

  /// The variable where a point has a coordinate.
  func value(at coordinate: Double) -> Double {
    guard hasEffect else { return 0 }
    guard let distribution else { return standardNormalQuantile(coordinate) }
    return Self.moved(distribution.value(uniform: coordinate), distribution.support)
  }

  private static func moved(_ x: Double, _ support: ClosedRange<Double>) -> Double {
    let width = support.upperBound - support.lowerBound
    return (x - support.lowerBound) / width * 2 - 1
  }

  /// Values with weights that stand for the variable's distribution, rising; the weights' sum is 1 but for
  /// rounding. One, 0, for what has no effect.
  ///
  /// - Parameter panels: Panels over the probabilities of a half, each half as wide as the one before, with
  ///   eight points each; few whole numbers are taken one by one.
  func points(panels: Int) -> [(value: Double, weight: Double)] {
    guard hasEffect else { return [(0, 1)] }
    if let distribution, distribution.isCount {
      let support = distribution.support
      if support.upperBound - support.lowerBound < Double(Self.mostAtoms) {
        return (Int(support.lowerBound)...Int(support.upperBound)).map {
          (Self.moved(Double($0), support), distribution.density(at: Double($0)))
        }.filter { $0.weight > 0 }
      }
    }
    func ends(_ p: Double) -> (low: Double, high: Double) {
      guard let distribution else {
        let z = standardNormalQuantile(p)
        return (z, -z)
      }
      let support = distribution.support
      return (
        Self.moved(distribution.quantile(at: p), support),
        Self.moved(distribution.quantile(upperTail: p), support)
      )
    }
    var points: [(value: Double, weight: Double)] = []
    for panel in 0..<panels {
      let high = 0.5 / Double(1 << panel)
      let low = panel == panels - 1 ? 0 : high / 2
      for (node, weight) in Self.gauss {
        let (below, above) = ends(low + (high - low) * node)
        points.append((below, weight * (high - low)))
        points.append((above, weight * (high - low)))
      }
    }
    return points.sorted { $0.value < $1.value }
  }

  /// Gauss's rule of 8 points on 0 to 1.
  private static let gauss: [(node: Double, weight: Double)] = {
    let halves: [(Double, Double)] = [
      (0.1834346424956498, 0.3626837833783620), (0.5255324099163290, 0.3137066458778873),
      (0.7966664774136267, 0.2223810344533745), (0.9602898564975363, 0.1012285362903763),
    ]
    return halves.map { node, weight in ((1 - node) / 2, weight / 2) }
      + halves.map { node, weight in ((1 + node) / 2, weight / 2) }
  }()
}
