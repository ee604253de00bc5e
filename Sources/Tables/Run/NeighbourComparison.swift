import CareModel
import Parameters
import Statistics

/// An authority beside its statistical neighbours, for the terminal: a table for each measure, with the
/// authorities below each other.
///
/// Measures are per child in the population where areas of different size would not compare otherwise.
public struct NeighbourComparison: Sendable {
  /// The results of the authority, of its neighbours in their order, then of England: one scenario.
  public let results: [RunResults]
  /// Children aged 0 to 17 in each area's population by projected year, in the same order.
  public let children: [[Int: Double]]

  /// A comparison.
  ///
  /// - Parameters:
  ///   - results: The authority's, its neighbours', England's; each of one scenario.
  ///   - children: In their populations, by projected year.
  public init(of results: [RunResults], children: [[Int: Double]]) {
    precondition(
      results.count == children.count && results.count > 2, "\(results.count) areas to compare")
    self.results = results
    self.children = children
  }

  /// What is compared.
  private struct Measure: Sendable {
    let label: String
    let decimals: Int
    /// In a projected year; `nil` where there is none.
    let value: @Sendable (Projection, _ year: Int, _ children: Double) -> Double?
  }

  private static let measures: [Measure] = [
    Measure(label: "Children looked after on 31 March", decimals: 0) { projection, year, _ in
      projection.year(year)?.stock.total.central
    },
    Measure(label: "Children looked after per 10,000 children", decimals: 0) {
      projection, year, children in
      projection.year(year).map { 1e4 * $0.stock.total.central / children }
    },
    Measure(label: "Entering in the year per 10,000 children", decimals: 1) {
      projection, year, children in
      projection.year(year).map { 1e4 * $0.sum(\.entered).central / children }
    },
    Measure(label: "Children looked after, %, with three or more placements", decimals: 1) {
      projection, year, _ in
      projection.year(year).map { found in
        let counts = found.placementsSoFar()
        return 100 * (counts[2] / counts.sum()).central
      }
    },
    Measure(label: "Care leavers aged 19 to 21, %, NEET", decimals: 1) { projection, year, _ in
      projection.careLeavers.first { $0.year == year }?.neetShare(.nineteenToTwentyOne).map {
        100 * $0.central
      }
    },
    Measure(label: "Net spending per child in the population, £, in cash", decimals: 0) {
      projection, year, children in
      let financial = FinancialYear(startingIn: year - 1)
      return projection.financialYears.contains(financial)
        ? projection.netSpending(in: financial).central / children : nil
    },
  ]

  /// The projected years shown: the first, the middle one and the last.
  private var years: [Int] {
    let years = results[0].scenarios[0].projection.years.map(\.year)
    return Set([0, (years.count - 1) / 2, years.count - 1]).sorted().map { years[$0] }
  }

  /// The tables as text, blank lines between them.
  ///
  /// - Parameter width: The most characters in a line.
  public func text(width: Int = 80) -> String {
    Self.measures.map { table(of: $0, width: width) }.joined(separator: "\n")
  }

  private func table(of measure: Measure, width: Int) -> String {
    let values = zip(results, children).map { results, children in
      years.map { year in
        measure.value(results.scenarios[0].projection, year, children[year]!)
      }
    }
    var table = TextTable(columns: [.text("Year to 31 March")] + years.map { .number("\($0)") })
    func add(_ name: String, _ values: [Double?]) {
      table.add(
        [name]
          + values.map { $0.map { FixedDecimal.grouped($0, decimals: measure.decimals) } ?? "-" })
    }
    add(results[0].area.name, values[0])
    for (result, values) in zip(results, values).dropFirst().dropLast() {
      add("  " + result.area.name, values)
    }
    let neighbours = values.dropFirst().dropLast()
    add(
      "Mean of neighbours",
      years.indices.map { year in
        let known = neighbours.compactMap { $0[year] }
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
      })
    add("England", values[values.count - 1])
    return "\(measure.label)\n" + table.text(width: width)
  }
}

extension Projection {
  fileprivate func year(_ year: Int) -> ProjectedYear? { years.first { $0.year == year } }
}
