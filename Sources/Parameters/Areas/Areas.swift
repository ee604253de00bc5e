public import Foundation

/// England, its regions and its upper-tier authorities, and the names by which each is found.
///
/// Laws: every authority lies in one region; no name, code or number stands for two areas.
public struct Areas: Sendable {
  /// What the file says of its codes and sources.
  public let notes: String
  /// The nine regions in the order of their codes.
  public let regions: [Area]
  /// Parts of a region that official files count apart, such as Inner London. Never projected.
  public let parts: [Area.Region]
  /// Today's upper-tier authorities in the order of the file.
  public let authorities: [Area]
  /// Codes that stand for authorities since merged, split or given another code.
  public let changes: [AreaChange]
  private let names: [String: Meaning]
  private let written: [String]

  /// What a name stands for.
  enum Meaning: Sendable {
    case area(Area)
    case change(AreaChange)
  }

  /// Reads the areas.
  ///
  /// - Parameters:
  ///   - url: The file `areas.yaml`.
  ///   - file: Its name in messages.
  /// - Throws: `InputError` with all faults of the file.
  public init(_ url: URL, as file: String = "areas.yaml") throws {
    self = try YAMLFile.read(url, as: file) { Areas($0) }
  }

  /// Areas by their names.
  ///
  /// - Parameter names: By name, without regard to case and punctuation; today's areas first.
  init(
    notes: String, regions: [Area], parts: [Area.Region], authorities: [Area],
    changes: [AreaChange],
    names: [(name: String, meaning: Meaning)]
  ) {
    self.notes = notes
    self.regions = regions
    self.parts = parts
    self.authorities = authorities
    self.changes = changes
    self.names = Dictionary(names.map { (Self.key($0.name), $0.meaning) }) { first, _ in first }
    written = names.map(\.name)
  }

  /// England, the regions, then the authorities region by region.
  public var all: [Area] { [.england] + regions + regions.flatMap(authorities(in:)) }

  /// The authorities of a region, in their order.
  public func authorities(in region: Area) -> [Area] {
    authorities.filter { $0.region?.code == region.code }
  }

  /// The area of a name, a code of the Office for National Statistics or a number of the Department
  /// for Education; also one that has been merged into another or given another code.
  ///
  /// - Parameters:
  ///   - name: Case, punctuation and `&` for `and` make no difference.
  ///   - place: Where it was asked for.
  /// - Throws: `InputError`: `unknownName` with the nearest name; `dividedArea` for an authority that
  ///   several have followed.
  public func named(_ name: String, at place: Place = Place(file: "areas")) throws -> Area {
    switch names[Self.key(name)] {
    case .area(let area): return area
    case .change(let change):
      let now = authorities.filter { change.now.contains($0.code) }
      guard now.count != 1 else { return now[0] }
      throw InputError(
        InputFault.dividedArea(
          change.area.name, on: change.changed, into: now.map { "\($0.name) (\($0.code))" }),
        at: place)
    case nil:
      throw InputError(InputFault.unknownName(of: "area", found: name, among: written), at: place)
    }
  }

  /// A name as it is compared: letters and digits in lower case, words parted by one space.
  static func key(_ name: String) -> String {
    let letters = name.lowercased().replacing("&", with: " and ").filter { $0 != "." && $0 != "'" }
    return letters.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

/// A code that files hold for an authority that has since been merged, split or given another code,
/// or will be.
public struct AreaChange: Sendable, Hashable {
  /// The authority as those files name it.
  public let area: Area
  /// The codes of today's authorities that cover it; at least one.
  public let now: [String]
  /// The day of the change.
  public let changed: Day
}
