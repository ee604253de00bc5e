/// A placement type: a set of SSDA903 placement and provider codes that the model keeps apart.
///
/// Placement types are data (`Datasets/placements`); their order is their `position`.
public struct PlacementType: Sendable, Equatable {
  /// The id, such as `own-foster`.
  public var id: String

  /// What it is called in tables.
  public var label: String

  /// Where it stands in the order of placement types, from 1.
  public var position: Int

  /// Fostering, residential, supported or family.
  public var setting: PlacementSetting

  /// The published headings that count it, the first being the group of the newest release.
  public var publishedHeadings: [String]

  /// SSDA903 placement codes.
  public var placementCodes: [String]

  /// SSDA903 provider codes.
  public var providerCodes: [String]

  /// Creates a placement type.
  public init(
    id: String, label: String, position: Int, setting: PlacementSetting,
    publishedHeadings: [String], placementCodes: [String], providerCodes: [String]
  ) {
    precondition(!publishedHeadings.isEmpty, "placement type \(id) has no published heading")
    self.id = id
    self.label = label
    self.position = position
    self.setting = setting
    self.publishedHeadings = publishedHeadings
    self.placementCodes = placementCodes
    self.providerCodes = providerCodes
  }
}

/// The kind of place in which children live.
public enum PlacementSetting: String, CaseIterable, Sendable {
  case fostering, residential, supported, family
}
