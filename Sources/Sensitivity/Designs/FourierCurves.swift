import Foundation
import LinearAlgebra
import Statistics

/// Closed curves through the unit cube: on each, one input goes to and fro fast and all others slowly,
/// from random phases.
///
/// A block has one curve for each input, and for the dummy; point s of curve i, s = 0 … N − 1, is
///
/// ```
/// u_j = ½ + asin(sin(2π ω_j s / N + φ_j)) / π
/// ```
///
/// with ω_i the fast frequency, other ω_j drawn from the slow ones and φ_j from 0 to 2π. Everything but N
/// depends on the seed and the block alone.
struct FourierCurves: Sendable {
  let problem: Problem
  let hasDummy: Bool
  /// Points of a curve, N.
  let points: Int
  /// The fast frequency, about an eleventh of N and without a common divisor with it: multiples up to the
  /// tenth keep apart, and are not met by slow frequencies' first twenty.
  let fast: Int
  /// Slow frequencies are 1 to this.
  let slow: Int
  private let seed: UInt64

  /// Multiples of the fast frequency that are looked at.
  static let harmonics = 10

  init(_ problem: Problem, _ settings: Settings) {
    self.problem = problem
    hasDummy = settings.dummy
    points = settings.curvePoints
    seed = settings.seed
    var fast = max(2, points * 4 / 45)
    while Self.divisor(fast, settings.curvePoints) != 1 { fast += 1 }
    self.fast = fast
    slow = max(1, fast / 22)
  }

  private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }

  /// Curves of a block.
  var curves: Int { problem.inputs.count + (hasDummy ? 1 : 0) }
  /// Rows of a block.
  var unitRows: Int { curves * points }

  /// Phase and frequency of every input on a curve, the dummy's last.
  private func motion(_ unit: Int, _ curve: Int) -> (phases: [Double], frequencies: [Int]) {
    let d = problem.inputs.count + 1
    let numbers = RandomStream(seed: seed, purpose: RandomPurpose.curves.rawValue, draw: 0)
      .uniforms(2 * d, from: UInt64((unit * d + curve) * 2 * d))
    let frequencies = (0..<d).map { $0 == curve ? fast : 1 + Int(numbers[d + $0] * Double(slow)) }
    return (numbers[..<d].map { 2 * .pi * $0 }, frequencies)
  }

  /// The places of the fast input along a curve.
  func places(_ unit: Int, _ curve: Int) -> [Double] {
    let (phases, _) = motion(unit, curve)
    return (0..<points).map { place(fast, $0, phases[curve]) }
  }

  private func place(_ frequency: Int, _ s: Int, _ phase: Double) -> Double {
    // Whole turns are taken away before they cost digits.
    let turn = Double(frequency * s % points) / Double(points)
    let u = 0.5 + asin(sin(2 * .pi * turn + phase)) / .pi
    return min(max(u, 0x1p-53), 1 - 0x1p-53)
  }

  /// The rows of some blocks, curve after curve.
  func rows(_ units: Range<Int>) -> Matrix {
    let d = problem.inputs.count
    var uniforms = [Double](repeating: 0, count: units.count * unitRows * d)
    var next = 0
    for unit in units {
      for curve in 0..<curves {
        let (phases, frequencies) = motion(unit, curve)
        for s in 0..<points {
          for j in 0..<d {
            uniforms[next] = place(frequencies[j], s, phases[j])
            next += 1
          }
        }
      }
    }
    let rows = units.count * unitRows
    let points = Matrix(rows: rows, columns: d, elements: uniforms)
    let elements = [Double](unsafeUninitializedCapacity: rows * d) { buffer, used in
      problem.fill(buffer, stride: d, from: points, at: 0)
      used = rows * d
    }
    return Matrix(rows: rows, columns: d, elements: elements)
  }
}
