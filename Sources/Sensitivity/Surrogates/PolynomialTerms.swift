import Foundation

/// Products of polynomials, each by the degrees of the few inputs in it.
struct PolynomialTerms: Sendable {
  /// One term: inputs, rising, with their degrees, each ≥ 1; none for the constant.
  struct Term: Sendable, Equatable {
    let factors: [(input: Int, degree: Int)]
    /// `(Σ degree^q)^(1/q)`: interactions of high degrees count as more.
    let size: Double

    static func == (a: Term, b: Term) -> Bool {
      a.factors.elementsEqual(b.factors) { $0.input == $1.input && $0.degree == $1.degree }
    }

    var inputs: [Int] { factors.map(\.input) }
  }

  /// Terms by size, the constant first.
  private(set) var all: [Term]

  /// q of the size.
  private static let exponent = 0.75
  /// Inputs in a term at most.
  private static let mostFactors = 4

  /// All terms up to the largest whole size at which there are not too many.
  ///
  /// - Parameters:
  ///   - highest: The highest degree of each input.
  ///   - mostSize: The largest size.
  ///   - mostTerms: The most terms; size 1 is always there.
  init(highest: [Int], mostSize: Int, mostTerms: Int) {
    all = []
    for size in 1...mostSize {
      var found: [Term] = []
      Self.add([], 0, from: 0, highest, Double(size), &found)
      if size > 1 && found.count > mostTerms { break }
      all = found
    }
    all.sort { a, b in
      (a.size, a.factors.count) != (b.size, b.factors.count)
        ? (a.size, a.factors.count) < (b.size, b.factors.count)
        : a.factors.lexicographicallyPrecedes(b.factors) {
          ($0.input, $0.degree) < ($1.input, $1.degree)
        }
    }
  }

  private static func add(
    _ factors: [(input: Int, degree: Int)], _ sum: Double, from input: Int, _ highest: [Int],
    _ size: Double, _ found: inout [Term]
  ) {
    let own = pow(sum, 1 / exponent)
    found.append(Term(factors: factors, size: factors.count == 1 ? own.rounded() : own))
    guard factors.count < mostFactors else { return }
    for next in input..<max(highest.count, input) {
      for degree in 1...max(highest[next], 1) where degree <= highest[next] {
        let larger = sum + pow(Double(degree), exponent)
        // Rounding must not keep a single input's own degree out.
        guard pow(larger, 1 / exponent) <= size * (1 + 1e-12) else { break }
        add(factors + [(next, degree)], larger, from: next + 1, highest, size, &found)
      }
    }
  }
}
