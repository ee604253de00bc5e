public import CareModel

/// What the department published about children looked after in one year, as the fit uses it.
///
/// Headings are the published placement groups of the series; a missing heading was suppressed.
public struct PublishedCareYear: Sendable {
  /// The reporting year: 1 April of the year before to 31 March of this one.
  public var year: Int

  /// Children on 31 March by age group, 5.
  public var stock: [Double]

  /// Children on 31 March, all.
  public var stockTotal: Double

  /// Children on 31 March by placement heading.
  public var stockByPlacement: [String: Double]

  /// Asylum-seeking children on 31 March.
  public var asylumStock: Double

  /// The share of asylum-seeking children on 31 March who are under 16.
  public var asylumUnderSixteen: Double

  /// Asylum-seeking children on 31 March by placement heading.
  public var asylumByPlacement: [String: Double]

  /// Children who started by age group, 5.
  public var starts: [Double]

  /// Asylum-seeking children who started.
  public var asylumStarts: Double

  /// Children who started by first placement heading.
  public var startsByPlacement: [String: Double]

  /// Children who ceased before 18 by exit age group, 6.
  public var ceased: [Double]

  /// Children who ceased at 18 or later.
  public var ceasedAtEighteen: Double

  /// Children who ceased, all.
  public var ceasedTotal: Double

  /// Children who ceased for the reasons with a rate of their own; other reasons are the rest.
  public var ceasedByReason: [ExitReasonCount]

  /// Asylum-seeking children who ceased, published from 2021.
  public var ceasedAsylum: Double?

  /// Children who ceased by last placement heading.
  public var ceasedByPlacement: [String: Double]

  /// Transfers between authorities, counted in starts and in ceasings alike.
  public var transfers: Double

  /// New placements in the year by heading, with first placements and moves.
  public var newPlacements: [String: Double]

  /// Children on 31 March with 1, 2, 3 or more placements in the year: in care for the whole year,
  /// and for less than a year.
  public var placementsSoFar: [[Double]]
}

/// Children who ceased to be looked after for a reason.
public struct ExitReasonCount: Sendable {
  /// The reason.
  public var reason: ExitReason

  /// How many.
  public var children: Double

  /// Creates a count.
  public init(reason: ExitReason, children: Double) {
    self.reason = reason
    self.children = children
  }
}
