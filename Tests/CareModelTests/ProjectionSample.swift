import CareModel
import Statistics
import TestSupport
import Datasets
import Parameters

/// Projections over the data that ship.
enum ProjectionSample {
  /// Everything published, read once.
  static let data = Result { try DataFolder(Datasets.folder) }
  static let inputs = Result { try CareModelInputs(from: data.get()) }

  /// Three years without reform.
  static let baseline = Result { try projection() }

  static let years = (2024...2026).map { FinancialYear(startingIn: $0) }
  static let next = years[0].start
  static let place = Place(file: "test")

  static func projection(
    _ parameters: ParameterSet? = nil, programme: Programme = .none,
    fundingBase: String = FundingBase.spendingPower.id
  ) throws -> Projection {
    try CohortModel(
      Assumptions(
        inputs: inputs.get(), parameters: parameters, programme: programme,
        fundingBase: fundingBase)
    ).projection(through: 2027)
  }

  /// The shipped programme as the Review wrote it, from 2024-25 on.
  static func programme() throws -> Programme {
    try Programme(from: inputs.get().parameters, start: years[0])
  }

  /// Whether two numbers agree to rounding of a few thousand additions.
  static func agree(
    _ a: some ModelNumber, _ b: some ModelNumber, scale: Uncertain? = nil
  ) -> Bool {
    let (a, b) = (a.inDraws, b.inDraws)
    return abs(a - b) <= 1e-11 * (scale.map { abs($0) } ?? max(abs(a), abs(b)))
  }
}
