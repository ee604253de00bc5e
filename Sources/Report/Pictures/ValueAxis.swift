/// The axis of the values of a picture of lines: in what numbers it counts, and where it begins.
struct ValueAxis: Sendable, Equatable {
  /// What values are divided by: 1, or 1,000 where they are large.
  let divisor: Double
  /// Whether it begins at 0. It does not where all values lie far from 0 beside each other, as their
  /// course could then not be seen.
  let beginsAtZero: Bool
  private let least: Double
  private let most: Double

  /// From here on numbers are counted in thousands.
  private static let large = 5000.0

  /// An axis that holds some values; `nil` for none.
  init?(of values: [Double]) {
    guard let least = values.min(), let most = values.max() else { return nil }
    self.least = least
    self.most = most
    divisor = most >= Self.large ? 1000 : 1
    beginsAtZero = least >= 0 && least < most - least
  }

  /// The unit in words: `Children` or `Thousand children`, and that it does not begin at 0.
  ///
  /// - Parameters:
  ///   - one: What is counted.
  ///   - thousand: The same in thousands.
  func unit(_ one: String, thousand: String) -> String {
    (divisor == 1 ? one : thousand) + (beginsAtZero ? "" : "; the axis does not begin at 0")
  }

  /// The range for gnuplot, the same for every picture on the axis: the values, and a twentieth of
  /// what lies between them on both sides.
  var words: String {
    let room = max((most - least) / 20, abs(most) / 1000)
    let ends = [beginsAtZero ? 0 : least - room, most + room].map { "\($0 / divisor)" }
    return "set yrange [\(ends[0]):\(ends[1])]"
  }
}
