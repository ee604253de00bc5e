import Foundation
import LinearAlgebra
import Markov
import TestSupport
import Testing

/// Zidovudine alone against zidovudine with lamivudine in HIV: Chancellor and others 1997
/// (doi 10.2165/00019053-199712010-00006) as restated by Briggs, Claxton and Sculpher 2006,
/// example 2.5. States A, B, C by CD4 count and disease, D dead; 20 yearly cycles from state A.
@Suite struct HIVCohortTests {
  private struct Arm {
    var cost = 0.0
    var discountedCost = 0.0
    var lifeYears = 0.0
    var stocks: [[Double]] = []
  }

  private let counts: [[Double]] = [[1251, 350, 116, 17], [0, 731, 512, 15], [0, 0, 1312, 437]]

  /// Yearly probabilities with the risk of every worsening multiplied; the diagonal takes the rest.
  private func transitions(relativeRisk: Double) throws -> TransitionMatrix {
    var p = Matrix.identity(4)
    for (i, row) in counts.enumerated() {
      for j in i + 1..<4 {
        p[i, j] = relativeRisk * row[j] / row.reduce(0, +)
        p[i, i] -= p[i, j]
      }
    }
    return try TransitionMatrix(p)
  }

  private func arm(treatedCycles: Int) throws -> Arm {
    let plain = try transitions(relativeRisk: 1)
    let treated = try transitions(relativeRisk: 0.509)
    var arm = Arm()
    var stock = [1.0, 0, 0, 0]
    for cycle in 1...20 {
      let isTreated = cycle <= treatedCycles
      stock = advanced(
        stock, through: isTreated ? treated : plain, adding: [0, 0, 0, 0])
      let alive = stock[0] + stock[1] + stock[2]
      let drugs = 2278 + (isTreated ? 2086.5 : 0)
      let cost = 2756 * stock[0] + 3052 * stock[1] + 9007 * stock[2] + drugs * alive
      arm.cost += cost
      arm.discountedCost += cost / pow(1.06, Double(cycle))
      arm.lifeYears += alive
      arm.stocks.append(stock)
    }
    return arm
  }

  @Test func monotherapy() throws {
    let arm = try arm(treatedCycles: 0)
    expectClose(arm.discountedCost, 44663.453563697, relative: 1e-13)
    expectClose(arm.cost, 63745.212637366, relative: 1e-13)
    expectClose(arm.lifeYears, 7.991206645841, relative: 1e-12)
    // Printed to 12 decimals.
    let half = 5.1e-13
    expectClose(
      arm.stocks[0], [0.721453287197, 0.201845444060, 0.066897347174, 0.009803921569], relative: 0,
      absolute: half)
    expectClose(
      arm.stocks[9], [0.038201653891, 0.048620212663, 0.234016426601, 0.679161706846], relative: 0,
      absolute: half)
    expectClose(
      arm.stocks[19], [0.001459366360, 0.002070767523, 0.028233422365, 0.968236443752],
      relative: 0, absolute: half)
  }

  @Test func combination() throws {
    let arm = try arm(treatedCycles: 2)
    expectClose(arm.discountedCost, 50601.651331204, relative: 1e-13)
    expectClose(arm.cost, 72575.109948289, relative: 1e-13)
    expectClose(arm.lifeYears, 8.937388891643, relative: 1e-12)
    let half = 5.1e-13
    expectClose(
      arm.stocks[0], [0.858219723183, 0.102739331027, 0.034050749712, 0.004990196078], relative: 0,
      absolute: half)
    expectClose(
      arm.stocks[9], [0.054058341132, 0.066162278565, 0.270917636768, 0.608861743536], relative: 0,
      absolute: half)
    expectClose(
      arm.stocks[19], [0.002065118038, 0.002918715471, 0.036223472945, 0.958792693546],
      relative: 0, absolute: half)
  }

  /// The paper prints 6,276 pounds per life year gained.
  @Test func costPerLifeYearGained() throws {
    let (alone, both) = (try arm(treatedCycles: 0), try arm(treatedCycles: 2))
    let ratio = (both.discountedCost - alone.discountedCost) / (both.lifeYears - alone.lifeYears)
    expectClose(ratio, 6275.955603532, relative: 1e-12)
  }
}
