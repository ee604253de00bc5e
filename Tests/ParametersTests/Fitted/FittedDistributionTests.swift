import Foundation
import Statistics
import Testing

@testable import Parameters

@Suite struct FittedDistributionTests {
  @Test func whatIsWrittenIsReadToTheLastBit() throws {
    let read = try withFolder(fittedFiles()) { try DataFolder($0).fittedDistribution() }
    #expect(read == inventedFit)
    #expect(
      inventedFit.factorText
        == "parameter,prior_strength,1,2\nlevel,0.05,0.3,0\nslope,-0.1,-0.1,0.2\n")
  }

  /// Twenty thousand draws: the sample covariance is L Lᵀ within four standard errors.
  @Test func theSampleCovarianceIsThatOfTheFactor() {
    let count = 20_000
    let normals = (1...count).flatMap {
      RandomStream(seed: 3, purpose: 2, draw: UInt32($0)).normals(2)
    }
    let values = inventedFit.deviations(of: normals, draws: count)
    var sums = [0.0, 0, 0]
    for draw in 0..<count {
      let (level, slope) = (values[draw], values[count + draw])
      sums[0] += level * level
      sums[1] += level * slope
      sums[2] += slope * slope
    }
    for (sum, expected) in zip(sums, [0.09, -0.03, 0.05]) {
      #expect(abs(sum / Double(count) - expected) < 4 * 0.09 * (2.0 / Double(count)).squareRoot())
    }
  }
}

/// The product with the factor.
@Suite struct FactorProductTests {
  /// Three draws by hand: L = (2 0; −1 4), z = (1, 0), (3, 1), (−2, 5).
  @Test func theProductIsThatOfEveryDraw() {
    let fit = FittedDistribution(
      parameters: ["a", "b"], factor: [[2], [-1, 4]], strengthSlopes: [0, 0], loadings: [:])
    #expect(
      fit.deviations(of: [1, 0, 3, 1, -2, 5], draws: 3) == [2, 6, -4, -1, 1, 22])
  }

  @Test(arguments: [1, 2, 7, 96, 97]) func aDrawIsTheSameBesideOthers(draws: Int) {
    let normals = (1...draws).flatMap {
      RandomStream(seed: 8, purpose: 2, draw: UInt32($0)).normals(2)
    }
    let all = inventedFit.deviations(of: normals, draws: draws)
    for draw in 0..<draws {
      let one = inventedFit.deviations(of: Array(normals[(2 * draw)..<(2 * draw + 2)]), draws: 1)
      #expect(one == [all[draw], all[draws + draw]])
    }
  }
}

/// Draws of numbers that are fitted together.
@Suite struct FittedDrawsTests {
  private static let day2024 = day("2024-04-01")

  private func parameters(
    _ draws: Range<Int>, seed: UInt64 = 5, strength: Double = 1
  ) throws -> DrawnParameters {
    let set = try withFolder(fittedFiles()) { try DataFolder($0).parameters }
    return DrawnParameters(
      set,
      drawn: try DrawnValues(
        of: set, in: ParameterDraws(seed: seed, draws: draws), fit: inventedFit,
        strength: Uncertain(strength)))
  }

  /// Numbers at given places stand in their own distributions, and follow the prior's strength as all
  /// fitted numbers do; nothing else moves.
  @Test func givenPlacesFollowTheStrengthOfThePrior() throws {
    let set = try withFolder(fittedFiles()) { try DataFolder($0).parameters }
    func numbers(_ places: [String: [Double]], strength: Uncertain = 1) throws -> [[Double]] {
      let drawn = DrawnParameters(
        set,
        drawn: try DrawnValues(
          of: set, in: ParameterDraws(places: places, count: 3), fit: inventedFit,
          strength: strength))
      #expect(drawn.innovation(of: "a", years: 2, deviation: 1, persistence: 1) == 0)
      return try self.numbers(drawn, 3)
    }
    let still = [0.005, 0.003, 1000].map { [$0, $0, $0] }
    #expect(try numbers([:]) == still)
    let own = try numbers(["entries.rate.0": [0.2, .nan, 0.9]])
    #expect(own[0][0] < 0.005 && own[0][1] == 0.005 && own[0][2] > 0.005)
    #expect(own[1...] == still[1...])
    let moved = try numbers(
      ["entries.rate.0": [0.2, .nan, 0.9]], strength: .drawn([1, 2, 2]))
    let factor = 1 + 0.05 * log(2)
    #expect(moved[0][0] == own[0][0])
    #expect(abs(moved[0][1] - 0.005 * factor) < 1e-15)
    #expect(abs(moved[0][2] - own[0][2] * factor) < 1e-15)
    #expect(moved[2][0] == 1000 && abs(moved[2][1] - (1000 - 10 * log(2))) < 1e-10)
    let byPlace = try numbers([FittedDistribution.strength: [0, 0.5, 1]])
    #expect(byPlace[2][0] > byPlace[2][2] && abs(byPlace[2][1] - 1000) < 1e-9)
  }

