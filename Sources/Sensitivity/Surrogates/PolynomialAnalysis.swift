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
  /// The share of the variance left unexplained above which figures are noted as unreliable.
  private static let poor = 0.1

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
    self.settings = settings
    var all = problem.inputs.indices.map {
      OrthonormalPolynomials(problem.coordinateDistribution(of: $0), most: Self.mostDegree)
    }
    var groups = problem.groups
    if settings.dummy {
      all.append(
        OrthonormalPolynomials(
          try UniformDistribution(minimum: 0, maximum: 1), most: Self.mostDegree))
      groups.append(InputGroup(name: Measure.dummyName, members: [problem.inputs.count]))
    }
    polynomials = all
    self.groups = groups
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
      guard variance > 1e-28 * center * center, variance > 0 else {
        return groups.map {
          Measure(
            "total-order", of: $0.name, output: outputs[output], nil,
            note: "the output does not vary")
        }
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
      return figures(chosen, coefficients, unexplained: fit.error / variance, outputs[output])
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
  private func figures(
    _ terms: [PolynomialTerms.Term], _ coefficients: [[Double]?], unexplained: Double,
    _ output: String
  ) -> [Measure] {
    let units = held.units.count
    let lost = min(max(unexplained, 1e-10), 1)
    let note =
      unexplained > Self.poor
      ? "unreliable: polynomials leave \(Int((100 * lost).rounded())) % of the variance unexplained"
      : nil
    func measure(
      _ kind: String, _ name: String, with other: String? = nil,
      _ counts: ([Int]) -> Bool
    ) -> Measure {
      let own = terms.map { !$0.inputs.isEmpty && counts($0.inputs) }
      let figures = coefficients.map { coefficients -> Double in
        guard let coefficients else { return .nan }
        var (part, whole) = (0.0, 0.0)
        for (k, value) in coefficients.enumerated() where !terms[k].inputs.isEmpty {
          whole += value * value
          if own[k] { part += value * value }
        }
        return part / whole
      }
      // What terms left out take from the variance, and what they put on the coefficients of those taken.
      let moved = 2 * (figures[0] * lost * Double(terms.count) / Double(units)).squareRoot()
      let estimate = resampling.estimate(figures, units: units, bias: lost + moved)
      let doubt =
        estimate == nil
        ? "not defined: polynomials explain nothing in the runs or in a resample"
        : note
      return Measure(kind, of: name, with: other, output: output, estimate, note: doubt)
    }
    var result = groups.map { group in
      measure("first-order", group.name) { $0.allSatisfy(group.members.contains) }
    }
    result += groups.map { group in
      measure("total-order", group.name) { $0.contains(where: group.members.contains) }
    }
    if settings.secondOrder {
      for (i, a) in groups.enumerated() {
        for b in groups[(i + 1)...] where b.name != Measure.dummyName {
          result.append(
            measure("second-order", a.name, with: b.name) { inputs in
              inputs.allSatisfy { a.members.contains($0) || b.members.contains($0) }
                && inputs.contains(where: a.members.contains)
                && inputs.contains(where: b.members.contains)
            })
        }
      }
    }
    let degree = terms.map { $0.factors.reduce(0) { $0 + $1.degree } }.max() ?? 0
    for (kind, value) in [
      ("q-squared", 1 - unexplained), ("terms", Double(terms.count)), ("degree", Double(degree)),
    ] {
      result.append(
        Measure(
          kind, of: Measure.allName, output: output, Estimate(exact: value),
          note: kind == "q-squared" ? note : nil))
    }
    return result
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
