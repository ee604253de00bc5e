import LinearAlgebra
import Statistics

/// Points with more and more groups drawn anew, given what is kept of the others: 1 + G rows a block.
///
/// A block takes the groups in a random order. Row j is row 0 with the first j groups of that order drawn
/// anew from their distribution given the other groups' values, so that the last row is a point of its
/// own. For normal numbers with correlations R, in the reverse of that order, `z = L ε` with `L Lᵀ = R`: what
/// comes first in the product is kept, the rest takes other ε.
struct ConditionalRedraws: Sendable {
  let problem: Problem
  private let points: Points
  private let seed: UInt64

  /// - Throws: `StatisticsError.tooManyDimensions`.
  init(_ problem: Problem, _ settings: Settings) throws {
    self.problem = problem
    points = try Points(dimensions: 2 * problem.inputs.count, settings)
    seed = settings.seed
  }

  var unitRows: Int { 1 + problem.groups.count }

  /// The groups of a block in the order in which they are drawn anew.
  func order(_ unit: Int) -> [Int] {
    let g = problem.groups.count
    let numbers = RandomStream(seed: seed, purpose: RandomPurpose.orders.rawValue, draw: 0)
      .uniforms(g, from: UInt64(unit * g))
    var order = Array(0..<g)
    for i in 0..<g { order.swapAt(i, i + Int(numbers[i] * Double(g - i))) }
    return order
  }

  /// The rows of some blocks, one after the other.
  func rows(_ units: Range<Int>) -> Matrix {
    let (d, rows) = (problem.inputs.count, unitRows)
    let base = points.rows(units)
    var places = [Double](repeating: 0, count: units.count * rows * d)
    for (k, unit) in units.enumerated() {
      let order = order(unit)
      fill(&places, at: k * rows * d, base.row(k), order)
    }
    let all = Matrix(rows: units.count * rows, columns: d, elements: places)
    let elements = [Double](unsafeUninitializedCapacity: places.count) { buffer, used in
      problem.fill(buffer, stride: d, from: all, at: 0)
      used = units.count * rows * d
    }
    return Matrix(rows: all.rows, columns: d, elements: elements)
  }

  /// Writes the places of a block's rows.
  private func fill(_ to: inout [Double], at start: Int, _ base: [Double], _ order: [Int]) {
    let (d, groups) = (problem.inputs.count, problem.groups)
    guard let correlations = problem.correlations else {
      var row = Array(base[..<d])
      for i in 0..<d { to[start + i] = row[i] }
      for (j, group) in order.enumerated() {
        for i in groups[group].members { row[i] = base[d + i] }
        for i in 0..<d { to[start + (1 + j) * d + i] = row[i] }
      }
      return
    }
    let inputs = order.reversed().flatMap { groups[$0].members }
    var ordered = Matrix(rows: d, columns: d, repeating: 0)
    for (p, i) in inputs.enumerated() {
      for (q, j) in inputs.enumerated() { ordered[p, q] = correlations.matrix[i, j] }
    }
    let lower: Matrix
    do {
      lower = try CholeskyFactor(ordered).lower
    } catch {
      preconditionFailure("correlations that were checked: \(error)")
    }
    var kept = d
    for j in 0...order.count {
      if j > 0 { kept -= groups[order[j - 1]].members.count }
      for p in 0..<d {
        var z = 0.0
        for q in 0...p {
          let i = inputs[q]
          z += lower[p, q] * standardNormalQuantile(q < kept ? base[i] : base[d + i])
        }
        to[start + j * d + inputs[p]] = problem.place(ofNormal: z)
      }
    }
  }
}
