public import CareModel
import LinearAlgebra
public import Parameters

/// The fit of what authorities differ in from England and from each other.
public struct AreaCalibration {
  private let history: AreaHistory
  private let prior: AreaEffectPrior

  /// Prepares the fit.
  ///
  /// - Parameters:
  ///   - data: The data folder.
  ///   - last: The last year that may be read, on whose 31 March the effects are.
  /// - Throws: `InputError` where a series or an assumption is missing.
  public init(data: DataFolder, through last: Int) throws {
    history = try AreaHistory(from: data, through: last)
    prior = try AreaEffectPrior(
      from: data.parameters, on: FinancialYear(startingIn: last).start)
  }

  /// The series and parameters that a fit is made from, for its digests.
  public static var series: [String] { AreaHistory.series }
  /// See ``series``.
  public static var parameters: [String] { AreaEffectPrior.ids }

  /// Fits every effect.
  ///
  /// - Throws: `StatisticsError` where a search finds no end.
  public func effects() throws -> AreaEffects {
    AreaEffects(
      try ObservedEffect.all.reduce(into: [:]) {
        $0[$1.effect] = try AreaEffectFit(of: $1, in: history, prior).fitted()
      })
  }
}
