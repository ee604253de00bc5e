import LinearAlgebra
import Statistics

/// Points of a sample, each with a small step of every input in turn: 1 + D rows a block.
struct FiniteDifferences: Sendable {
  let problem: Problem
  private let points: Points
  /// The step of each input; 0 where values are whole numbers.
  let steps: [Double]

  /// A step as a share of the input's interquartile range: its square is lost among the digits of
  /// the function, and rounding of the function is 10⁻¹² of its differences.
  private static let share = 1e-4

  /// - Throws: `StatisticsError.tooManyDimensions`.
  init(_ problem: Problem, _ settings: Settings) throws {
    self.problem = problem
    points = try Points(dimensions: problem.inputs.count, settings)
    steps = problem.inputs.map { input in
      let distribution = input.distribution
      if distribution.isCount { return 0 }
      return Self.share * (distribution.quantile(at: 0.75) - distribution.quantile(at: 0.25))
    }
  }

  var unitRows: Int { 1 + problem.inputs.count }

  /// Places of the inputs at the points of some blocks.
  func places(_ units: Range<Int>) -> Matrix { points.rows(units) }

  /// The step at a place: towards the median, so that it stays within the distribution.
  func step(_ input: Int, at place: Double) -> Double { place > 0.5 ? -steps[input] : steps[input] }

  /// The rows of some blocks, one after the other.
  func rows(_ units: Range<Int>) -> Matrix {
    let (d, rows) = (problem.inputs.count, unitRows)
    let base = points.rows(units)
    let elements = [Double](unsafeUninitializedCapacity: units.count * rows * d) { buffer, used in
      used = units.count * rows * d
      guard used > 0 else { return }
      problem.fill(buffer, stride: rows * d, from: base, at: 0)
      for unit in 0..<units.count {
        let from = buffer.baseAddress! + unit * rows * d
        for i in 0..<d {
          let row = from + (1 + i) * d
          row.update(from: from, count: d)
          row[i] += step(i, at: base[unit, i])
        }
      }
    }
    return Matrix(rows: units.count * rows, columns: d, elements: elements)
  }
}
