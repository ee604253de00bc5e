import Foundation

/// A density from a sample: the mean of normal densities about its numbers,
/// `f(x) = Σ φ((x − x_i) / h) / (n h)`.
///
/// Law: never below 0, and its integral is 1; the variance is that of the sample with divisor n plus h².
/// - SeeAlso: [Silverman1986], sections 2.4 and 3.4.
public struct KernelDensity: Sendable, Equatable {
  /// The numbers, rising.
  public let sample: [Double]
  /// h, the standard deviation of each normal density, > 0.
  public let bandwidth: Double

  /// A density.
  ///
  /// - Parameters:
  ///   - sample: At least 2 finite numbers; without a bandwidth not all the same.
  ///   - bandwidth: h; `nil`: Silverman's rule `0.9 min(s, (q₇₅ − q₂₅) / 1.34) n^(−1/5)`, with s alone
  ///     where the quartiles are the same.
  public init(_ sample: [Double], bandwidth: Double? = nil) {
    precondition(
      sample.count >= 2 && sample.allSatisfy(\.isFinite), "a density of \(sample.count) numbers")
    self.sample = sample.sorted()
    let deviation = variance(of: sample).squareRoot()
    let quartiles = quantiles(of: sample, at: [0.25, 0.75], type: .inclusive)
    let middle = (quartiles[1] - quartiles[0]) / 1.34
    let spread = middle > 0 ? min(deviation, middle) : deviation
    self.bandwidth = bandwidth ?? 0.9 * spread * pow(Double(sample.count), -0.2)
    precondition(self.bandwidth > 0, "a bandwidth of \(self.bandwidth)")
  }

  /// f(x). Takes n steps.
  public func density(at x: Double) -> Double {
    let total = sum(
      of: sample.lazy.map { value in
        let z = (x - value) / bandwidth
        return exp(-0.5 * z * z)
      })
    return total / (Double(sample.count) * bandwidth * (2 * Double.pi).squareRoot())
  }

  /// The probability of at most x. Takes n steps.
  public func cumulative(at x: Double) -> Double {
    sum(of: sample.lazy.map { standardNormalCumulative((x - $0) / bandwidth) })
      / Double(sample.count)
  }
}
