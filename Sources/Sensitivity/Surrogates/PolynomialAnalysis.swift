import LinearAlgebra
import Statistics

/// Variance-based indices from a sparse sum of orthonormal polynomials fitted to the runs.
struct PolynomialAnalysis: HeldAnalysis {
  var base: HeldSample
  private let settings: Settings
  private let polynomials: [OrthonormalPolynomials]
  private let groups: [InputGroup]

  /// The highest degree.
  private static let mostDegree = 14
  /// The most terms to choose from, and the most chosen.
  private static let mostCandidates = 1200
  private static let mostTerms = 250

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
    self.settings = settings
    polynomials = try SurrogateFigures.distributions(of: problem, settings).map {
      OrthonormalPolynomials($0, most: Self.mostDegree)
    }
    groups = SurrogateFigures.groups(of: problem, settings)
  }

  var leastUnits: Int { 16 }

  func measures() throws -> [Measure] {
    let n = held.units.count
    let terms = PolynomialTerms(
      highest: polynomials.map(\.highest), mostSize: Self.mostDegree,
      mostTerms: Self.mostCandidates
    ).all
    let values = values(of: terms)
    let gram = values.gram
    let weights = resampling.matrix(resampling.counts(of: held.units)).transposed
    return try outputs.indices.flatMap { output -> [Measure] in
      let target = held.outputs[output]
      let center = mean(of: target)
      let excess = target.map { $0 - center }
      let variance = variance(of: target)
      let figures = SurrogateFigures(
        groups: groups, pairs: settings.secondOrder, output: outputs[output])
      guard variance > 1e-28 * center * center, variance > 0 else {
        return figures.none("the output does not vary")
      }
      let fit = best(values, gram, excess, terms, most: min(n / 3, Self.mostTerms))
      let chosen = fit.terms.map { terms[$0] }
      let columns = values.columns(fit.terms)
      let coefficients = try concurrently(0..<weights.rows) { r -> [Double]? in
        let weight = weights.row(r)
        let right = rowVector(zip(excess, weight).map { $0 * $1 }, times: columns)
        do {
          return try CholeskyFactor(columns.gram(weights: weight)).solve(right)
        } catch is LinearAlgebraError {
          return nil
        }
      }
      return measures(figures, chosen, coefficients, unexplained: fit.error / variance)
    }
  }

  /// The terms at the runs: one row a run.
  private func values(of terms: [PolynomialTerms.Term]) -> Matrix {
    let units = held.units
    var elements: [Double] = []
    elements.reserveCapacity(units.count * terms.count)
    let columns = sample.coordinates(of: units)
    for run in units.indices {
      let factors = polynomials.enumerated().map { input, polynomials in
        polynomials.values(at: polynomials.variable(at: columns[input][run]))
      }
      for term in terms {
        elements.append(term.factors.reduce(1) { $0 * factors[$1.input][$1.degree] })
      }
    }
    return Matrix(rows: units.count, columns: terms.count, elements: elements)
  }

  /// The best of the regressions on terms up to each size.
  private func best(
    _ values: Matrix, _ gram: Matrix, _ target: [Double], _ terms: [PolynomialTerms.Term],
    most: Int
  ) -> SparseRegression {
    var best: SparseRegression?
    var worse = 0
    for size in 1...Self.mostDegree where worse < 2 {
      let allowed = terms.count { $0.size <= Double(size) * (1 + 1e-12) }
      let fit = SparseRegression(values, gram, target, allowed: allowed, most: max(most, 2))
      if fit.error < best?.error ?? .infinity {
        (best, worse) = (fit, 0)
      } else {
        worse += 1
      }
      if allowed == terms.count { break }
    }
    return best!
  }

  /// Indices of all groups: sums of squared coefficients of their terms.
  private func measures(
    _ figures: SurrogateFigures, _ terms: [PolynomialTerms.Term], _ coefficients: [[Double]?],
    unexplained: Double
  ) -> [Measure] {
    let units = held.units.count
    let lost = min(max(unexplained, 1e-10), 1)
    let degree = terms.map { $0.factors.reduce(0) { $0 + $1.degree } }.max() ?? 0
    return figures.all(
      foretold: Estimate(exact: 1 - unexplained), by: "polynomials",
      others: [("terms", Double(terms.count)), ("degree", Double(degree))]
    ) { index in
      let own = terms.map { !$0.inputs.isEmpty && index.counts($0.inputs) }
      let shares = coefficients.map { coefficients -> Double in
        guard let coefficients else { return .nan }
        var (part, whole) = (0.0, 0.0)
        for (k, value) in coefficients.enumerated() where !terms[k].inputs.isEmpty {
          whole += value * value
          if own[k] { part += value * value }
        }
        return part / whole
      }
      // What terms left out take from the variance, and what they put on the coefficients of those taken.
      let moved = 2 * (shares[0] * lost * Double(terms.count) / Double(units)).squareRoot()
      return resampling.estimate(shares, units: units, bias: lost + moved)
    }
  }
}

extension SurrogateIndex {
  /// Whether a term of some inputs is part of the index.
  fileprivate func counts(_ inputs: [Int]) -> Bool {
    switch self {
    case .first(let group): inputs.allSatisfy(group.members.contains)
    case .total(let group): inputs.contains(where: group.members.contains)
    case .second(let a, let b):
      inputs.allSatisfy { a.members.contains($0) || b.members.contains($0) }
        && inputs.contains(where: a.members.contains)
        && inputs.contains(where: b.members.contains)
    }
  }
}

extension Problem {
  /// The distribution that an input's coordinate is drawn from: its own, or of a share that of its part of what
  /// shares before it leave; none for the last share, which has no effect.
  func coordinateDistribution(of input: Int) -> (any Distribution)? {
    guard let row = rows.first(where: { $0.members.contains(input) }) else {
      return inputs[input].distribution
    }
    let place = input - row.members.lowerBound
    let concentrations = row.distribution.concentrations
    guard place + 1 < concentrations.count else { return nil }
    do {
      return try BetaDistribution(
        a: concentrations[place], b: concentrations[(place + 1)...].reduce(0, +))
    } catch {
      preconditionFailure("concentrations that were checked: \(error)")
    }
  }
}

extension Sample {
  /// What values are drawn by in some runs: one list an input, the dummy last.
  func coordinates(of units: [Int]) -> [[Double]] {
    var columns = [[Double]](repeating: [], count: names.count)
    for unit in units {
      let row = coordinates(unit..<unit + 1)
      for d in columns.indices { columns[d].append(row[0, d]) }
    }
    return columns
  }
}

extension Matrix {
  /// Some columns, in a given order.
  fileprivate func columns(_ chosen: [Int]) -> Matrix {
    Matrix(
      rows: rows, columns: chosen.count,
      elements: (0..<rows).flatMap { row in chosen.map { self[row, $0] } })
  }
}
