/// A published table as the likelihood sees it.
///
/// The total of a table enters once: where several tables divide the same children, one of them is
/// a table of counts and the others are shares of its total.
struct FitTable: Sendable, Equatable, Identifiable {
  /// How a table's figures vary about the model.
  enum Kind: String, Sendable {
    /// Counts with a variance in proportion to what is expected: quasi-Poisson.
    case counts
    /// Parts of a total that another table holds: quasi-multinomial, the model's total being scaled
    /// to the published one.
    case shares
    /// Set beside the model, but no part of the likelihood, because other tables add up to it.
    case shown
  }

  /// The table's name in files.
  let id: String
  let kind: Kind

  private init(_ id: String, _ kind: Kind) {
    self.id = id
    self.kind = kind
  }

  static let starts = FitTable("starts by age", .counts)
  static let exits = FitTable("exits by age", .counts)
  static let exitsByReason = FitTable("exits by reason", .shares)
  static let exitsByPlacement = FitTable("exits by placement", .shares)
  static let asylumExits = FitTable("exits, asylum-seeking", .counts)
  static let repeats = FitTable("balance", .counts)
  static let stockByAge = FitTable("stock by age", .shares)
  static let stockByPlacement = FitTable("stock by placement", .shares)
  static let asylumStock = FitTable("stock, asylum-seeking", .counts)
  static let asylumByAge = FitTable("asylum-seeking stock by age", .shares)
  static let asylumByPlacement = FitTable("asylum-seeking stock by placement", .shares)
  static let newPlacements = FitTable("new placements", .counts)
  static let startsByPlacement = FitTable("starts by placement", .shares)
  static let placementsWholeYear = FitTable("placements, whole year", .shares)
  static let placementsPartYear = FitTable("placements, part year", .shares)
  static let stockTotal = FitTable("stock", .shown)
  static let exitsTotal = FitTable("exits", .shown)

  /// All tables, in the order of the diagnostics.
  static let all = [
    starts, exits, exitsByReason, exitsByPlacement, asylumExits, repeats, stockByAge,
    stockByPlacement, asylumStock, asylumByAge, asylumByPlacement, newPlacements,
    startsByPlacement, placementsWholeYear, placementsPartYear, stockTotal, exitsTotal,
  ]
}
