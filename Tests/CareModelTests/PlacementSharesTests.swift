import CareModel
import Statistics
import TestSupport
import Datasets
import Parameters
import Testing

@Suite struct PlacementSharesTests {
  private let inputs: CareModelInputs
  private let year = FinancialYear(startingIn: 2025)
  private let providers = ["own", "other-public", "private-or-voluntary", "parents", "not-known"]

  init() throws { inputs = try CareModelInputs(from: try DataFolder(Datasets.folder)) }

  private func shares(_ parameters: ParameterSet) throws -> PlacementShares {
    try PlacementShares(
      "placement.provider-share", categories: providers, placements: inputs.placements, in: year,
      from: DrawnParameters(parameters))
  }

  @Test("What is spread adds up to what there was")
  func spread() throws {
    let amounts = inputs.placements.indices.map { Uncertain($0 * $0) }
    let spread = try shares(inputs.parameters).spread(amounts)
    for (row, amount) in zip(spread, amounts) {
      #expect(abs(row.reduce(0, +) - amount) <= 1e-6 * amount.central)
    }
  }

  @Test("Shares that do not add up to 1 are named")
  func sharesThatDoNotAddUp() throws {
    let changed = try inputs.parameters.changing(
      "placement.provider-share.secure.own", .set(0.5), from: year.start,
      at: Place(file: "test"))
    #expect(
      throws: CareModelError.sharesDoNotAddUp(
        parameter: "placement.provider-share.secure", year: 2026, sum: 1.5)
    ) { try shares(changed) }
  }
}
