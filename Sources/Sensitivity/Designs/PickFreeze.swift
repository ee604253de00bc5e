import LinearAlgebra

/// The rows of a pick-freeze design: two independent points A and B, then for each group A with the
/// group taken from B, then (for second order) B with the group taken from A.
///
/// A and B are the halves of one point of twice as many dimensions. A block is one base run: 2 + G rows,
/// or 2 + 2 G. Quantiles are taken once for A and B.
/// - SeeAlso: [Saltelli2010], section 3.
struct PickFreeze: Sendable {
  let problem: Problem
  let isBothWays: Bool
  private let points: Points

  /// A design.
  ///
  /// - Throws: `StatisticsError.tooManyDimensions`.
  init(_ problem: Problem, isBothWays: Bool, _ settings: Settings) throws {
    self.problem = problem
    self.isBothWays = isBothWays
    points = try Points(dimensions: 2 * problem.inputs.count, settings)
  }

  /// Rows of a block.
  var unitRows: Int { 2 + problem.groups.count * (isBothWays ? 2 : 1) }

  /// The rows of some blocks, one after the other; one column an input.
  func rows(_ units: Range<Int>) -> Matrix {
    let (d, rows) = (problem.inputs.count, unitRows)
    let base = points.rows(units)
    let elements = [Double](unsafeUninitializedCapacity: units.count * rows * d) { buffer, used in
      used = units.count * rows * d
      guard used > 0 else { return }
      for half in 0...1 {
        problem.fill(
          UnsafeMutableBufferPointer(rebasing: buffer[(half * d)...]), stride: rows * d,
          from: base, at: half * d)
      }
      for unit in 0..<units.count { mix(buffer.baseAddress! + unit * rows * d) }
    }
    return Matrix(rows: units.count * rows, columns: d, elements: elements)
  }

  /// Fills the rows of a block after its first two.
  private func mix(_ base: UnsafeMutablePointer<Double>) {
    let d = problem.inputs.count
    for way in 0...(isBothWays ? 1 : 0) {
      let (kept, taken) = (base + way * d, base + (1 - way) * d)
      for (g, group) in problem.groups.enumerated() {
        let row = base + (2 + way * problem.groups.count + g) * d
        row.update(from: kept, count: d)
        for member in group.members { row[member] = taken[member] }
      }
    }
  }
}
