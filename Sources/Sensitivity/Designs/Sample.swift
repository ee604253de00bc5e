import LinearAlgebra
import Statistics

/// A sample of all inputs at once, one run a base run, by index; with a column more for the input that
/// the function does not see.
struct Sample: Sendable {
  let problem: Problem
  let hasDummy: Bool
  private let points: Points

  /// - Throws: `StatisticsError.tooManyDimensions`.
  init(_ problem: Problem, _ settings: Settings) throws {
    self.problem = problem
    hasDummy = settings.dummy
    points = try Points(dimensions: problem.inputs.count + (settings.dummy ? 1 : 0), settings)
  }

  /// Names of the inputs, the dummy's last.
  var names: [String] { problem.inputs.map(\.name) + (hasDummy ? [Measure.dummyName] : []) }

  /// The inputs of some runs.
  func rows(_ units: Range<Int>) -> Matrix {
    let d = problem.inputs.count
    let base = coordinates(units)
    let elements = [Double](unsafeUninitializedCapacity: units.count * d) { buffer, used in
      problem.fill(buffer, stride: d, from: base, at: 0)
      used = units.count * d
    }
    return Matrix(rows: units.count, columns: d, elements: elements)
  }

  /// Where each input stands in its distribution in some runs: one row a run, the dummy's column last.
  func points(_ units: Range<Int>) -> Matrix { problem.ownPlaces(coordinates(units)) }

  /// What the values of inputs are drawn by: their places, but for shares that add up to 1.
  func coordinates(_ units: Range<Int>) -> Matrix { problem.tied(points.rows(units)) }

  /// The dummy's values in some runs, between 0 and 1; none if there is no dummy.
  func dummies(_ units: Range<Int>) -> [Double] {
    hasDummy ? points.rows(units).column(points.dimensions - 1) : []
  }

  /// Where each input stands in its distribution, 0 to 1, in all runs given: one list an input, the
  /// dummy last.
  ///
  /// - Parameter units: Indices of the runs, rising.
  func places(_ units: [Int]) -> [[Double]] {
    var columns = [[Double]](
      repeating: Array(repeating: 0, count: units.count), count: points.dimensions)
    guard let last = units.last else { return columns }
    var place = 0
    for start in stride(from: units[0], through: last, by: 1024) {
      let block = self.points(start..<min(start + 1024, last + 1))
      var end = place
      while end < units.count && units[end] < start + 1024 { end += 1 }
      block.elements.withUnsafeBufferPointer { block in
        for d in columns.indices {
          for k in place..<end { columns[d][k] = block[(units[k] - start) * columns.count + d] }
        }
      }
      place = end
    }
    return columns
  }
}
