import Foundation

/// A figure of a sample with each part left out in turn.
///
/// Laws: of a mean the error is s / √n; a figure that is linear in the observations has no bias.
/// - SeeAlso: [EfronTibshirani1993], chapters 11 and 14.
public struct Jackknife: Sendable, Equatable {
  /// The figure of the sample.
  public let value: Double
  /// The figures without each part, in order.
  public let replicates: [Double]

  /// Leaves out observations, clusters or runs of neighbours.
  ///
  /// - Parameters:
  ///   - count: Observations in the sample.
  ///   - scheme: What is left out together: at least 2 parts, and not runs of all observations.
  ///   - figure: Of the observations with these places; finite.
  public init(
    of count: Int, _ scheme: ResamplingScheme = .observations,
    figure: (_ places: [Int]) throws -> Double
  ) rethrows {
    let parts = scheme.parts(of: count)
    precondition(parts.count >= 2, "\(parts.count) parts, at least 2 needed")
    value = try figure(Array(0..<count))
    replicates = try parts.map { part in
      let out = Set(part)
      return try figure((0..<count).filter { !out.contains($0) })
    }
  }

  /// The same for a figure of plain numbers.
  ///
  /// - Parameters:
  ///   - sample: At least 2 numbers.
  ///   - figure: Of a sample, finite.
  public init(of sample: [Double], figure: (_ sample: [Double]) throws -> Double) rethrows {
    try self.init(of: sample.count) { places in try figure(places.map { sample[$0] }) }
  }

  private var deviations: [Double] {
    let centre = mean(of: replicates)
    return replicates.map { centre - $0 }
  }

  /// The standard error: `√((n − 1) / n · Σ (θ̄ − θ₍ᵢ₎)²)` with n parts that are left out. Not for runs
  /// that overlap.
  public var standardError: Double {
    let n = Double(replicates.count)
    return ((n - 1) / n * sum(of: deviations.lazy.map { $0 * $0 })).squareRoot()
  }

  /// What the figure is too high by: `(n − 1) (θ̄ − θ)`.
  public var bias: Double { Double(replicates.count - 1) * (mean(of: replicates) - value) }

  /// How fast the standard error changes with the figure, on the scale where it is normal:
  /// `Σ d³ / (6 (Σ d²)^1.5)`, d the deviations; 0 where the figure does not vary.
  public var acceleration: Double {
    let squares = sum(of: deviations.lazy.map { $0 * $0 })
    guard squares > 0 else { return 0 }
    return sum(of: deviations.lazy.map { $0 * $0 * $0 }) / (6 * squares * squares.squareRoot())
  }
}
