import CareModel

/// An item of a placement filter: all placement types, those of a setting, or one.
struct PlacementRow: Sendable {
  /// The item.
  let label: String
  /// Which placement types it adds up, in order. Never empty.
  let members: [Int]

  /// All placement types, each setting with more than one of them, and each type.
  ///
  /// Supported accommodation and *other* are a setting of their own, so that their sum is always
  /// shown: children were moved from one heading to the other in 2023-24.
  static func all(of placements: [PlacementType]) -> [PlacementRow] {
    let settings = PlacementSetting.allCases.map { setting in
      PlacementRow(
        label: setting.label,
        members: placements.indices.filter { placements[$0].setting == setting })
    }
    return [PlacementRow(label: "Total", members: Array(placements.indices))]
      + settings.filter { $0.members.count > 1 }
      + placements.enumerated().map { PlacementRow(label: $1.label, members: [$0]) }
  }
}

extension PlacementSetting {
  /// What the setting is called in tables.
  var label: String {
    switch self {
    case .fostering: "All foster care"
    case .residential: "All children's homes, schools and other residential"
    case .supported: "Supported accommodation and other placements together"
    case .family: "Placed for adoption or with parents"
    }
  }
}
