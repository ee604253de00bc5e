import CareModel
import Parameters
public import Scenarios

extension Differences {
  /// What two scenarios do differently: parameters over the years that can be projected, and the
  /// spending of their programmes in the prices in which it is stated.
  public init(
    between a: ScenarioAssumptions, and b: ScenarioAssumptions, in folder: ScenarioFolder
  ) {
    self.init()
    add(
      "Parameters",
      ParameterDifferences(
        between: a.parameters, and: b.parameters, in: folder.opening...folder.last
      ).table)
    add("Programme, £m", Self.programme(a.programme, b.programme))
  }

  private static func programme(_ a: Programme, _ b: Programme) -> TextTable {
    let amounts = [a, b].map { programme in
      programme.strands.reduce(into: [String: [FinancialYear: Double]]()) { all, strand in
        for (index, amount) in strand.amounts.enumerated() {
          all[strand.id, default: [:]][programme.start.advanced(by: index)] = amount
        }
      }
    }
    var table = TextTable(
      columns: [.text("Strand"), .text("Year"), .number("First"), .number("Second")])
    for strand in Set(amounts.flatMap(\.keys)).sorted() {
      let found = amounts.map { $0[strand] ?? [:] }
      for year in Set(found.flatMap(\.keys)).sorted() {
        let pair = found.map { $0[year] ?? 0 }
        guard pair[0] != pair[1] else { continue }
        table.add(
          [strand, year.label] + pair.map { FixedDecimal.grouped($0 / 1e6, decimals: 1) })
      }
    }
    return table
  }
}
