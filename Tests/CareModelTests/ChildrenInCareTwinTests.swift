import CareModel
import Statistics
import Testing

/// The year in care against its slow twin.
@Suite struct ChildrenInCareTwinTests {
  /// Of the children in care on 1 April. In ten steps to a half month of a method of fourth order
  /// the twin's own error is the larger: h⁴ λ⁵ / 120 in a year, 2e-9 where children leave or move at
  /// λ = 4 a year.
  static let tolerance = 1e-8

  @Test(arguments: [(1, 0), (2, 1), (3, 2), (12, 3)])
  func everyFigureIsTheTwins(placements: Int, seed: Int) {
    let invented = ChildrenInCareCase(placements: placements, seed: seed)
    expectEqualToTwin(invented.stock, invented.input, "\(invented)")
    expectEqualToTwin(
      invented.stock, CareYearInput(asylumSeeking: invented.rates), "asylum-seeking, \(invented)")
  }

  private func expectEqualToTwin(
    _ stock: CareStock, _ input: CareYearInput, _ note: String
  ) {
    let year = CareYear(advancing: stock, by: input)
    let twin = ChildrenInCareTwin(stock: stock, input: input, substeps: 10)
    let scale = stock.total
    func expect(_ a: [Uncertain], _ b: [Double], _ name: String) {
      expectClose(a, b, scale: scale, relative: Self.tolerance, "\(name), \(note)")
    }
    func flat<Number>(_ table: [[Number]]) -> [Number] { Array(table.joined()) }
    expect(flat(year.entries), flat(twin.entries), "entries")
    expect(year.exits.flatMap { flat($0) }, twin.exits.flatMap { flat($0) }, "exits")
    expect(year.exitsAtEighteen, twin.exitsAtEighteen, "exits at 18")
    expect(flat(year.childYears), flat(twin.childYears), "child-years")
    expect(flat(year.moves), flat(twin.moves), "moves")
    expect(
      year.closing.flatMap { flat($0) },
      twin.closing.flatMap { $0.flatMap { $0.map { $0.reduce(0, +) } } }, "closing stock")
    let stock = BirthCohort.ages.flatMap { age in
      (0..<input.moveRate.count).map { placement in
        twin.closing.joined().reduce(0) { $0 + $1[age][placement] }
      }
    }
    expect(flat(year.stock.children), stock, "stock")
  }
}
