import CareModel
import Parameters
import Statistics

extension CitedComparison {
  /// Weekly unit costs.
  static let unitCosts: [CitedComparison] = [
    CitedComparison("residential-week-2024") { _, basis in .modelled(homes(basis)) },
    CitedComparison("residential-week-2024-audit") { _, basis in .modelled(homes(basis)) },
    CitedComparison("fostering-week-2024") { _, basis in
      .modelled(
        unitCost(
          "fostering-services", of: ["own-foster", "agency-foster", "relative-foster"], basis))
    },
    CitedComparison("homes-week-2020") { figure, basis in
      .outturn(try basis.published("unit-cost-weekly-lait", figure.year, "residential-care"))
    },
    CitedComparison("fostering-week-2017") { figure, basis in
      .outturn(try basis.published("unit-cost-weekly-lait", figure.year, "fostering"))
    },
    CitedComparison("agency-fostering-week-2020") { _, _ in .none },
  ]

  /// Residential care in the placements by which the interactive tool divides.
  private static func homes(_ basis: ComparisonBasis) -> Double {
    unitCost(
      "residential-care",
      of: ["childrens-home-own", "childrens-home-private", "secure", "residential-school"], basis)
  }

  /// The gross unit cost of a spending line in 2023-24 in some placement types, GBP/child/week,
  /// weighted by the children in them on 31 March 2024.
  private static func unitCost(
    _ line: String, of placements: [String], _ basis: ComparisonBasis
  ) -> Double {
    let projection = basis.projection()
    let costs = projection.prices[SpendingAssumptions.baseYear]!.weekly[line]!
    var children = Uncertain.zero
    var spent = Uncertain.zero
    for (index, placement) in projection.placements.enumerated()
    where placements.contains(placement.id) {
      let here = ChildGroup.allCases.reduce(Uncertain.zero) {
        $0 + projection.opening[$1]!.byPlacement[index]
      }
      children += here
      spent += here * costs[placement.id]!
    }
    return (spent / children).central
  }
}
