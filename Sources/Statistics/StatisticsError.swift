/// Why a fit or a distribution could not be made. Indices count from 0.
public enum StatisticsError: Error, Equatable, Sendable {
  /// The residual at this index is infinite or not a number where the search starts.
  case residualNotFinite(index: Int)
  /// The Jacobian's column of this parameter is not finite, or its square is not.
  case jacobianNotFinite(parameter: Int)
  /// The data do not set this parameter, given the parameters before it.
  case notIdentified(parameter: Int)
  /// The search for the least sum of squares ran out of iterations, or no step helped.
  case searchNotConverged(iterations: Int, sumOfSquares: Double)
  /// A cell of the array to be fitted is below 0, infinite or not a number.
  case cell(index: [Int], value: Double)
  /// A target is below 0, infinite or not a number.
  case target(margin: String, category: [Int], value: Double)
  /// Two margins give different values for what both determine: their total if `dimensions` is
  /// empty, else a category of the dimensions they share.
  case marginsDisagree(
    first: String, second: String, dimensions: [Int], category: [Int], firstValue: Double,
    secondValue: Double)
  /// A target is above 0, but every cell that counts towards it is 0.
  case unreachable(margin: String, category: [Int], target: Double)
  /// Fitting to margins ran out of iterations; this margin is furthest off.
  case marginsNotConverged(margin: String, iterations: Int, relativeError: Double)
  /// A parameter of a distribution is outside what is allowed.
  case parameter(distribution: String, parameter: String, value: Double, allowed: String)
  /// The family has no member with these facts: mean and coefficient of variation, or quantiles.
  case notElicitable(distribution: String, facts: [Double], because: String)
  /// A distribution is cut to an interval in which it has no probability.
  case emptyTruncation(lower: Double, upper: Double)
  /// A design is asked for more dimensions than there are direction numbers.
  case tooManyDimensions(dimensions: Int, most: Int)
  /// An element is not that of a correlation matrix: 1 on the diagonal, −1 to 1, symmetric.
  case correlation(row: Int, column: Int, value: Double)
  /// The correlations contradict each other: the matrix has an eigenvalue that is not above 0.
  case correlationsContradict(leastEigenvalue: Double)
  /// The search for the nearest correlation matrix ran out of iterations.
  case nearestNotConverged(iterations: Int, change: Double)
  /// A response is none that the family can give.
  case response(family: String, index: Int, value: Double, allowed: String)
  /// The search for the greatest likelihood ran out of iterations.
  case likelihoodNotMaximised(family: String, iterations: Int, deviance: Double)
  /// The likelihood rises without end along these coefficients: they part responses without error, or a
  /// group has none.
  case separated(family: String, coefficients: [Int])
  /// Counts spread no more than Poisson's, so a negative binomial size has no estimate.
  case notOverdispersed(size: Double)
  /// A series has fewer values than a model of it needs.
  case seriesTooShort(model: String, length: Int, needed: Int)
  /// The function to be minimised, or its gradient, is not finite where the search starts.
  case objectiveNotFinite
  /// The search for the least value ran out of iterations, or no step led down.
  case minimumNotFound(iterations: Int, value: Double, scaledGradient: Double)
}

extension StatisticsError: CustomStringConvertible {
  /// What is wrong, what is allowed and what to do.
  public var description: String {
    switch self {
    case .residualNotFinite(let index):
      "residual \(index) is not a finite number where the search starts. Start elsewhere."
    case .jacobianNotFinite(let parameter):
      "the derivatives of the residuals by parameter \(parameter) are not finite. Keep the search "
        + "away from there."
    case .notIdentified(let parameter):
      "the data do not set parameter \(parameter), given those before it. Fix it, or add a "
        + "residual for a prior."
    case .searchNotConverged(let iterations, let sumOfSquares):
      "no least sum of squares after \(iterations) iterations; the last sum is \(sumOfSquares). "
        + "Start nearer, or allow more iterations."
    case .cell(let index, let value):
      "cell \(index) is \(value): it must be finite and 0 or more."
    case .target(let margin, let category, let value):
      "margin '\(margin)': the target of category \(category) is \(value): it must be finite and 0 "
        + "or more."
    case .marginsDisagree(
      let first, let second, let dimensions, let category, let firstValue, let secondValue):
      "margins '\(first)' and '\(second)' disagree about "
        + (dimensions.isEmpty ? "the total" : "category \(category) of dimensions \(dimensions)")
        + ": \(firstValue) against \(secondValue). Scale one of them."
    case .unreachable(let margin, let category, let target):
      "margin '\(margin)': category \(category) should be \(target), but all its cells are 0. Give "
        + "one of them a value, or a target of 0."
    case .marginsNotConverged(let margin, let iterations, let relativeError):
      "margin '\(margin)' is off by \(relativeError) relative after \(iterations) iterations: the "
        + "cells that may be above 0 cannot meet all margins, or only barely."
    case .parameter(let distribution, let parameter, let value, let allowed):
      "\(distribution) distribution: \(parameter) is \(value), but must be \(allowed)."
    case .notElicitable(let distribution, let facts, let because):
      "no \(distribution) distribution with \(facts.map(\.description).joined(separator: ", ")): "
        + "\(because)."
    case .emptyTruncation(let lower, let upper):
      "a distribution cut to \(lower) to \(upper) has no probability left there. Widen the interval."
    case .tooManyDimensions(let dimensions, let most):
      "a Sobol design of \(dimensions) dimensions: direction numbers reach \(most). Use a Latin "
        + "hypercube."
    case .correlation(let row, let column, let value):
      "correlation (\(row), \(column)) (from 0) is \(value): the diagonal must be 1, the rest -1 to 1 "
        + "and symmetric."
    case .correlationsContradict(let leastEigenvalue):
      "the correlations contradict each other: the matrix has the eigenvalue \(leastEigenvalue), all "
        + "must be above 0. Use the nearest correlation matrix."
    case .nearestNotConverged(let iterations, let change):
      "no nearest correlation matrix after \(iterations) iterations; the last changed it by "
        + "\(change). Allow more iterations."
    case .response(let family, let index, let value, let allowed):
      "response \(index) (from 0) of a \(family) model is \(value), but must be \(allowed)."
    case .likelihoodNotMaximised(let family, let iterations, let deviance):
      "no greatest likelihood of the \(family) model after \(iterations) iterations; the last deviance "
        + "is \(deviance). Some coefficients may be infinite: look for groups without variation."
    case .separated(let family, let coefficients):
      "the likelihood of the \(family) model rises without end along coefficients \(coefficients) (from "
        + "0): they tell without error where responses are all 0, or all 1. Leave them out, or join "
        + "groups."
    case .notOverdispersed(let size):
      "the counts spread no more than Poisson's: the negative binomial size grew to \(size). Use the "
        + "Poisson family."
    case .seriesTooShort(let model, let length, let needed):
      "a series of \(length) values is too short for \(model), which needs \(needed). Use a simpler "
        + "model, or more years."
    case .objectiveNotFinite:
      "the function or its gradient is not finite where the search starts. Start elsewhere."
    case .minimumNotFound(let iterations, let value, let scaledGradient):
      "no least value after \(iterations) iterations; the last is \(value), its relative gradient "
        + "\(scaledGradient). Check the gradient, scale the parameters or allow more iterations."
    }
  }
}
