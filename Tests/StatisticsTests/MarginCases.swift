import Statistics

extension Margin {
  /// The margin that an array has: for cases that certainly can be met.
  static func of(
    _ cells: [Double], shape: [Int], over dimensions: [Int]
  ) throws -> Margin {
    let array = try IterativeProportionalFitting(prior: cells, shape: shape, margins: [])
    return Margin("\(dimensions)", over: dimensions, targets: array.sums(over: dimensions))
  }
}
