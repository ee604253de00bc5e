/// What is added up over pick-freeze blocks for one output, and the indices that follow from the means.
///
/// With both mixtures (second order) the roles of A and B are exchanged and averaged. The second-order
/// formula is `(E[D_i C_j] − E[B C_i] − E[B C_j] + E[A B]) / V`, D_i the output at B with group i from A,
/// symmetrised.
/// - SeeAlso: [Saltelli2002], theorem 2, for second order.
struct SobolFeatures {
  let groups: Int
  let isBothWays: Bool

  /// Features of a block: seven of A and B, four of each group, one of each pair.
  var count: Int { 7 + 4 * groups + (isBothWays ? groups * (groups - 1) / 2 : 0) }

  /// Writes the features of a block.
  ///
  /// - Parameters:
  ///   - x: ``count`` numbers, written.
  ///   - y: Outputs of the block, in the order of ``PickFreeze``.
  func fill(_ x: UnsafeMutablePointer<Double>, from y: UnsafePointer<Double>) {
    let (a, b) = (y[0], y[1])
    let (mean, square) = ((a + b) / 2, (a * a + b * b) / 2)
    (x[0], x[1], x[2]) = (mean, square, a * b)
    if isBothWays {
      (x[3], x[4], x[5], x[6]) = (mean, square, mean, square)
    } else {
      (x[3], x[4], x[5], x[6]) = (a, a * a, b, b * b)
    }
    let (c, d) = (y + 2, y + 2 + groups)
    for i in 0..<groups {
      let to = x + 7 + 4 * i
      to[0] = b * (c[i] - a)
      to[1] = (a - c[i]) * (a - c[i])
      to[2] = c[i]
      to[3] = c[i] * c[i]
      guard isBothWays else { continue }
      to[0] = (to[0] + a * (d[i] - b)) / 2
      to[1] = (to[1] + (b - d[i]) * (b - d[i])) / 2
      to[2] = (to[2] + d[i]) / 2
      to[3] = (to[3] + d[i] * d[i]) / 2
    }
    guard isBothWays else { return }
    var to = x + 7 + 4 * groups
    for i in 0..<groups {
      let (ci, di) = (c[i] / 2, d[i] / 2)
      let (left, right, count) = (c + i + 1, d + i + 1, groups - i - 1)
      for j in 0..<count { to[j] = di * left[j] + ci * right[j] }
      to += count
    }
  }

  /// Figures before the indices: the variance.
  static let leading = 1
  /// Where the dummy's first-order index stands among the figures: after those of the groups.
  var dummyPlace: Int { SobolFeatures.leading + 2 * groups }

  /// The variance among the figures.
  func variance(_ figures: [Double]) -> Double { figures[0] }

  /// The variance, first-order and total indices of each group, the dummy's first-order index, and the
  /// second-order ones of all pairs.
  ///
  /// - Parameter x: Mean of each feature.
  func figures(_ x: [Double], _ estimator: SobolEstimator) -> [Double] {
    func moments(_ mean: Double, _ square: Double, _ shift: Double, _ distance: Double)
      -> PickFreezeMoments
    {
      PickFreezeMoments(
        mean: x[0], square: x[1], product: x[2], meanA: x[3], squareA: x[4], meanB: x[5],
        squareB: x[6], meanC: mean, squareC: square, shift: shift, distance: distance)
    }
    let own = (0..<groups).map { i in
      moments(x[7 + 4 * i + 2], x[7 + 4 * i + 3], x[7 + 4 * i], x[7 + 4 * i + 1])
    }
    let variance = x[1] - x[0] * x[0]
    var result = [variance] + own.map(estimator.first) + own.map(estimator.total)
    // For an input that is not seen C is A: what is left is the covariance of A and B.
    result.append((x[2] - x[3] * x[5]) / variance)
    if isBothWays {
      var place = 7 + 4 * groups
      for i in 0..<groups {
        for j in i + 1..<max(groups, i + 1) {
          let closed = x[place] - own[i].productBC - own[j].productBC + x[2]
          result.append(closed / variance)
          place += 1
        }
      }
    }
    return result
  }
}