  private func numbers(_ drawn: DrawnParameters, _ count: Int) throws -> [[Double]] {
    try [("entries.rate", ["0"]), ("entries.rate", ["16-17"]), ("cost", [])].map { id, keys in
      let value = try drawn.value(of: id, on: Self.day2024, keys)
      return (0..<count).map { value[$0] }
    }
  }

  @Test func drawZeroIsTheNumberItself() throws {
    let first = try numbers(parameters(0..<40), 1).map { $0[0] }
    #expect(first == [0.005, 0.003, 1000])
  }

  @Test func aTileIsItsParts() throws {
    let whole = try numbers(parameters(0..<40), 40)
    let part = try numbers(parameters(20..<40), 20)
    for (all, some) in zip(whole, part) { #expect(Array(all[20...]) == some) }
    #expect(try numbers(parameters(0..<40, seed: 6), 40) != whole)
  }

  /// Means are the numbers, and the covariance is that of the factor: 0.09 and −0.03.
  @Test func momentsAreThoseOfTheDistribution() throws {
    let count = 20_000
    let drawn = try numbers(parameters(1..<count + 1), count)
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(count) }
    let rates = drawn[0].map { $0 / 0.005 - 1 }
    let costs = drawn[2].map { ($0 - 1000) / 100 }
    // Below a half, which one draw in twenty is, a relative move is a little smaller than it was.
    #expect(abs(mean(rates)) < 0.01)
    #expect(abs(mean(rates.map { $0 * $0 }) - 0.09) < 0.006)
    #expect(abs(mean(zip(rates, costs).map { $0 * $1 }) + 0.03) < 0.003)
  }

  /// Twice the prior's strength moves draw 0 by ln 2 times the slopes, and nothing else.
  @Test func theStrengthOfThePriorMovesTheCentralRun() throws {
    let first = try numbers(parameters(0..<1, strength: 2), 1).map { $0[0] }
    #expect(abs(first[0] - 0.005 * (1 + 0.05 * log(2))) < 1e-15)
    #expect(abs(first[1] - 0.003) < 1e-15)
    #expect(abs(first[2] - (1000 - 10 * log(2))) < 1e-10)
  }

  /// In proportion down to a half, and from there on without a jump or a bend towards 0.
  @Test func ratesStayAboveZero() {
    let scale = FittedDistribution.Scale.relative
    #expect(scale.moved(8, by: 0) == 8 && scale.moved(8, by: 0.25) == 10)
    let slope = (scale.moved(1, by: -0.5 + 1e-6) - scale.moved(1, by: -0.5 - 1e-6)) / 2e-6
    #expect(abs(slope - 1) < 1e-5)
    for distance in [-0.6, -1, -5] {
      #expect(scale.moved(1, by: distance) > max(0, 1 + distance))
    }
  }

  @Test func whatTheFitWasGivenIsNotDrawn() throws {
    let given = FittedDistribution(
      parameters: ["level"], factor: [[0.3]], strengthSlopes: [0],
      loadings: ["cost": .init(scale: .given, terms: [])])
    let set = try withFolder(fittedFiles()) { try DataFolder($0).parameters }
    let drawn = DrawnParameters(
      set,
      drawn: try DrawnValues(of: set, in: ParameterDraws(seed: 5, draws: 0..<9), fit: given))
    #expect(try drawn.value(of: "cost", on: Self.day2024) == 1000)
    #expect(given.loadingText == "number,scale,parameter,weight\ncost,given,,\n")
  }

  @Test func sharesMoveByTheirOdds() {
    #expect(FittedDistribution.Scale.logit.moved(0.25, by: 0) == 0.25)
    #expect(abs(FittedDistribution.Scale.logit.moved(0.25, by: log(3)) - 0.5) < 1e-15)
  }
}

/// Two fits that know nothing of each other.
@Suite struct JoinedFitTests {
  @Test func eachKeepsItsNumbers() {
    let other = FittedDistribution(
      parameters: ["price"], factor: [[0.5]], strengthSlopes: [0.25],
      loadings: ["drift": .init(scale: .identity, terms: [.init(parameter: 0, weight: 2)])])
    let joined = inventedFit.joined(with: other)
    #expect(joined.parameters == ["level", "slope", "price"])
    #expect(joined.factor == [[0.3], [-0.1, 0.2], [0, 0, 0.5]])
    #expect(joined.strengthSlopes == [0.05, -0.1, 0.25])
    #expect(joined.loadings["drift"]?.terms == [.init(parameter: 2, weight: 2)])
    #expect(joined.loadings["cost"] == inventedFit.loadings["cost"])
    #expect(
      joined.deviations(of: [1, 1, 1], draws: 1)
        == inventedFit.deviations(of: [1, 1], draws: 1) + [0.5])
  }
}
