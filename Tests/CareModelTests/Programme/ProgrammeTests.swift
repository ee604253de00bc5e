import CareModel
import TestSupport
import Statistics
import Parameters
import Testing

@Suite struct ProgrammeTests {
  let start = FinancialYear(startingIn: 2022)
  let deflator = Deflator(
    first: FinancialYear(startingIn: 2022), levels: [100, 110, 125, 125], growthAfter: 0)

  /// The Review's profile, in GBP million, shared 3 to 1.
  var review: Programme {
    Programme(
      profile: [46, 987, 1257, 233],
      totals: [(id: "help", label: "Help", total: 300), (id: "rest", label: "Rest", total: 100)],
      start: start, prices: .cash)
  }

  @Test func strandsAddToTheProfile() {
    let years = review.years
    #expect(years.map(\.label) == ["2022-23", "2023-24", "2024-25", "2025-26"])
    #expect(years.map { review.cash(in: $0, deflator: deflator) } == [46, 987, 1257, 233])
    #expect(review.cash(strand: "help", in: years[0], deflator: deflator) == 34.5)
    #expect(review.strands.reduce(0) { $0 + $1.total } == 2523)
    #expect(review.cash(in: start.advanced(by: 4), deflator: deflator) == 0)
    #expect(review.cash(in: start.advanced(by: -1), deflator: deflator) == 0)
  }

  @Test func delayMovesEveryAmount() {
    let late = review.delayed(by: 2)
    #expect(late.cash(in: start.advanced(by: 1), deflator: deflator) == 0)
    #expect(late.cash(in: start.advanced(by: 2), deflator: deflator) == 46)
    #expect(late.delayed(by: -2) == review)
  }

  @Test func pricesDecideWhatADelayCosts() {
    let year = start.advanced(by: 2)
    let price = FinancialYear(startingIn: 2022)
    let cash = review.delayed(by: 2)
    #expect(cash.cash(in: year, deflator: deflator) == 46)
    #expect(
      abs(cash.real(in: year, priceYear: price, deflator: deflator) - 36.8) < 1e-12)
    let real = Programme(strands: review.strands, start: start, prices: .real(price))
      .delayed(by: 2)
    #expect(real.cash(in: year, deflator: deflator) == 57.5)
    #expect(real.real(in: year, priceYear: price, deflator: deflator) == 46)
  }

  @Test func phasingKeepsTheTotalAndPartialDeliveryScalesIt() {
    let strand = ProgrammeStrand(id: "help", label: "Help", amounts: [10, 30])
    #expect(strand.phased(by: [0.5, 0.25, 0.25]).amounts == [20, 10, 10])
    #expect(strand.delivered(0.5).amounts == [5, 15])
    #expect(review.keeping(["rest"]).cash(in: start, deflator: deflator) == 11.5)
  }

  @Test func emptyProgrammeSpendsNothing() {
    let none = Programme(strands: [], start: start, prices: .cash)
    #expect(none.years.isEmpty)
    #expect(none.cash(in: start, deflator: deflator) == 0)
  }
}
