import Foundation
import Statistics
import Testing

@testable import Parameters

/// Two fitted parameters, correlated, and the numbers of the valid folder that rest on them.
private let distribution = FittedDistribution(
  parameters: ["level", "slope"], factor: [[0.3], [-0.1, 0.2]], strengthSlopes: [0.05, -0.1],
  loadings: [
    "entries.rate.0": .init(scale: .relative, terms: [.init(parameter: 0, weight: 1)]),
    "entries.rate.16-17": .init(
      scale: .relative, terms: [.init(parameter: 0, weight: 1), .init(parameter: 1, weight: 0.5)]),
    "cost": .init(scale: .identity, terms: [.init(parameter: 1, weight: 100)]),
  ])

private let strengthText = """
  - id: calibration.prior-strength
    label: Strength
    unit: ratio
    valid: [0.01, 100]
    after_last: hold
    values:
      - from: 2018-04-01
        basis: assumed
        reason: Invented.
        value: 1
        spread: {family: uniform, low: 0.99, high: 1.01}
  """

/// The valid folder with a fit, whose digests are those of its files.
private func fittedFiles(
  factor: String = distribution.factorText, loadings: String = distribution.loadingText,
  digests: [(String, String)]? = nil
) -> Files {
  let digests =
    digests ?? [
      ("series/stock/data.csv", sha256(Array(stockRows.utf8))),
      ("fitted/covariance-factor.csv", sha256(Array(factor.utf8))),
      ("fitted/loadings.csv", sha256(Array(loadings.utf8))),
    ]
  return validFiles.merging([
    "parameters/strength.yaml": strengthText, "fitted/covariance-factor.csv": factor,
    "fitted/loadings.csv": loadings,
    "fitted/digests.csv": FitDigests(digests.map { (name: $0.0, digest: $0.1) }).text,
  ]) { $1 }
}

private func faults(_ files: Files, all: Bool = false) throws -> [Fault] {
  try withFolder(files) { url in
    let folder = try DataFolder(url)
    return collectedFaults {
      if all { try folder.checkFit() } else { _ = try folder.fittedDistribution() }
    }
  }
}

@Suite struct FittedDistributionTests {
  @Test func whatIsWrittenIsReadToTheLastBit() throws {
    let read = try withFolder(fittedFiles()) { try DataFolder($0).fittedDistribution() }
    #expect(read == distribution)
    #expect(
      distribution.factorText
        == "parameter,prior_strength,1,2\nlevel,0.05,0.3,0\nslope,-0.1,-0.1,0.2\n")
  }

  /// Twenty thousand draws: the sample covariance is L Lᵀ within four standard errors.
  @Test func theSampleCovarianceIsThatOfTheFactor() {
    let count = 20_000
    var sums = [0.0, 0, 0]
    for draw in 1...count {
      let normals = RandomStream(seed: 3, purpose: 2, draw: UInt32(draw)).normals(2)
      let values = distribution.deviations(of: normals)
      sums[0] += values[0] * values[0]
      sums[1] += values[0] * values[1]
      sums[2] += values[1] * values[1]
    }
    for (sum, expected) in zip(sums, [0.09, -0.03, 0.05]) {
      #expect(abs(sum / Double(count) - expected) < 4 * 0.09 * (2.0 / Double(count)).squareRoot())
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
        of: set, in: ParameterDraws(seed: seed, draws: draws), fit: distribution,
        strength: strength))
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

/// What moves rates and prices away from their trends.
@Suite struct InnovationTests {
  private func parameters(_ draws: Range<Int>) throws -> DrawnParameters {
    let set = try validFolder().parameters
    return DrawnParameters(
      set, drawn: try DrawnValues(of: set, in: ParameterDraws(seed: 9, draws: draws)))
  }

  @Test func withoutDrawsNothingMoves() throws {
    let plain = DrawnParameters(try validFolder().parameters)
    #expect(plain.innovation(of: "a", years: 3, deviation: 1, persistence: 1) == 0)
    let drawn = try parameters(0..<3)
    #expect(drawn.innovation(of: "a", years: 0, deviation: 1, persistence: 1) == 0)
    #expect(drawn.innovation(of: "a", years: 3, deviation: 1, persistence: 1)[0] == 0)
  }

  /// `Var(x_n) = σ² (1 + ρ² + … + ρ²⁽ⁿ⁻¹⁾)`: the range widens with the horizon.
  @Test(arguments: [(1, 0.5), (2, 0.5), (10, 0.5), (10, 1)])
  func theVarianceGrowsWithTheHorizon(years: Int, persistence: Double) throws {
    let count = 4000
    let moves = try parameters(1..<count + 1).innovation(
      of: "a", years: years, deviation: 0.05, persistence: Uncertain(persistence))
    let variance = (0..<count).reduce(0) { $0 + moves[$1] * moves[$1] } / Double(count)
    let expected = (0..<years).reduce(0) { $0 + 0.0025 * pow(persistence, 2 * Double($1)) }
    #expect(abs(variance / expected - 1) < 4 * (2 / Double(count)).squareRoot())
  }

