/// A chart of one line of text, a block for each year, for the terminal.
enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// The blocks of some numbers.
  ///
  /// - Parameters:
  ///   - numbers: In order; a gap where there is none.
  ///   - range: What the lowest and the highest block stand for: that of all charts that are set beside
  ///     each other.
  static func text(_ numbers: [Double?], in range: ClosedRange<Double>) -> String {
    let width = range.upperBound - range.lowerBound
    return String(
      numbers.map { number -> Character in
        guard let number else { return " " }
        guard width > 0 else { return blocks[0] }
        let place = (number - range.lowerBound) / width * Double(blocks.count - 1)
        return blocks[min(max(Int(place.rounded()), 0), blocks.count - 1)]
      })
  }

  /// The charts of some series over all years that any of them has, on one scale; one text a series.
  static func texts(_ series: [[Int: Double]]) -> [String] {
    let all = series.flatMap(\.values)
    guard let least = all.min(), let most = all.max() else { return series.map { _ in "" } }
    let years = Set(series.flatMap(\.keys)).sorted()
    return series.map { values in text(years.map { values[$0] }, in: least...most) }
  }
}
