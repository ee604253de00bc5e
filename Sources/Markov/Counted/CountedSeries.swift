import CKernels
import LinearAlgebra

/// A power series of eight generators of counted moves, up to the degree that each run needs by itself.
struct CountedSeries {
  /// The generators plus λ, times t; elements ≥ 0.
  let generator: CountedMatrix
  /// By power 0, 1, …; 0 beyond a run's own degree.
  let coefficients: [Lanes]

  /// The series of an integral over a step, or of the integral of that.
  ///
  /// - Parameters:
  ///   - generator: q + λ I, times t.
  ///   - shift: λ t, at least the norm of the generator; at most ``ExponentialSeries/radius``.
  ///   - time: t.
  ///   - isDouble: Whether it is the double integral Ψ, not Φ.
  init(_ generator: CountedMatrix, shift: Lanes, time: Lanes, isDouble: Bool) {
    self.generator = generator
    var needed = SIMD8<Int64>()
    for lane in 0..<Lanes.scalarCount {
      needed[lane] = Int64(ExponentialSeries.degree(norm: shift[lane]))
    }
    let series = ExponentialSeries.coefficients(of: shift, degree: Int(needed.max()))
    coefficients = series.enumerated().map { power, parts in
      Lanes.zero.replacing(
        with: isDouble ? parts.doubleIntegral * time * time : parts.integral * time,
        where: needed .>= SIMD8(repeating: Int64(power)))
    }
  }

  /// The sum.
  func sum() -> CountedMatrix {
    #if arch(x86_64)
      let n = generator.placements
      var (sum, power, next) = (
        CountedMatrix(uninitialized: n), CountedMatrix(uninitialized: n),
        CountedMatrix(uninitialized: n)
      )
      sum.elements.withMutableDoubles { sum in
        power.elements.withMutableDoubles { power in
          next.elements.withMutableDoubles { next in
            generator.elements.withDoubles { generator in
              coefficients.withDoubles {
                carecast_counted_series(
                  n, coefficients.count - 1, generator, $0, power, next, sum)
              }
            }
          }
        }
      }
      return sum
    #else
      return portableSum()
    #endif
  }

  /// The same in Swift.
  func portableSum() -> CountedMatrix {
    var sum = CountedMatrix(placements: generator.placements)
    sum.addPortably(generator, times: coefficients[1])
    sum.addToDiagonal(coefficients[0])
    var power = generator
    for coefficient in coefficients.dropFirst(2) {
      power = generator.portableProduct(power, isGenerator: true)
      sum.addPortably(power, times: coefficient)
    }
    return sum
  }
}
