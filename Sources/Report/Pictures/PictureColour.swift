/// A colour that a picture uses: one for light ground, one for dark, and a name in the page's style
/// sheet.
///
/// The hues are those of [OkabeIto2008], told apart by readers of any colour vision; on dark ground
/// blue is their sky blue, and black is white.
struct PictureColour: Sendable, Equatable {
  /// The name of the property in the style sheet.
  let name: String
  /// `rrggbb` on light ground, and in files of pictures.
  let light: String
  /// `rrggbb` on dark ground.
  let dark: String

  static let blue = PictureColour(name: "blue", light: "0072b2", dark: "56b4e9")
  static let vermilion = PictureColour(name: "vermilion", light: "d55e00", dark: "f0803c")
  static let green = PictureColour(name: "green", light: "009e73", dark: "2cc79b")
  static let purple = PictureColour(name: "purple", light: "cc79a7", dark: "d893ba")
  static let black = PictureColour(name: "ink", light: "1a1f24", dark: "eceff2")
  static let orange = PictureColour(name: "orange", light: "e69f00", dark: "e69f00")
  /// Of axes and quiet lines.
  static let grey = PictureColour(name: "axis", light: "6b7580", dark: "98a2ad")

  /// Every colour that pictures use.
  static let all = [blue, vermilion, green, purple, black, orange, grey]

  /// Red, green and blue on light ground, 0 to 255.
  var rgb: [Int] {
    let number = Int(light, radix: 16)!
    return [number >> 16, number >> 8 & 255, number & 255]
  }
}
