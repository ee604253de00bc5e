import CareModel
import Parameters
import Statistics

extension CitedComparison {
  /// New spending of the Review: all of it, and each of its four years.
  static let programme: [CitedComparison] =
    [
      CitedComparison("programme") { _, basis in
        .modelled(basis.projection("review-in-full").headline.programmeCash.central)
      }
    ]
    + (0..<4).map { index in
      CitedComparison("programme-year-\(index + 1)") { _, basis in
        .modelled(basis.projection("review-in-full").headline.programme[index].cash.central)
      }
    }
}
