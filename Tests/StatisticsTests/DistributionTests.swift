import Foundation
import Statistics
import TestSupport
import Testing

extension DistributionOracle {
  /// The distribution of an entry.
  func distribution() throws -> any Distribution {
    let p = parameters
    return switch family {
    case "normal": try NormalDistribution(mean: p[0], standardDeviation: p[1])
    case "logNormal": try LogNormalDistribution(logMean: p[0], logStandardDeviation: p[1])
    case "gamma": try GammaDistribution(shape: p[0], scale: p[1])
    case "beta": try BetaDistribution(a: p[0], b: p[1])
    case "poisson": try PoissonDistribution(mean: p[0])
    case "negativeBinomial": try NegativeBinomialDistribution(mean: p[0], size: p[1])
    case "pert": try PERTDistribution(minimum: p[0], mode: p[1], maximum: p[2])
    case "triangular": try TriangularDistribution(minimum: p[0], mode: p[1], maximum: p[2])
    default: preconditionFailure("no family \(family)")
    }
  }
}

@Suite struct DistributionTests {
  private static let cases = DistributionOracle.all.indices

  /// Both tails to 1e-12 relative, however small; densities to 1e-12 of the density.
  @Test(arguments: cases) func tailsAndDensities(place: Int) throws {
    let oracle = DistributionOracle.all[place]
    let distribution = try oracle.distribution()
    for (x, lower, upper, logDensity) in oracle.rows {
      let note = "\(oracle.family) \(oracle.parameters) at \(x)"
      expectClose(distribution.cumulative(at: x), lower, relative: 1e-12, note)
      expectClose(distribution.upperTail(at: x), upper, relative: 1e-12, note)
      expectClose(
        distribution.logDensity(at: x), logDensity, relative: 1e-13, absolute: 1e-12, note)
    }
  }

  /// The quantile of the oracle's probability is the oracle's x. What rounding of a probability moves
  /// x by is p / density.
  @Test(arguments: cases) func quantilesInvertTheOracle(place: Int) throws {
    let oracle = DistributionOracle.all[place]
    let distribution = try oracle.distribution()
    for (x, lower, upper, logDensity) in oracle.rows {
      let note = "\(oracle.family) \(oracle.parameters) at \(x)"
      if distribution.isCount {
        // Half a probability either side: no rounding can lead to another count.
        let half = exp(logDensity) / 2
        if lower < 0.999 { #expect(distribution.quantile(at: lower - half) == x, "\(note)") }
        if upper < 0.999 {
          #expect(distribution.quantile(upperTail: upper + half) == x, "\(note)")
        }
        continue
      }
      if lower < 0.999 {
        let moved = 1e-12 * lower / exp(logDensity)
        expectClose(
          distribution.quantile(at: lower), x, relative: 1e-12, absolute: moved, note)
      }
      if upper < 0.999 {
        let moved = 1e-12 * upper / exp(logDensity)
        expectClose(
          distribution.quantile(upperTail: upper), x, relative: 1e-12, absolute: moved, note)
      }
    }
  }

  /// Laws over a grid of probabilities: quantiles rise, both tails sum to 1, a value drawn from u has
  /// u below it.
  @Test(arguments: cases) func laws(place: Int) throws {
    let oracle = DistributionOracle.all[place]
    let distribution = try oracle.distribution()
    let shares = [1e-200, 1e-12, 1e-4, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1 - 1e-6]
    let values = shares.map { distribution.value(uniform: $0) }
    let note = "\(oracle.family) \(oracle.parameters)"
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }, "\(note) \(values)")
    for (u, x) in zip(shares, values) {
      #expect(distribution.support.contains(x), "\(note)")
      let (lower, upper) = (distribution.cumulative(at: x), distribution.upperTail(at: x))
      expectClose(lower + upper, 1, relative: 1e-13, note)
      if distribution.isCount {
        #expect(lower >= u * (1 - 1e-12) && distribution.cumulative(at: x - 1) < u * (1 + 1e-12))
      } else if x.isNormal {
        // u lies between the probabilities of x's neighbours among the doubles.
        #expect(distribution.cumulative(at: x - x.ulp) <= u * (1 + 1e-11), "\(note) at \(u)")
        #expect(distribution.cumulative(at: x + x.ulp) >= u * (1 - 1e-11), "\(note) at \(u)")
      }
    }
    #expect(distribution.quantile(at: 0) == distribution.support.lowerBound)
    #expect(distribution.quantile(upperTail: 0) == distribution.support.upperBound)
    expectClose(
      distribution.cumulative(at: distribution.support.lowerBound.nextDown), 0, relative: 0)
  }

  /// Mean and variance are those of evenly spread uniform numbers put through the quantile: an
  /// untruncated "truncation" integrates them numerically.
  @Test(arguments: cases) func momentsByQuadrature(place: Int) throws {
    let oracle = DistributionOracle.all[place]
    let distribution = try oracle.distribution()
    let whole = try TruncatedDistribution(distribution, to: distribution.support)
    let note = "\(oracle.family) \(oracle.parameters)"
    let sd = distribution.standardDeviation
    // The triangle's corner is no place for a smooth rule.
    let relative = oracle.family == "triangular" ? 1e-7 : 1e-10
    expectClose(whole.mean, distribution.mean, relative: relative, absolute: relative * sd, note)
    expectClose(whole.variance, distribution.variance, relative: 10 * relative, note)
  }

  @Test func uniform() throws {
    let uniform = try UniformDistribution(minimum: -1, maximum: 3)
    #expect(uniform.mean == 1 && uniform.variance == 4.0 / 3)
    #expect(uniform.cumulative(at: 0) == 0.25 && uniform.upperTail(at: 0) == 0.75)
    #expect(uniform.quantile(at: 0.75) == 2 && uniform.quantile(upperTail: 0.75) == 0)
    #expect(uniform.density(at: 2) == 0.25 && uniform.density(at: 4) == 0)
    #expect(uniform.cumulative(at: 9) == 1 && uniform.upperTail(at: -9) == 1)
  }

  /// Families meet where theory says: Poisson and gamma tails, binomial and beta.
  @Test func relations() throws {
    let exponential = try GammaDistribution(shape: 1, scale: 2)
    expectClose(exponential.upperTail(at: 7), exp(-3.5), relative: 1e-14)
    let flat = try BetaDistribution(a: 1, b: 1)
    expectClose(flat.quantile(at: 0.125), 0.125, relative: 1e-14)
    let power = try BetaDistribution(a: 3, b: 1)
    expectClose(power.cumulative(at: 0.2), 0.008, relative: 1e-14)
    // With θ = 1 the negative binomial is geometric.
    let geometric = try NegativeBinomialDistribution(mean: 3, size: 1)
    expectClose(geometric.upperTail(at: 9), pow(0.75, 10), relative: 1e-13)
    expectClose(geometric.density(at: 4), 0.25 * pow(0.75, 4), relative: 1e-13)
    #expect(geometric.density(at: 1.5) == 0)
  }
}
