/// How probabilities of several tests are raised so that they may be read together.
public enum PValueAdjustment: String, Sendable, CaseIterable {
  /// Times the number of tests: the chance of any false alarm is at most the level.
  case bonferroni
  /// Holm's, which is never higher and promises the same.
  case holm
  /// Benjamini and Hochberg's: of the tests that fall below the level at most so large a share are
  /// false alarms on average, where tests do not depend on each other.
  case benjaminiHochberg = "benjamini-hochberg"

  /// The adjusted probabilities, in the order given.
  ///
  /// - Parameter probabilities: Each 0 to 1.
  /// - SeeAlso: [Holm1979], [BenjaminiHochberg1995].
  public func adjusted(_ probabilities: [Double]) -> [Double] {
    precondition(probabilities.allSatisfy { (0...1).contains($0) }, "a probability outside 0 to 1")
    let n = probabilities.count
    let rising = probabilities.indices.sorted {
      (probabilities[$0], $0) < (probabilities[$1], $1)
    }
    var adjusted = probabilities
    switch self {
    case .bonferroni: adjusted = probabilities.map { min(1, $0 * Double(n)) }
    case .holm:
      var most = 0.0
      for (place, index) in rising.enumerated() {
        most = max(most, min(1, probabilities[index] * Double(n - place)))
        adjusted[index] = most
      }
    case .benjaminiHochberg:
      var least = 1.0
      for (place, index) in rising.enumerated().reversed() {
        least = min(least, probabilities[index] * Double(n) / Double(place + 1))
        adjusted[index] = least
      }
    }
    return adjusted
  }
}
