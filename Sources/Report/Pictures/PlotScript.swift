import Tables

/// What gnuplot is told to draw, without the form in which it is to draw it.
///
/// Every text is quoted by `'`, within which gnuplot reads nothing as a command, a file or a variable.
struct PlotScript: Sendable {
  /// Height of the picture where its width is ``width``.
  let height: Int
  private var lines: [String]
  private var blocks = 0

  /// Width of every picture, in units of the text's size 13.
  static let width = 400
  /// Height of a line of the key.
  private static let keyLine = 19

  /// A picture with axes in the colours of the page.
  ///
  /// - Parameter keyLines: Lines above the picture that say what is drawn how.
  init(keyLines: Int) {
    height = 225 + Self.keyLine * keyLines
    let (grey, ink) = (PictureColour.grey.light, PictureColour.black.light)
    lines = [
      "set encoding utf8", "set border 3 lc rgb '#\(grey)'",
      "set tics nomirror scale 0.5 textcolor rgb '#\(ink)'",
      "set key tmargin left Left reverse vertical maxcols 1 samplen 3 textcolor rgb '#\(ink)'",
      "set style fill noborder",
    ]
  }

  /// Adds a line.
  mutating func add(_ line: String) { lines.append(line) }

  /// Adds numbers, and gives the name by which they are drawn.
  mutating func add(rows: [[Double]]) -> String {
    let name = "$d\(blocks)"
    blocks += 1
    lines.append("\(name) << EOD")
    lines += rows.map { $0.map { FixedDecimal.text($0, decimals: 4) }.joined(separator: " ") }
    lines.append("EOD")
    return name
  }

  /// Adds the one command that draws.
  mutating func plot(_ parts: [String]) { lines.append("plot " + parts.joined(separator: ", ")) }

  /// A line across at 0, where 0 is between other numbers.
  mutating func addZeroLine() {
    add("set xzeroaxis lt 1 lw 1 lc rgb '#\(PictureColour.grey.light)'")
  }

  /// The script for a form, such as `svg`.
  ///
  /// - Parameter terminal: How gnuplot calls the form, with its options.
  func text(terminal: String) -> String {
    (["set terminal \(terminal)"] + lines).joined(separator: "\n") + "\n"
  }

  /// A text for gnuplot; line ends and other control characters are blanks.
  static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar
    }
    return "'" + String(String.UnicodeScalarView(scalars)).replacing("'", with: "''") + "'"
  }
}