  /// A year goes on from the year before: `x₂ = ρ x₁ + σ η₂`.
  @Test func yearsAreOnePath() throws {
    let drawn = try parameters(0..<50)
    func move(_ years: Int, _ persistence: Double, _ name: String = "a") -> Uncertain {
      drawn.innovation(
        of: name, years: years, deviation: 0.05, persistence: Uncertain(persistence))
    }
    let last = move(2, 0)
    for draw in 0..<50 {
      #expect(abs(move(2, 0.7)[draw] - (0.7 * move(1, 0.7)[draw] + last[draw])) < 1e-16)
    }
    #expect(move(2, 0.7) != move(2, 0.7, "b"))
  }
}

/// Every way in which the files of a fit can be wrong.
@Suite struct FittedFaultTests {
  private static let broken: [(InputFault.Name, String, Int?, Files)] = [
    (
      .wrongHeader, "fitted/covariance-factor.csv", 1,
      fittedFiles(factor: distribution.factorText.replacing("1,2\n", with: "2,1\n"))
    ),
    (
      .duplicateRow, "fitted/covariance-factor.csv", 3,
      fittedFiles(factor: distribution.factorText.replacing("slope", with: "level"))
    ),
    (
      .notANumber, "fitted/covariance-factor.csv", 2,
      fittedFiles(factor: distribution.factorText.replacing("0.3", with: "0.3x"))
    ),
    (
      .outOfRange, "fitted/covariance-factor.csv", 3,
      fittedFiles(factor: distribution.factorText.replacing(",0.2\n", with: ",-0.2\n"))
    ),
    (
      .outOfRange, "fitted/covariance-factor.csv", 2,
      fittedFiles(factor: distribution.factorText.replacing("0.3,0\n", with: "0.3,0.1\n"))
    ),
    (
      .wrongHeader, "fitted/loadings.csv", 1,
      fittedFiles(loadings: distribution.loadingText.replacing("weight", with: "slope"))
    ),
    (
      .unknownName, "fitted/loadings.csv", 2,
      fittedFiles(loadings: distribution.loadingText.replacing("cost,", with: "costs,"))
    ),
    (
      .unknownName, "fitted/loadings.csv", 2,
      fittedFiles(loadings: distribution.loadingText.replacing("identity", with: "none"))
    ),
    (
      .unknownName, "fitted/loadings.csv", 2,
      fittedFiles(loadings: distribution.loadingText.replacing("slope,100", with: "slop,100"))
    ),
    (
      .notANumber, "fitted/loadings.csv", 2,
      fittedFiles(loadings: distribution.loadingText.replacing("slope,100", with: "slope,a"))
    ),
    (
      .staleFit, "fitted/digests.csv", 2,
      fittedFiles(digests: [("fitted/loadings.csv", String(repeating: "0", count: 64))])
    ),
    (
      .wrongHeader, "fitted/digests.csv", 1,
      fittedFiles().merging(["fitted/digests.csv": "file,sha256\n"]) { $1 }
    ),
    (
      .unreadableFile, "fitted/digests.csv", nil,
      fittedFiles().filter { $0.key != "fitted/digests.csv" }
    ),
  ]

  @Test(arguments: broken.indices) func aFaultIsNamedWithItsPlace(index: Int) throws {
    let (name, file, line, files) = Self.broken[index]
    let found = try #require(try faults(files).first)
    #expect((found.kind as? InputFault)?.name == name, "\(found)")
    #expect(found.place == Place(file: file, line: line), "\(found)")
  }

  /// Data that changed since the fit are found by the full check alone: a run need not read them.
  @Test func changedDataMakeAFitStale() throws {
    #expect(try faults(fittedFiles(), all: true).isEmpty)
    let files = fittedFiles(digests: [
      ("series/stock/data.csv", String(repeating: "0", count: 64)),
      ("parameter/cost", String(repeating: "1", count: 64)),
    ])
    #expect(try faults(files).isEmpty)
    let found = try faults(files, all: true)
    #expect(found.map { ($0.kind as? InputFault)?.name } == [.staleFit, .staleFit])
    #expect(found.map(\.place.line) == [2, 3])
  }

  /// A parameter's digest is of what it says; layout and remarks do not count.
  @Test func aDigestOfAParameterFollowsItsValue() throws {
    func digest(_ text: String) throws -> String {
      try withFolder(validFiles.merging(["parameters/all.yaml": text]) { $1 }) {
        try DataFolder($0).fitDigest(of: "parameter/cost")
      }
    }
    let before = try digest(parameterText)
    #expect(try digest("# A remark\n" + parameterText) == before)
    #expect(try digest(parameterText.replacing("value: 1000", with: "value: 1001")) != before)
  }
}
