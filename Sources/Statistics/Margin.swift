/// Targets for the sums of an array over all dimensions but some.
public struct Margin: Sendable, Equatable {
  /// What errors call this margin.
  public let name: String
  /// The dimensions kept, ascending, from 0.
  public let dimensions: [Int]
  /// The wanted sum of each combination of categories of these dimensions, the last dimension
  /// fastest.
  public let targets: [Double]

  /// A margin of an array.
  ///
  /// - Parameters:
  ///   - name: What errors call it.
  ///   - dimensions: The dimensions kept, ascending, from 0; none: the total.
  ///   - targets: The wanted sums, the last dimension fastest.
  public init(_ name: String, over dimensions: [Int], targets: [Double]) {
    precondition(
      zip(dimensions, dimensions.dropFirst()).allSatisfy { $0 < $1 },
      "dimensions \(dimensions) of margin '\(name)' do not ascend")
    self.name = name
    self.dimensions = dimensions
    self.targets = targets
  }
}

/// The sizes of an array's dimensions, and where sums over some of them go.
struct ArrayShape {
  let sizes: [Int]

  var count: Int { sizes.reduce(1, *) }

  /// The category in each of `dimensions` of place `place` among their combinations.
  func categories(_ place: Int, of dimensions: [Int]) -> [Int] {
    var rest = place
    return dimensions.reversed().map { d in
      defer { rest /= sizes[d] }
      return rest % sizes[d]
    }.reversed()
  }

  /// The place among the combinations of `kept`, for every combination of `dimensions`, which
  /// contains them.
  func places(of kept: [Int], within dimensions: [Int]) -> [Int] {
    let combinations = dimensions.reduce(1) { $0 * sizes[$1] }
    return (0..<combinations).map { place in
      let categories = categories(place, of: dimensions)
      return zip(dimensions, categories).reduce(0) { sum, next in
        kept.contains(next.0) ? sum * sizes[next.0] + next.1 : sum
      }
    }
  }

  /// Sums of values laid out over `dimensions`, by the combinations of `kept`.
  func sums(_ values: [Double], over dimensions: [Int], keeping kept: [Int]) -> [Double] {
    var result = [Double](repeating: 0, count: kept.reduce(1) { $0 * sizes[$1] })
    for (value, place) in zip(values, places(of: kept, within: dimensions)) {
      result[place] += value
    }
    return result
  }
}
