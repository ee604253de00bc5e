/// How many children an area looked after at an origin.
///
/// 300 and 600 are round numbers near the lower and the upper quartile of authorities in 2024 (307 and
/// 649); those under 100, two in 2024, stand apart, because small numbers are mostly chance.
public enum SizeClass: String, CaseIterable, Sendable {
  case england = "England"
  case region = "Regions"
  case underHundred = "Councils under 100"
  case fromHundred = "Councils of 100 to 299"
  case fromThreeHundred = "Councils of 300 to 599"
  case fromSixHundred = "Councils of 600 and more"

  /// The class of an authority.
  ///
  /// - Parameter children: Looked after on 31 March; `nil` where suppressed, as only small counts are.
  init(children: Double?) {
    switch children ?? 0 {
    case ..<100: self = .underHundred
    case ..<300: self = .fromHundred
    case ..<600: self = .fromThreeHundred
    default: self = .fromSixHundred
    }
  }

  /// Whether it is one of authorities.
  public var isOfCouncils: Bool { self != .england && self != .region }
}
