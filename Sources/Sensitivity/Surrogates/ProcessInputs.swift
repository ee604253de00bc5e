import LinearAlgebra
import Statistics

/// The inputs of a problem as a Gaussian process takes them: variables in their own standard deviations, those
/// without effect left out.
struct ProcessInputs: Sendable {
  /// Places of the inputs among those of the problem, the dummy's after them.
  let places: [Int]
  /// Values with weights that stand for the distribution of each.
  let points: [[(value: Double, weight: Double)]]
  private let variables: [InputVariable]
  private let scales: [Double]

  /// Panels of the points: 96 points an input.
  private static let panels = 6

  /// - Parameter distributions: One an input, the dummy's last; `nil` for what has no effect.
  init(_ distributions: [(any Distribution)?]) {
    var (places, points): ([Int], [[(value: Double, weight: Double)]]) = ([], [])
    var (variables, scales): ([InputVariable], [Double]) = ([], [])
    for (place, distribution) in distributions.enumerated() {
      let variable = InputVariable(distribution)
      let all = variable.points(panels: Self.panels)
      let whole = all.reduce(0) { $0 + $1.weight }
      let center = all.reduce(0) { $0 + $1.weight * $1.value } / whole
      let square = all.reduce(0) { $0 + $1.weight * ($1.value - center) * ($1.value - center) }
      let deviation = (square / whole).squareRoot()
      guard deviation > 0 else { continue }
      places.append(place)
      variables.append(variable)
      scales.append(1 / deviation)
      points.append(all.map { ($0.value / deviation, $0.weight / whole) })
    }
    (self.places, self.points, self.variables, self.scales) = (places, points, variables, scales)
  }

  /// Runs in standard deviations of the variables.
  ///
  /// - Parameter coordinates: Where each input of the problem stands: one list an input, by run.
  /// - Returns: One row a run, one column an input that has an effect.
  func rows(_ coordinates: [[Double]]) -> Matrix {
    let n = coordinates[0].count
    var result = Matrix(rows: n, columns: places.count, repeating: 0)
    for (i, place) in places.enumerated() {
      for run in 0..<n {
        result[run, i] = variables[i].value(at: coordinates[place][run]) * scales[i]
      }
    }
    return result
  }
}
