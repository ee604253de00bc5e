import LinearAlgebra
import Statistics

extension Resampling {
  /// Sums of squares of coefficients, without what chance adds to them, in the sample and in every
  /// resample.
  ///
  /// The estimate of `Σ a_p²` is `Σ â_p² − Σ v_p`, v_p the variance of â_p over resamples. Where all a_p
  /// are 0, squares of bootstrapped coefficients would vary three times as much as those of the sample
  /// do: there resamples are spread about coefficients drawn in by `λ² = 1 − tr C² / âᵀ C â` (at least 0),
  /// C the covariance of â, which gives the sum the variance `4 aᵀ C a + 2 tr C²` of a normal â.
  ///
  /// - Parameter rows: The coefficients, the sample's first; 1 + ``count`` rows.
  /// - Returns: 1 + ``count`` sums.
  func squareSums(_ rows: [[Double]]) -> [Double] {
    let width = rows[0].count
    let isMonteCarlo = if case .monteCarlo = sampling { true } else { false }
    let count = rows.count - 1
    let own = rows[0]
    let centers = (0..<width).map { p in (1...count).reduce(0) { $0 + rows[$1][p] } / Double(count)
    }
    // A jackknife's deviations are small: n − 1 of their squares make one variance.
    let scale =
      isMonteCarlo ? 1 / Double(count - 1) : Double(count - 1) / Double(count)
    var elements = [Double]()
    elements.reserveCapacity(count * width)
    for r in 1...count { for p in 0..<width { elements.append(rows[r][p] - centers[p]) } }
    let deviations = Matrix(rows: count, columns: width, elements: elements)
    var chance = 0.0
    for value in elements { chance += value * value * scale }
    let sum = own.reduce(0) { $0 + $1 * $1 }
    var drawn = 1.0
    if isMonteCarlo {
      // tr C² by products of resamples, without those of a resample with itself: C is their mean.
      let products =
        count < width ? MatrixView(deviations) * MatrixView(deviations).transposed : nil
      let covariance = products ?? deviations.gram
      var (squares, diagonal) = (0.0, 0.0)
      for i in 0..<covariance.rows {
        for j in 0..<covariance.rows { squares += covariance[i, j] * covariance[i, j] }
      }
      for r in 0..<count {
        let length = (0..<width).reduce(0) { $0 + deviations[r, $1] * deviations[r, $1] }
        diagonal += length * length
      }
      let pairs = Double(count) * Double(count - 1)
      let trace = max((squares - diagonal) / pairs, 0)
      let along = (deviations * own).reduce(0) { $0 + $1 * $1 } * scale
      drawn = along > 0 ? max(1 - trace / along, 0).squareRoot() : 0
    }
    return [sum - chance]
      + (0..<count).map { r in
        var total = 0.0
        for p in 0..<width {
          let value = drawn * own[p] + deviations[r, p]
          total += value * value
        }
        return total - chance
      }
  }
}
