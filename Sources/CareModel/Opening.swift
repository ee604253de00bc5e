import Foundation
public import Parameters

/// A 31 March on which projections open, and what is projected from it.
///
/// A base names its opening; every scenario built on it has the same. Another year is one more value
/// of ``all``, and `carecast calibrate`, which writes what is fitted to the years up to it.
public struct Opening: Sendable, Hashable, Identifiable {
  /// What is projected from an opening.
  public enum Coverage: Sendable, Hashable {
    /// Children in care and everything that follows from them.
    case everything
    /// Children in care, their entries, exits and moves.
    case childrenInCare
  }

  /// The year of the 31 March, at least 2021.
  public let year: Int
  /// What is projected.
  public let coverage: Coverage
  /// Why no more than that is projected; blank if everything is.
  public let reason: String

  /// The year as text.
  public var id: String { String(year) }

  /// The first projected financial year.
  public var firstYear: FinancialYear { FinancialYear(startingIn: year) }

  /// Where its fitted files lie in a data folder.
  public var folder: String { self == .latest ? "fitted" : "fitted/opening-\(year)" }

  /// The end of the last year with data of all parts; where a base that says nothing opens.
  public static let latest = Opening(
    year: SpendingAssumptions.baseYear.endingIn, coverage: .everything, reason: "")

  /// Every opening, the latest first.
  public static let all = [
    latest,
    Opening(
      year: 2022, coverage: .childrenInCare,
      reason: "the unit costs by provider, the shares of care leavers and the price forecasts that "
        + "money rests on are held as of 2024 only"),
  ]
}

extension Opening {
  /// Parameters that children in care are read with and that no year is fitted to: assumptions that
  /// every opening shares.
  private static let assumptions = [
    "calibration.prior-strength", "innovations.deviation", "innovations.exit-age-deviation",
    "innovations.persistence", "moves.multiplier", "placement.age-profile", "transfers.age",
    "trend.damping",
  ]

  /// What has a reading of its own: the latest opening's parameters are those of the data folder.
  fileprivate func parameters(in data: DataFolder) throws -> ParameterSet {
    guard self != .latest else { return data.parameters }
    let names = ParameterFile.Names(sources: data.sources, series: data.series)
    let files = try yamlFiles(in: data.url.appendingPathComponent(folder), as: folder)
    let fitted = try files.flatMap { try ParameterFile.read($0.url, as: $0.name, names: names) }
    return try ParameterSet(
      fitted + Self.assumptions.map { try data.parameters.parameter($0) })
  }
}

extension DataFolder {
  /// The parameters of an opening: what is fitted to the years up to it, and of the others those
  /// that its coverage needs.
  ///
  /// - Throws: `InputError` where a file is wrong or a parameter is missing.
  public func parameters(at opening: Opening) throws -> ParameterSet {
    try opening.parameters(in: self)
  }

  /// How the fitted numbers of an opening are drawn together.
  ///
  /// - Throws: `InputError` where a file of the fit is wrong or belongs to another fit.
  public func fittedDistribution(at opening: Opening) throws -> FittedDistribution {
    guard opening != .latest else { return try fittedDistribution() }
    try checkFit(all: false)
    return try FittedDistribution.read(
      url.appendingPathComponent(opening.folder), as: opening.folder,
      numbers: Set(parameters(at: opening).paths))
  }
}
