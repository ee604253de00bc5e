/// What the model projects: every year of every group of children.
public struct Projection: Sendable {
  /// The 31 March on which the projection opens.
  public var openingYear: Int

  /// Children on the opening 31 March.
  public var opening: [ChildGroup: CareStock]

  /// The projected years in order.
  public var years: [ProjectedYear]

  /// Placement types in order.
  public var placements: [PlacementType]
}

/// One projected year.
public struct ProjectedYear: Sendable {
  /// The reporting year.
  public var year: Int

  /// What happened to each group of children.
  public var groups: [ChildGroup: CareYear]

  /// All children on the closing 31 March.
  public var stock: CareStock {
    groups[.otherChildren]!.stock + groups[.asylumSeeking]!.stock
  }
}
