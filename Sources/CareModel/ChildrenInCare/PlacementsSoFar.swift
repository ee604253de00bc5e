/// How many placements a child has had since 1 April or since entering, whichever is later.
public enum PlacementsSoFar {
  /// Classes: 1, 2, 3 or more.
  public static let counts = 3
}
