/// How a line is drawn: colour and dashes both tell it apart.
struct LineStyle: Sendable {
  let colour: PictureColour
  /// Lengths of dashes and of what lies between; none for a line without.
  let dashes: [Int]

  /// A style for each scenario, in order.
  static let all = [
    LineStyle(colour: .blue, dashes: []),
    LineStyle(colour: .vermilion, dashes: [9, 4]),
    LineStyle(colour: .green, dashes: [3, 3]),
    LineStyle(colour: .purple, dashes: [12, 3, 3, 3]),
    LineStyle(colour: .black, dashes: [6, 2, 2, 2, 2, 2]),
    LineStyle(colour: .orange, dashes: [16, 5]),
  ]

  /// The style in the words of gnuplot.
  var words: String {
    let dash = dashes.isEmpty ? "1" : "(\(dashes.map(String.init).joined(separator: ",")))"
    return "lw 2.5 dt \(dash) lc rgb '#\(colour.light)'"
  }
}
