import CareModel
import Parameters
import Statistics

/// How many parameters vary between draws, by what their draws rest on.
struct DrawCount: Sendable, Equatable {
  /// Drawn together with others, as a fit ties them.
  let together: Int
  /// Drawn each by itself from a spread, by the basis of its value.
  let alone: [Basis: Int]
  /// What is projected in the draws.
  let coverage: Opening.Coverage

  /// Counts the parameters of a data folder.
  ///
  /// - Parameters:
  ///   - parameters: All of them.
  ///   - fit: How fitted numbers are drawn.
  ///   - coverage: What is projected in the draws.
  /// - Throws: `StatisticsError` where a spread has no distribution.
  init(
    of parameters: ParameterSet, fit: FittedDistribution,
    coverage: Opening.Coverage = .everything
  ) throws {
    self.coverage = coverage
    var together = 0
    var alone: [Basis: Int] = [:]
    for parameter in parameters.all {
      let dated = parameter.values[0]
      let loadings = parameter.keys.map {
        fit.loadings[ParameterPath(id: parameter.id, keys: $0).text]
      }
      if loadings.contains(where: { $0?.terms.isEmpty == false }) {
        together += 1
      } else if try zip(loadings, dated.table.values).contains(where: { loading, value in
        try loading == nil && dated.spread.distribution(about: value) != nil
      }) {
        alone[dated.basis, default: 0] += 1
      }
    }
    self.together = together
    self.alone = alone
  }

  /// One line: `30 parameters are drawn together as the fits tie them, 60 each by itself: 1 published,
  /// 20 estimated, 39 assumed, 0 forecast`.
  var text: String {
    "\(together) parameters are drawn together as the fits tie them, "
      + "\(alone.values.reduce(0, +)) each by itself: "
      + Basis.allCases.map { "\(alone[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
  }
}
