/// The tables that a run writes, in the order in which a reader would take them.
public enum Catalogue {
  /// Every table; each lies in a file of its own beside this one.
  public static let all: [CatalogueTable<RunResults>] = [
    childrenLookedAfter, entries, exits, placementWeeks, placementMoves, longTermStability,
    placementDistance, careLeaversActivity, careLeaversAccommodation, spending, fundingGap,
    gapSplit, programme,
  ]
}
