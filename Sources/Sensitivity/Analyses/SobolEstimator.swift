/// The moments of a pick-freeze sample from which the indices of one group follow. A and B are outputs
/// at the two points, C that at A with the group taken from B.
struct PickFreezeMoments {
  /// Mean of A and B, mean of their squares, and of A B.
  let mean, square, product: Double
  /// Of A; of B.
  let meanA, squareA, meanB, squareB: Double
  /// Of C.
  let meanC, squareC: Double
  /// Means of B (C − A) and of (A − C)².
  let shift, distance: Double

  /// V(y).
  var variance: Double { square - mean * mean }
  /// Mean of B C.
  var productBC: Double { shift + product }
  /// Mean of A C.
  var productAC: Double { (squareA + squareC - distance) / 2 }
}

/// Formulas for first-order and total indices.
///
/// All are values in ``all``; commands and files name them by ``id``.
public struct SobolEstimator: Sendable, Equatable {
  /// How commands and files call it.
  public let id: String
  /// What it is, in one sentence.
  public let sentence: String
  let first: @Sendable (PickFreezeMoments) -> Double
  let total: @Sendable (PickFreezeMoments) -> Double

  /// Whether both have one name.
  public static func == (a: SobolEstimator, b: SobolEstimator) -> Bool { a.id == b.id }

  /// `S = E[(B − m) (C − A)] / V` with m the mean of A and B, `T = E[(A − C)²] / 2V`; good where indices
  /// are small.
  /// - SeeAlso: [Saltelli2010], table 2, (b) and (f).
  public static let saltelli = SobolEstimator(
    id: "saltelli", sentence: "Saltelli 2010 for first order, Jansen for totals.",
    first: { ($0.shift - $0.mean * ($0.meanC - $0.meanA)) / $0.variance },
    total: { $0.distance / 2 / $0.variance })

  /// `S = 1 − E[(B − C)²] / 2V`, `T = E[(A − C)²] / 2V`; good where indices are large.
  /// - SeeAlso: [Jansen1999].
  public static let jansen = SobolEstimator(
    id: "jansen", sentence: "Mean squared differences for both.",
    first: { 1 - ($0.squareB + $0.squareC - 2 * $0.productBC) / 2 / $0.variance },
    total: { $0.distance / 2 / $0.variance })

  /// The correlation of B and C, and one minus that of A and C, with pooled means and variances: the
  /// least asymptotic variance of those that take B and C alike.
  /// - SeeAlso: [Janon2014], equation 6.
  public static let janon = SobolEstimator(
    id: "janon", sentence: "Correlations with pooled mean and variance.",
    first: { m in
      let mean = (m.meanB + m.meanC) / 2
      return (m.productBC - mean * mean) / ((m.squareB + m.squareC) / 2 - mean * mean)
    },
    total: { m in
      let mean = (m.meanA + m.meanC) / 2
      let variance = (m.squareA + m.squareC) / 2 - mean * mean
      return m.distance / 2 / variance
    })

  /// Every pair of formulas.
  public static let all: [SobolEstimator] = [saltelli, jansen, janon]
}
