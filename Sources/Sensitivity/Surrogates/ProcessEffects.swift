import LinearAlgebra

/// What a Gaussian process's mean m owes to groups of inputs, all integrals over the inputs' distributions taken
/// by their points.
///
/// ```
/// z_i(a) = E[k_i(x_i, x_a)]        w_a = α_a Π_i z_i(a)
/// E[m | x_u] − E[m] = Σ_a w_a (κ_u(x, a) − 1)        κ_u(x, a) = Π_(i ∈ u) k_i(x_i, x_a) / z_i(a)
/// V(E[m | x_u]) = Σ_ab w_a w_b (B_u(a, b) − 1)       B_u = Π_(i ∈ u) E[k_i(x_i, x_a) k_i(x_i, x_b)] / (z_i(a) z_i(b))
/// ```
/// - SeeAlso: [OakleyOHagan2004] for these integrals; [Marrel2009] for indices of the mean.
struct ProcessEffects {
  private let process: ProcessFit
  private let inputs: ProcessInputs
  private let rows: Matrix
  /// `Π_i z_i(a)`, by run.
  private let means: [Double]
  /// w.
  private let weights: [Double]
  /// B of all inputs.
  private let whole: Matrix

  /// What a part of the inputs decides of the mean.
  struct Part: Sendable {
    /// `V(E[m | x_u])`.
    let variance: Double
    /// `E[m | x_u] − E[m]` at every run.
    let values: [Double]
  }

  /// One group's factors, n × n each.
  struct Factors {
    /// κ at the runs: row x, column a.
    let conditional: Matrix
    /// B.
    let joint: Matrix
  }

  /// - Parameters:
  ///   - process: A process that n runs have been told to.
  ///   - inputs: Its inputs, D of them.
  ///   - rows: The runs, n × D.
  init(_ process: ProcessFit, _ inputs: ProcessInputs, _ rows: Matrix) {
    (self.process, self.inputs, self.rows) = (process, inputs, rows)
    var whole = Matrix(rows: rows.rows, columns: rows.rows, repeating: 1)
    var means = [Double](repeating: 1, count: rows.rows)
    for i in inputs.places.indices {
      let (joint, z) = Self.integrals(process.kernel, i, inputs, rows)
      whole = whole.times(joint)
      for a in means.indices { means[a] *= z[a] }
    }
    self.whole = whole
    self.means = means
    weights = zip(process.weights, means).map { $0 * $1 }
  }

  /// B and z of one input.
  private static func integrals(
    _ kernel: ProcessKernel, _ i: Int, _ inputs: ProcessInputs, _ rows: Matrix
  ) -> (joint: Matrix, means: [Double]) {
    let (points, own) = (inputs.points[i], rows.column(i))
    let factor = kernel.factor(i, points.map(\.value), own)
    let means = rowVector(points.map(\.weight), times: factor)
    let roots = points.map { $0.weight.squareRoot() }
    let n = own.count
    let elements = factor.elements.enumerated().map { $1 * roots[$0 / n] / means[$0 % n] }
    return (Matrix(rows: points.count, columns: n, elements: elements).gram, means)
  }

  /// The factors of a group.
  ///
  /// - Parameter members: Places of its inputs among those of the problem; those without effect count for nothing.
  func factors(_ members: [Int]) -> Factors {
    let n = rows.rows
    var conditional = Matrix(rows: n, columns: n, repeating: 1)
    var joint = conditional
    for (i, place) in inputs.places.enumerated() where members.contains(place) {
      let (own, z) = Self.integrals(process.kernel, i, inputs, rows)
      let column = rows.column(i)
      let factor = process.kernel.factor(i, column, column)
      joint = joint.times(own)
      conditional = conditional.times(
        Matrix(
          rows: n, columns: n,
          elements: factor.elements.enumerated().map { $1 / z[$0 % n] }))
    }
    return Factors(conditional: conditional, joint: joint)
  }

  /// By how much rounding may move a variance: it is a difference of squares of w.
  var rounding: Double { 8 * weights.reduce(0) { $0 + $1 * $1 } * .ulpOfOne }

  /// All inputs together.
  var all: Part {
    let (n, center) = (rows.rows, weights.reduce(0, +))
    let values = process.likeness * process.weights
    return Part(
      variance: square { whole.elements[$0 * n + $1] }, values: values.map { $0 - center })
  }

  /// A group alone.
  func alone(_ group: Factors) -> Part {
    let n = rows.rows
    return Part(
      variance: square { group.joint.elements[$0 * n + $1] },
      values: values { group.conditional.elements[$0 * n + $1] * weights[$1] })
  }

  /// Two groups together.
  func together(_ a: Factors, _ b: Factors) -> Part {
    let n = rows.rows
    return Part(
      variance: square { a.joint.elements[$0 * n + $1] * b.joint.elements[$0 * n + $1] },
      values: values {
        a.conditional.elements[$0 * n + $1] * b.conditional.elements[$0 * n + $1] * weights[$1]
      })
  }

  /// All inputs but a group: its factors divided out of those of all.
  func others(than group: Factors) -> Part {
    let n = rows.rows
    let least = Double.leastNormalMagnitude
    return Part(
      variance: square {
        whole.elements[$0 * n + $1] / max(group.joint.elements[$0 * n + $1], least)
      },
      values: values {
        process.likeness.elements[$0 * n + $1] / max(group.conditional.elements[$0 * n + $1], least)
          * process.weights[$1]
      })
  }

  /// `Σ_ab w_a w_b (B_ab − 1)`.
  private func square(_ joint: (Int, Int) -> Double) -> Double {
    var total = 0.0
    for a in weights.indices {
      var row = 0.0
      for b in 0..<a { row += weights[b] * (joint(a, b) - 1) }
      total += weights[a] * (2 * row + weights[a] * (joint(a, a) - 1))
    }
    return total
  }

  /// `Σ_a terms(x, a) − Σ_a w_a` at every run x.
  private func values(_ terms: (Int, Int) -> Double) -> [Double] {
    let center = weights.reduce(0, +)
    return weights.indices.map { x in
      weights.indices.reduce(0) { $0 + terms(x, $1) } - center
    }
  }
}

extension Matrix {
  /// The product element by element.
  fileprivate func times(_ other: Matrix) -> Matrix {
    Matrix(
      rows: rows, columns: columns, elements: zip(elements, other.elements).map { $0 * $1 })
  }
}
