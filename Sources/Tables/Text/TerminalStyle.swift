import Statistics

/// What text may have besides its words: on a terminal small charts and colour, elsewhere neither.
public struct TerminalStyle: Sendable, Equatable {
  /// Whether small charts stand beside figures.
  public let hasCharts: Bool
  /// Whether headings are coloured.
  public let hasColour: Bool

  /// Words and figures alone: for files and other programs.
  public static let plain = TerminalStyle(hasCharts: false, hasColour: false)

  /// A style.
  public init(hasCharts: Bool, hasColour: Bool) {
    self.hasCharts = hasCharts
    self.hasColour = hasColour
  }

  /// A line that stands above a table.
  func heading(_ text: String) -> String {
    hasColour ? "\u{1B}[1;36m\(text)\u{1B}[0m" : text
  }
}

extension [Int: IndicatorValue] {
  /// The central numbers, by year.
  var numbers: [Int: Double] {
    compactMapValues { if case .number(let number) = $0 { number.central } else { nil } }
  }
}
