import LinearAlgebra
import Statistics

/// Switching values over draws: at what value of one input a function of it passes a target, for each draw
/// of everything else.
public struct SwitchingValues: Sendable {
  /// What each draw says.
  public let draws: [Switching]

  /// What draws say, found some of them at a time.
  public init(_ draws: [Switching]) { self.draws = draws }

  /// Looks for the switching values of every draw, draws side by side on all cores.
  ///
  /// - Parameters:
  ///   - draws: ≥ 1.
  ///   - range, target, parts, tolerance: As in ``Switching/values(in:target:parts:tolerance:of:)``.
  ///   - function: Takes the input and the draw, from 0.
  /// - Throws: `notFinite` or what the function throws, of the first draw that fails.
  public init(
    draws: Int, in range: ClosedRange<Double>, target: Double = 0, parts: Int = 16,
    tolerance: Double = 1e-9, of function: @Sendable (_ x: Double, _ draw: Int) throws -> Double
  ) throws {
    precondition(draws >= 1, "\(draws) draws")
    self.draws = try concurrently(0..<draws) { draw in
      try Switching.values(in: range, target: target, parts: parts, tolerance: tolerance) {
        try function($0, draw)
      }
    }
  }

  /// Share of draws in which the function stays above the target, 0 to 1.
  public var shareAbove: Double { share { $0 == .staysAbove } }
  /// Share of draws in which it stays below.
  public var shareBelow: Double { share { $0 == .staysBelow } }
  /// Share of draws with more than one switching value.
  public var shareSeveral: Double {
    share { if case .at(let values) = $0 { values.count > 1 } else { false } }
  }

  /// A quantile of the first switching value over the draws that have one; `nil` if none does.
  ///
  /// - Parameter p: 0 to 1.
  public func quantile(at p: Double) -> Double? {
    let values = draws.compactMap(\.first)
    return values.isEmpty ? nil : Statistics.quantile(of: values, at: p, type: .inclusive)
  }

  private func share(_ isCounted: (Switching) -> Bool) -> Double {
    Double(draws.count(where: isCounted)) / Double(draws.count)
  }
}
