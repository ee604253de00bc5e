/// A place a row is about: its level, and the codes and names of the places it lies in.
///
/// Codes are those of the Office for National Statistics (nine characters) and, for local
/// authorities, also the Department for Education's three digits.
public struct Area: Sendable, Hashable {
  /// How large a place is; the raw value is what `geographic_level` holds in output.
  public enum Level: String, Sendable, CaseIterable {
    case national = "National"
    case regional = "Regional"
    case localAuthority = "Local authority"
  }

  /// How large the place is.
  public let level: Level
  /// The place's own code: country, region or local authority.
  public let code: String
  /// The place's own name.
  public let name: String
  /// Code and name of its region; `nil` for England.
  public let region: Region?
  /// The Department for Education's three-digit number; `nil` unless a local authority.
  public let oldCode: String?

  /// The region a place lies in.
  public struct Region: Sendable, Hashable {
    /// Nine characters, such as `E12000001`.
    public let code: String
    /// The name in the Department's lookup, such as `Yorkshire and The Humber`.
    public let name: String

    /// A region by its code and name.
    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  private init(level: Level, code: String, name: String, region: Region?, oldCode: String?) {
    self.level = level
    self.code = code
    self.name = name
    self.region = region
    self.oldCode = oldCode
  }

  /// England as a whole.
  public static let england = Area(
    level: .national, code: "E92000001", name: "England", region: nil, oldCode: nil)

  /// A region of England.
  public static func region(_ region: Region) -> Area {
    Area(
      level: .regional, code: region.code, name: region.name, region: region, oldCode: nil)
  }

  /// A local authority of England.
  ///
  /// - Parameters:
  ///   - code: The nine-character code, such as `E06000001`.
  ///   - oldCode: The Department's number, such as `805`.
  ///   - name: Its name, such as `Hartlepool`.
  ///   - region: The region it lies in.
  public static func localAuthority(
    code: String, oldCode: String, name: String, in region: Region
  ) -> Area {
    Area(level: .localAuthority, code: code, name: name, region: region, oldCode: oldCode)
  }
}
