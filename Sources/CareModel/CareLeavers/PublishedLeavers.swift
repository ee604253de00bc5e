public import Parameters
import Statistics

/// Children who ceased to be looked after in a past year at the ages that can make them care
/// leavers, as published: rounded to 10, and with those whose care another authority took over.
public struct PublishedLeavers: Hashable, Sendable {
  /// Children ceasing at 18 or over.
  public let atEighteen: Double
  /// Children ceasing at 16 or 17, for whatever reason.
  public let atSixteenOrSeventeen: Double
  /// Children of any age whose care another authority took over.
  public let transfers: Double

  /// Reads a year from the series `children-ceasing` and `children-ceasing-by-reason`.
  ///
  /// - Parameters:
  ///   - year: The reporting year.
  ///   - data: Holds both series.
  /// - Throws: `InputError` where a figure is missing.
  public init(year: Int, from data: DataFolder) throws {
    let ceasing = try data.series("children-ceasing")
    atEighteen = try ceasing.required(year: year, ["18-and-over"])
    atSixteenOrSeventeen =
      try ceasing.required(year: year, ["16"]) + ceasing.required(year: year, ["17"])
    transfers = try data.series("children-ceasing-by-reason")
      .required(year: year, ["other-local-authority"])
  }
}

extension LeavingCare {
  /// Children leaving care altogether in a past year: the published ceasings less transfers.
  ///
  /// - Parameters:
  ///   - published: The year's published ceasings.
  ///   - parameters: Hold `care-leavers.transfers-aged-16-17`.
  ///   - day: The day on which that share is taken.
  /// - Throws: `InputError` where the share is missing, ``CareLeaverFaults`` where the numbers do
  ///   not fit each other.
  public init(_ published: PublishedLeavers, under parameters: DrawnParameters, on day: Day) throws
  {
    try self.init(
      atEighteen: Uncertain(published.atEighteen),
      ceasedAtSixteenOrSeventeen: Uncertain(published.atSixteenOrSeventeen),
      transfers: Uncertain(published.transfers),
      transfersAgedSixteenOrSeventeen: parameters.value(
        of: "care-leavers.transfers-aged-16-17", on: day))
  }

  /// Children leaving care in a projected year: both groups of children.
  ///
  /// A projected exit ends a stay in care; transfers between authorities are none. The few who
  /// leave and return within the year are counted each time, about 1 in 70 of the exits.
  ///
  /// - Parameter year: A projected year.
  public init(_ year: ProjectedYear) throws {
    try self.init(
      atEighteen: year.sum { $0.exitedAtEighteen },
      atSixteenOrSeventeen: year.sum { group in
        ExitReason.allCases.reduce(0) { $0 + group.exited($1, at: 16...17) }
      })
  }
}
