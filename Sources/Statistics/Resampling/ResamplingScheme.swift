/// What is drawn, or left out, together when a sample is drawn again.
public enum ResamplingScheme: Sendable, Equatable {
  /// Each observation by itself.
  case observations
  /// Observations with the same number all together: one number for each observation.
  case clusters([Int])
  /// Runs of so many neighbours in time, from any start; runs do not go round the end. The last run of a
  /// resample is cut where the resample is full.
  case blocks(length: Int)

  /// Clusters by name.
  ///
  /// - Parameter labels: One for each observation.
  public static func clusters<Label: Hashable>(by labels: [Label]) -> ResamplingScheme {
    .clusters(groupNumbers(of: labels))
  }

  /// The parts that can be drawn or left out, each with its observations.
  ///
  /// - Parameter count: Observations, ≥ 1.
  func parts(of count: Int) -> [[Int]] {
    switch self {
    case .observations: return (0..<count).map { [$0] }
    case .clusters(let numbers):
      precondition(
        numbers.count == count, "\(numbers.count) clusters' numbers, \(count) observations")
      let own = groupNumbers(of: numbers)
      var parts = [[Int]](repeating: [], count: (own.max() ?? -1) + 1)
      for (observation, cluster) in own.enumerated() { parts[cluster].append(observation) }
      return parts
    case .blocks(let length):
      precondition((1...count).contains(length), "blocks of \(length) of \(count) observations")
      return (0...(count - length)).map { Array($0..<($0 + length)) }
    }
  }
}

/// Numbers from 0 for labels, in the order in which they are first met.
func groupNumbers<Label: Hashable>(of labels: [Label]) -> [Int] {
  var numbers: [Label: Int] = [:]
  return labels.map { label in
    if let known = numbers[label] { return known }
    numbers[label] = numbers.count
    return numbers.count - 1
  }
}
