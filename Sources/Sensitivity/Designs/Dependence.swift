import Foundation
import LinearAlgebra
import Statistics

extension Problem {
  /// Places that depend on each other as the problem's correlations say, from independent ones; columns
  /// after the inputs' stay as they are.
  ///
  /// - Parameter points: One row a run, between 0 and 1.
  func tied(_ points: Matrix) -> Matrix {
    guard let correlations else { return points }
    let d = inputs.count
    let lower = correlations.factor.lower
    var elements = points.elements
    var independent = [Double](repeating: 0, count: d)
    for row in 0..<points.rows {
      let own = row * points.columns
      for i in 0..<d { independent[i] = standardNormalQuantile(elements[own + i]) }
      for i in 0..<d {
        var z = 0.0
        for j in 0...i { z += lower[i, j] * independent[j] }
        elements[own + i] = place(ofNormal: z)
      }
    }
    return Matrix(rows: points.rows, columns: points.columns, elements: elements)
  }

  /// Where each input stands in its own distribution at some points: of shares that add up to 1 not the
  /// coordinate they were drawn by; columns after the inputs' stay as they are.
  ///
  /// - Parameter points: One row a run, between 0 and 1.
  func ownPlaces(_ points: Matrix) -> Matrix {
    if rows.isEmpty { return points }
    var elements = points.elements
    for row in rows {
      for k in 0..<points.rows {
        let from = k * points.columns + row.members.lowerBound
        let shares = row.shares { points.elements[from + $0] }
        for (i, share) in shares.enumerated() {
          let distribution = inputs[row.members.lowerBound + i].distribution
          let place = distribution.cumulative(at: share)
          elements[from + i] = min(max(place, 0x1p-1022), 1 - 0x1p-53)
        }
      }
    }
    return Matrix(rows: points.rows, columns: points.columns, elements: elements)
  }

  /// Where a normal number stands, kept between 0 and 1 where it would round to 1.
  func place(ofNormal z: Double) -> Double {
    min(max(standardNormalCumulative(z), 0x1p-1022), 1 - 0x1p-53)
  }
}
