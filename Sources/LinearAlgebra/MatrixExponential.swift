/// The exponential of any square matrix: Padé approximant of degree 13, scaling and squaring.
///
/// `exp(A) = r(A / 2^s)^(2^s)`, with s the least that brings ‖A / 2^s‖∞ to 5.3719 or below, where
/// the approximant's backward error is below the rounding of a double.
///
/// Products go through BLAS, so the last bits depend on the processor. Projections use
/// ``ExponentialIntegrals``, whose bits do not.
///
/// - Parameter matrix: n × n, all elements finite.
/// - Returns: n × n. Elements can overflow to infinity, as exp does.
/// - SeeAlso: [Higham2005], algorithm 2.3.
public func exponential(of matrix: Matrix) -> Matrix {
  precondition(matrix.isSquare, "the exponential of \(matrix.rows) × \(matrix.columns)")
  precondition(matrix.elements.allSatisfy(\.isFinite), "the exponential of a matrix not finite")
  var squarings = 0
  var norm = matrix.maximumRowSum
  while norm > padeRadius {
    norm /= 2
    squarings += 1
  }
  let scale = Double(sign: .plus, exponent: -squarings, significand: 1)
  let (odd, even) = padeParts(scale * matrix)
  // The denominator's condition is bounded below the radius (Higham 2005, table 2.3).
  var result = BLAS.solution(even - odd, even + odd)!
  for _ in 0..<squarings { result = result * result }
  return result
}

/// Largest norm for the approximant of degree 13: θ₁₃ of [Higham2005], table 2.3.
private let padeRadius = 5.371920351148152

/// Coefficients b₀…b₁₃ of the numerator, [Higham2005], section 2: `(26 − j)! / ((13 − j)! · j!)`,
/// divided by the last, 13! / 13!, so that b₁₃ = 1; all are whole numbers.
private let padeCoefficients: [Double] = [
  64_764_752_532_480_000, 32_382_376_266_240_000, 7_771_770_303_897_600, 1_187_353_796_428_800,
  129_060_195_264_000, 10_559_470_521_600, 670_442_572_800, 33_522_128_640, 1_323_241_920,
  40_840_800, 960_960, 16_380, 182, 1,
]

/// The odd and the even powers of the numerator; the denominator is even − odd.
private func padeParts(_ a: Matrix) -> (odd: Matrix, even: Matrix) {
  let b = padeCoefficients
  let one = Matrix.identity(a.rows)
  let a2 = a * a
  let a4 = a2 * a2
  let a6 = a4 * a2
  let high = a6 * (b[13] * a6 + b[11] * a4 + b[9] * a2)
  let odd = a * (high + b[7] * a6 + b[5] * a4 + b[3] * a2 + b[1] * one)
  let highEven = a6 * (b[12] * a6 + b[10] * a4 + b[8] * a2)
  let even = highEven + b[6] * a6 + b[4] * a4 + b[2] * a2 + b[0] * one
  return (odd, even)
}
