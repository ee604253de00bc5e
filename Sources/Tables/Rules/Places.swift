/// The codes and names of places that a file may hold.
public struct Places: Sendable {
  /// The nine regions, London as a whole and as Inner and Outer London.
  public let regions: [Area.Region]
  /// Local authorities, those of today and those that ended since 2018.
  public let authorities: [Area]

  /// England, its regions and local authorities.
  ///
  /// Source of the regions: as for the local authorities.
  public static let england: Places = {
    let regions = [
      Area.Region(code: "E12000001", name: "North East"),
      Area.Region(code: "E12000002", name: "North West"),
      Area.Region(code: "E12000003", name: "Yorkshire and The Humber"),
      Area.Region(code: "E12000004", name: "East Midlands"),
      Area.Region(code: "E12000005", name: "West Midlands"),
      Area.Region(code: "E12000006", name: "East of England"),
      Area.Region(code: "E12000007", name: "London"),
      Area.Region(code: "E12000008", name: "South East"),
      Area.Region(code: "E12000009", name: "South West"),
      Area.Region(code: "E13000001", name: "Inner London"),
      Area.Region(code: "E13000002", name: "Outer London"),
    ]
    let named = Dictionary(uniqueKeysWithValues: regions.map { ($0.code, $0) })
    let authorities = authorityLines.split(separator: "\n").map { line in
      let cells = line.split(separator: ";").map(String.init)
      guard cells.count == 4, let region = named[cells[3]] else {
        preconditionFailure("no local authority: \(line)")
      }
      return Area.localAuthority(code: cells[0], oldCode: cells[1], name: cells[2], in: region)
    }
    return Places(regions: regions, authorities: authorities)
  }()

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
