/// Text of a page. What is put into it is escaped, unless it is of a page itself.
///
/// ```swift
/// let cell: HTML = "<td>\(title)</td>"
/// ```
struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// The text as it is written.
  private(set) var text: String

  /// Text of a page as it stands.
  init(stringLiteral value: String) { text = value }

  /// Text of a page with what was put into it.
  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Puts texts together.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }

    /// Words or a number, escaped.
    mutating func appendInterpolation(_ words: some CustomStringConvertible) {
      text += HTML.escaped("\(words)")
    }

    /// Text of a page as it is.
    mutating func appendInterpolation(_ html: HTML) { text += html.text }

    /// Texts of a page, one after the other.
    mutating func appendInterpolation(_ parts: [HTML]) {
      for part in parts { text += part.text }
    }

    /// Text of a page that another program has written.
    mutating func appendInterpolation(raw: String) { text += raw }
  }

  /// Words as a page holds them, in text and between double quotes.
  static func escaped(_ words: String) -> String {
    guard words.utf8.contains(where: { marks.contains($0) }) else { return words }
    return words.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }

  private static let marks = Set("&<>\"'".utf8)
}
