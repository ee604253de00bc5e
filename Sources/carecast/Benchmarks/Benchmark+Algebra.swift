import LinearAlgebra

extension Benchmark {
  /// Exponentials of closed generators of 16 states over a period of 1, with first and second integral,
  ///
  /// `q[m, i, j] = (1 + (7 i + 13 j + 3 m) mod 101) / 500` for i ≠ j.
  ///
  /// The bound is adding as many products as the series and the doublings take. The checksum is the mean
  /// over generators of `Σ (i + 1) (j + 1) (P + Φ)[i, j]`.
  static let exponential = Benchmark(
    id: "exponential", sentence: "exponentials of generators of 16 states, with their integrals"
  ) { options in
    let states = 16
    let generators = (0..<options.generators).map { generator($0, states: states) }
    var integrals: [ExponentialIntegrals] = []
    var measured = Measurement(
      "exponential", amount: generators.count, unit: "generators/s",
      repetitions: options.repetitions
    ) { integrals = ExponentialIntegrals.batch(generators: generators, period: 1) }
    let products = generators.reduce(0) { $0 + matrixProducts(for: $1) }
    measured.bound =
      try Machine.arithmetic(repetitions: options.repetitions).rate * Double(generators.count)
      / Double(products * states * states * states)
    var total = 0.0
    for one in integrals {
      for i in 0..<states {
        for j in 0..<states {
          let weight = Double((i + 1) * (j + 1))
          total += weight * (one.transition[i, j] + one.integral[i, j])
        }
      }
    }
    measured.checksum = total / Double(generators.count)
    return [measured]
  }

  /// The least squares of 50 coefficients, `b = Σ_j (j + 1) A[j] / 50 + u`, with A and u evenly
  /// distributed over −1/2 to 1/2. The bound is adding as many products as orthogonal factors take. The
  /// checksum is `Σ_j (j + 1) x[j]`.
  static let regression = Benchmark(
    id: "regression", sentence: "equations of 50 unknowns, solved by least squares"
  ) { options in
    let (equations, unknowns) = (options.equations, 50)
    let design = Matrix(
      rows: equations, columns: unknowns,
      elements: (0..<equations * unknowns).map { sample($0) - 0.5 })
    let target = (0..<equations).map { i in
      var value = sample(equations * unknowns + i) - 0.5
      for j in 0..<unknowns { value += Double(j + 1) / Double(unknowns) * design[i, j] }
      return value
    }
    var solution: [Double] = []
    var measured = try Measurement(
      "regression", amount: equations, unit: "equations/s", repetitions: options.repetitions
    ) { solution = try LeastSquares(design: design, target: target).solution }
    measured.bound =
      try Machine.arithmetic(repetitions: options.repetitions).rate / Double(unknowns * unknowns)
    measured.checksum = solution.indices.reduce(0) { $0 + Double($1 + 1) * solution[$1] }
    return [measured]
  }

  private static func generator(_ m: Int, states: Int) -> Matrix {
    var q = Matrix(rows: states, columns: states, repeating: 0)
    for i in 0..<states {
      for j in 0..<states where j != i {
        let step = (7 * i + 13 * j + 3 * m) % 101
        let rate = Double(1 + step) / 500
        q[i, j] = rate
        q[i, i] -= rate
      }
    }
    return q
  }

  /// Matrix products that a generator takes over a period of 1: those of the series, and three for each
  /// doubling.
  private static func matrixProducts(for generator: Matrix) -> Int {
    var (norm, doublings) = ((0..<generator.rows).reduce(0) { max($0, -generator[$1, $1]) }, 0)
    while norm > ExponentialSeries.radius {
      norm /= 2
      doublings += 1
    }
    return ExponentialSeries.degree - 1 + 3 * doublings
  }
}
