import Foundation
import LinearAlgebra

/// What ``GeneralisedLinearModel`` fits, checked, and its search.
struct ResponseProblem {
  let family: ResponseFamily
  let design: Matrix
  let response: [Double]
  let weights: [Double]
  let offsets: [Double]

  init(
    family: ResponseFamily, design: Matrix, response: [Double], weights: [Double],
    offsets: [Double]
  ) throws(StatisticsError) {
    let n = design.rows
    precondition(
      response.count == n && weights.count == n && offsets.count == n,
      "\(n) rows, \(response.count) responses, \(weights.count) weights, \(offsets.count) offsets")
    precondition(
      design.columns >= 1 && (n > design.columns || !family.hasDispersion),
      "a design of \(n) × \(design.columns)")
    precondition(weights.allSatisfy { $0 > 0 && $0.isFinite }, "a weight not above 0: \(weights)")
    precondition(offsets.allSatisfy(\.isFinite), "an offset that is not finite: \(offsets)")
    for (index, y) in response.enumerated() where !family.allows(y) {
      throw .response(family: family.name, index: index, value: y, allowed: family.allowed)
    }
    self.family = family
    self.design = design
    self.response = response
    self.weights = weights
    self.offsets = offsets
  }

  /// The columns whose coefficients a step without end leads on: `nil` unless every response that the step
  /// moves grows likelier by it for ever.
  func separating(_ step: [Double]) -> [Int]? {
    let moves = design * step
    let least = 1e-3 * moves.reduce(0) { max($0, abs($1)) }
    guard least > 0 else { return nil }
    for (y, move) in zip(response, moves) where abs(move) > least {
      guard family.isUnbounded(y, move > 0) else { return nil }
    }
    return step.indices.filter { column in
      abs(step[column]) * (0..<design.rows).reduce(0) { max($0, abs(design[$1, column])) } > least
    }
  }

  /// Coefficients, linear predictor and deviance where the likelihood is greatest.
  func solution(
    maximumIterations: Int
  ) throws -> (coefficients: [Double], predictor: [Double], deviance: Double, iterations: Int) {
    var eta = zip(response, weights).map { family.link(family.start($0, $1)) }
    var (value, coefficients, iterations) = (Double.infinity, [Double](), 0)
    var change = Double.infinity
    var step: [Double] = []
    while change > 1e-9 {
      // After the first fit, weights of 0 or not finite mean that some means have left what a double
      // can hold.
      let again = iterations > 0 ? try? weightedFit(eta) : nil
      guard iterations == 0 || (again != nil && iterations < maximumIterations) else {
        if let columns = step.isEmpty ? nil : separating(step) {
          throw StatisticsError.separated(family: family.name, coefficients: columns)
        }
        throw StatisticsError.likelihoodNotMaximised(
          family: family.name, iterations: iterations, deviance: value)
      }
      let fit = try again ?? weightedFit(eta)
      iterations += 1
      var next = fit.solution
      var nextValue = deviance(predictor(next))
      for _ in 0..<50 where !coefficients.isEmpty && nextValue > value * (1 + 1e-12) {
        next = zip(next, coefficients).map { 0.5 * ($0 + $1) }
        nextValue = deviance(predictor(next))
      }
      let moved = predictor(next)
      change = zip(moved, eta).reduce(0) { max($0, abs($1.0 - $1.1) / max(abs($1.1), 1)) }
      step = coefficients.isEmpty ? [] : zip(next, coefficients).map { $0 - $1 }
      (coefficients, eta, value) = (next, moved, nextValue)
    }
    return (coefficients, eta, value, iterations)
  }

  /// The least-squares problem with the working weights and responses of a linear predictor.
  func weightedFit(_ predictor: [Double]) throws(LinearAlgebraError) -> LeastSquares {
    var (scaled, target) = (design, [Double]())
    for i in 0..<design.rows {
      let (mu, slope) = (family.mean(predictor[i]), family.slope(predictor[i]))
      let root = (weights[i] / family.variance(mu)).squareRoot() * slope
      for j in 0..<design.columns { scaled[i, j] *= root }
      target.append(root * (predictor[i] - offsets[i]) + root * (response[i] - mu) / slope)
    }
    return try LeastSquares(design: scaled, target: target)
  }

  /// The log likelihood of fitted means, a factor of the variance at its own maximum.
  func logLikelihood(_ fitted: [Double], deviance: Double) -> Double {
    if let profile = family.profile { return profile(self, fitted, deviance) }
    return sum(
      of: fitted.indices.lazy.map { family.logLikelihood(response[$0], fitted[$0], weights[$0]) })
  }

  /// `Σ w (y − μ)² / V`.
  func pearson(_ fitted: [Double]) -> Double {
    sum(
      of: fitted.indices.lazy.map { i in
        let error = response[i] - fitted[i]
        return weights[i] * error * error / family.variance(fitted[i])
      })
  }

  private func predictor(_ coefficients: [Double]) -> [Double] {
    zip(design * coefficients, offsets).map { $0 + $1 }
  }

  private func deviance(_ predictor: [Double]) -> Double {
    let total = sum(
      of: predictor.indices.lazy.map {
        weights[$0] * family.deviance(response[$0], family.mean(predictor[$0]))
      })
    return total.isFinite ? total : .infinity
  }
}
