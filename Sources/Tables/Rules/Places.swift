public import Parameters

/// The codes and names of places that a file may hold.
public struct Places: Sendable {
  /// The nine regions, London as a whole and as Inner and Outer London.
  public let regions: [Area.Region]
  /// Local authorities, those of today and those that ended or changed their code.
  public let authorities: [Area]

  /// Everything that the areas name.
  public init(_ areas: Areas) {
    self.init(
      regions: areas.regions.compactMap(\.region) + areas.parts,
      authorities: areas.authorities + areas.changes.map(\.area))
  }

  /// Whether a region is known by this code and name.
  func hasRegion(code: String, name: String) -> Bool {
    Places.isUnknown(codes: [code], name: name) || regionNames[code] == name
  }

  /// Whether a local authority is known by these codes and this name; an ended one may lack its
  /// nine-character code.
  func hasAuthority(oldCode: String, newCode: String, name: String) -> Bool {
    Places.isUnknown(codes: [oldCode, newCode], name: name)
      || authorityKeys.contains([oldCode, newCode, name])
      || newCode.isEmpty && authorityKeys.contains([oldCode, name])
  }

  /// Places outside any lookup: codes all `x` with the name `Not available`, or codes all `z`.
  private static func isUnknown(codes: [String], name: String) -> Bool {
    codes.allSatisfy { $0 == "z" } || name == "Not available" && codes.allSatisfy { $0 == "x" }
  }

  private let regionNames: [String: String]
  private let authorityKeys: Set<[String]>

  /// A lookup of given places.
  public init(regions: [Area.Region], authorities: [Area]) {
    self.regions = regions
    self.authorities = authorities
    regionNames = Dictionary(regions.map { ($0.code, $0.name) }) { first, _ in first }
    authorityKeys = Set(
      authorities.flatMap { area in
        [[area.oldCode ?? "", area.code, area.name], [area.oldCode ?? "", area.name]]
      })
  }
}
