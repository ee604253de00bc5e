import Foundation
import Statistics

/// Orthonormal functions of where an input stands in its distribution: what an output owes to the input
/// alone is, but for a remainder, a sum of them.
///
/// `√2 cos(π p u)`, p = 1 … M. Of a smooth function of u they leave a share of the variance that falls with
/// M³; of one that is unbounded at the ends of u, as a multiple of a normal number is, much more. For
/// inputs without a least or greatest value two are added: z = Φ⁻¹(u) and (z² − 1)/√2, each without its
/// part among the cosines, over its norm.
struct PlaceBasis: Sendable {
  /// Cosines, M.
  let harmonics: Int
  /// Projections of z on the cosines, and of (z² − 1)/√2; none for bounded inputs.
  private let tails: [(projections: [Double], norm: Double)]

  init(_ support: ClosedRange<Double>, harmonics: Int) {
    self.harmonics = harmonics
    let isBounded = support.lowerBound > -.infinity && support.upperBound < .infinity
    tails = isBounded ? [] : Self.unbounded(harmonics)
  }

  /// Functions, M or M + 2.
  var count: Int { harmonics + tails.count }

  /// Writes the functions' values.
  ///
  /// - Parameters:
  ///   - to: ``count`` numbers.
  ///   - u: Between 0 and 1.
  func fill(_ to: UnsafeMutablePointer<Double>, at u: Double) {
    let (cosine, root) = (cos(.pi * u), 2.0.squareRoot())
    // cos (n + 1)t = 2 cos t cos nt − cos (n − 1)t.
    var (before, now) = (1.0, cosine)
    for p in 0..<harmonics {
      to[p] = root * now
      (before, now) = (now, 2 * cosine * now - before)
    }
    guard !tails.isEmpty else { return }
    let z = standardNormalQuantile(u)
    for (k, function) in [z, (z * z - 1) / root].enumerated() {
      var rest = function
      for p in 0..<harmonics { rest -= tails[k].projections[p] * to[p] }
      to[harmonics + k] = rest / tails[k].norm
    }
  }

  /// Points of the sums that stand for integrals: good to 1e-5.
  private static let integrationPoints = 1 << 15

  private static func unbounded(_ harmonics: Int) -> [(projections: [Double], norm: Double)] {
    let cosines = PlaceBasis(0...1, harmonics: harmonics)
    var values = [Double](repeating: 0, count: harmonics)
    var sums = [[Double]](repeating: values, count: 2)
    let n = integrationPoints
    for k in 0..<n {
      let u = (Double(k) + 0.5) / Double(n)
      values.withUnsafeMutableBufferPointer { cosines.fill($0.baseAddress!, at: u) }
      let z = standardNormalQuantile(u)
      for (t, function) in [z, (z * z - 1) / 2.0.squareRoot()].enumerated() {
        for p in 0..<harmonics { sums[t][p] += function * values[p] / Double(n) }
      }
    }
    return sums.map { projections in
      (projections, (1 - projections.reduce(0) { $0 + $1 * $1 }).squareRoot())
    }
  }
}

extension Problem {
  /// The functions of each input, the dummy's last.
  func bases(harmonics: Int) -> [PlaceBasis] {
    inputs.map { PlaceBasis($0.distribution.support, harmonics: harmonics) }
      + [PlaceBasis(0...1, harmonics: harmonics)]
  }
}
