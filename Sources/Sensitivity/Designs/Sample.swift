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
    let base = points.rows(units)
    let elements = [Double](unsafeUninitializedCapacity: units.count * d) { buffer, used in
      base.elements.withUnsafeBufferPointer { point in
        for unit in 0..<units.count {
          problem.fill(
            UnsafeMutableBufferPointer(rebasing: buffer[unit * d..<(unit + 1) * d]), from: point,
            at: unit * points.dimensions)
        }
      }
      used = units.count * d
    }
    return Matrix(rows: units.count, columns: d, elements: elements)
  }

  /// The dummy's values in some runs, between 0 and 1; none if there is no dummy.
  func dummies(_ units: Range<Int>) -> [Double] {
    hasDummy ? points.rows(units).column(points.dimensions - 1) : []
  }

  /// Where each input stands in its distribution, 0 to 1, in all runs given; the dummy last.
  ///
  /// - Parameter units: Indices of the runs, rising.
  func places(_ units: [Int]) -> Matrix {
    guard let first = units.first, let last = units.last else {
      return Matrix(rows: 0, columns: points.dimensions, repeating: 0)
    }
    let all = points.rows(first..<last + 1)
    guard units.count < last + 1 - first else { return all }
    let elements = units.flatMap { all.row($0 - first) }
    return Matrix(rows: units.count, columns: points.dimensions, elements: elements)
  }
}

/// The outputs of a sample, held because a method ranks or sorts them: 8 bytes a run and output.
struct HeldRuns: Sendable {
  private(set) var units: [Int] = []
  /// One list an output.
  private(set) var outputs: [[Double]]

  init(outputs: Int) { self.outputs = Array(repeating: [], count: outputs) }

  mutating func add(_ kept: [Int], first: Int, _ values: Matrix) {
    for unit in kept {
      units.append(first + unit)
      for output in outputs.indices { outputs[output].append(values[unit, output]) }
    }
  }
}
