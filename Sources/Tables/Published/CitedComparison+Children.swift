import CareModel
import Parameters
import Statistics

extension CitedComparison {
  /// Children in care.
  static let children: [CitedComparison] = [
    CitedComparison("children-2022") { figure, basis in
      .outturn(try basis.published("children-looked-after", figure.year, "Total"))
    },
    CitedComparison("children-2024") { figure, basis in
      .modelled(basis.children(on31March: figure.year))
    },
    CitedComparison("children-2025") { figure, basis in
      .modelled(basis.children(on31March: figure.year))
    },
    CitedComparison("children-2032") { figure, basis in
      .modelled(basis.children(on31March: figure.year))
    },
    CitedComparison("children-2022-from-2022") { figure, basis in
      .modelled(basis.childrenFromReview(on31March: figure.year))
    },
    CitedComparison("children-2025-from-2022") { figure, basis in
      .modelled(basis.childrenFromReview(on31March: figure.year))
    },
    CitedComparison("children-2032-from-2022") { figure, basis in
      .modelled(basis.childrenFromReview(on31March: figure.year))
    },
    CitedComparison("reform-children-2032") { figure, basis in
      .modelled(
        basis.children("review-in-full", on31March: figure.year)
          - basis.children(on31March: figure.year))
    },
    CitedComparison("reform-children-2032-claimed") { figure, basis in
      .modelled(
        basis.children("review-as-claimed", on31March: figure.year)
          - basis.children(on31March: figure.year))
    },
  ]

  /// How often children are moved, and what becomes of those who leave.
  static let outcomes: [CitedComparison] = [
    CitedComparison("placements-2024") { _, basis in
      .modelled(100 * basis.projection().headline.stability[0].shareTwoOrMore.central)
    },
    CitedComparison("neet-2021") { figure, basis in
      let neet = try basis.published("care-leavers-activity", figure.year, "19-21", "neet")
      let all = try basis.published("care-leavers-activity", figure.year, "19-21", "Total")
      return .outturn(100 * neet / all)
    },
    CitedComparison("neet-2021-all") { _, _ in .none },
  ]
}
