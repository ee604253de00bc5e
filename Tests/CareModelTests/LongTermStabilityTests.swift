import CareModel
import Statistics
import Datasets
import Foundation
import Parameters
import Testing

/// The share with the same carer for two years, from the shares with one placement in the year.
@Suite struct LongTermStabilityTests {
  private let data: DataFolder

  init() throws { data = try DataFolder(Datasets.folder) }

  /// Share with one placement in the year among children in care throughout it.
  private func settled(_ year: Int) throws -> Double {
    let series = try data.series("placement-stability-by-group")
    return try series.required(year: year, ["whole-year", "1"])
      / series.required(year: year, ["whole-year", "Total"])
  }

  private func published(_ year: Int) throws -> Double {
    let series = try data.series("same-carer-two-years")
    return try series.required(year: year, ["same-carer-two-years"])
      / series.required(year: year, ["Total"])
  }

  private func link(_ year: Int) throws -> LongTermStability {
    LongTermStability(
      giving: Uncertain(try published(year)),
      settled: (before: Uncertain(try settled(year - 1)), now: Uncertain(try settled(year))))
  }

  @Test("The exponent that ships is the one of 2024, its spread that of five years")
  func shippedExponent() throws {
    let parameter = try data.parameters.parameter("moves.same-carer-exponent")
    let exponent = try parameter.value(on: FinancialYear(startingIn: 2024).start)
    #expect(abs(exponent - (try link(2024).exponent.central)) < 5e-5)
    let exponents = try (2020...2024).map { try link($0).exponent.central }
    let mean = exponents.reduce(0, +) / 5
    let variance = exponents.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4
    #expect(abs(variance.squareRoot() / mean - 0.04) < 0.005)
  }

  @Test("From years up to 2023, the share of 2024 is within two points")
  func backtest() throws {
    let share = try link(2023)
      .share(settled: (before: Uncertain(try settled(2023)), now: Uncertain(try settled(2024))))
    #expect(abs(share.central - (try published(2024))) < 0.02)
  }

  @Test("Without moves everybody keeps the carer, and more moves leave fewer")
  func laws() {
    let link = LongTermStability(exponent: 0.6)
    #expect(link.share(settled: (before: 1, now: 1)) == 1)
    let shares = [0.9, 0.7, 0.5, 0].map {
      link.share(settled: (before: 0.8, now: Uncertain($0))).central
    }
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 > $1 })
    #expect(shares.last == 0)
  }

  @Test("The projection starts from the published share")
  func projection() throws {
    let inputs = try CareModelInputs(from: data)
    let projection = try CohortModel(try Assumptions(inputs: inputs)).projection(through: 2027)
    #expect(projection.longTermStability.count == 3)
    #expect(abs(projection.longTermStability[0].central - (try published(2024))) < 0.02)
  }
}
