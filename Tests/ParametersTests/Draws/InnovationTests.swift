import Foundation
import Statistics
import Testing

@testable import Parameters

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
    let path = drawn.innovations(of: "a", through: 2, deviation: 0.05, persistence: 0.7)
    #expect(path == [0, move(1, 0.7), move(2, 0.7)])
  }
}
