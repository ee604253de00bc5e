/// Prose for the terminal, broken between words; a word longer than a line, such as an address,
/// has a line of its own.
enum Paragraph {
  /// The text as lines, each with a line feed.
  ///
  /// - Parameters:
  ///   - text: Words between spaces.
  ///   - width: The most characters in a line, but for a longer word.
  ///   - label: Stands in front of the first line; later lines are indented as far.
  static func text(_ text: String, width: Int, label: String = "") -> String {
    let indent = String(repeating: " ", count: label.count)
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, indent.count + line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(line)
    return lines.enumerated().map { ($0 == 0 ? label : indent) + $1 + "\n" }.joined()
  }
}
