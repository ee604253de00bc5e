/// The array nearest to a prior among those with given margins.
///
/// Least relative entropy, `Σ cell · ln(cell / prior)`, found by scaling to each margin in turn until
/// all hold. Laws: margins hold; a cell of 0 stays 0; ratios of cells that no margin touches (in a
/// 2 × 2 table the odds ratio) stay those of the prior; multiplying the prior by a constant
/// changes nothing.
/// - SeeAlso: [DemingStephan1940]; [Csiszar1975] for least entropy and convergence.
public struct IterativeProportionalFitting: Sendable, Equatable {
  /// The fitted cells, the last dimension fastest.
  public let cells: [Double]
  /// The sizes of the dimensions.
  public let shape: [Int]
  /// How often all margins were scaled to.
  public let iterations: Int

  /// How far each sum may be from its target, relative to the target, if not said otherwise.
  public static let tolerance = 1e-12

  /// Fits an array to margins.
  ///
  /// - Parameters:
  ///   - prior: The cells before, the last dimension fastest; each ≥ 0; 0 where nothing can be.
  ///   - shape: The sizes of the dimensions, each ≥ 1.
  ///   - margins: Targets, in the order they are scaled to; each ≥ 0.
  ///   - tolerance: How far each sum may be from its target, relative to the target.
  ///   - maximumIterations: How often to scale to all margins before giving up.
  /// - Throws: `cell`, `target` for values not allowed; `marginsDisagree` (by more than half the
  ///   tolerance) and `unreachable` where no array can fit; `marginsNotConverged` where zeros
  ///   leave no fit in a way seen only by trying.
  public init(
    prior: [Double], shape: [Int], margins: [Margin], tolerance: Double = Self.tolerance,
    maximumIterations: Int = 10_000
  ) throws(StatisticsError) {
    let array = ArrayShape(sizes: shape)
    precondition(shape.allSatisfy { $0 >= 1 }, "an array of \(shape)")
    precondition(prior.count == array.count, "\(prior.count) cells for \(shape)")
    let all = Array(shape.indices)
    for (place, value) in prior.enumerated() where !(value >= 0 && value.isFinite) {
      throw .cell(index: array.categories(place, of: all), value: value)
    }
    for margin in margins { try margin.check(array) }
    for (k, margin) in margins.enumerated() {
      for earlier in margins[..<k] { try margin.check(against: earlier, array) }
    }
    let slots = margins.map { array.places(of: $0.dimensions, within: all) }
    var cells = prior
    var iterations = 0
    while let worst = worstFit(cells, margins, slots, tolerance) {
      guard iterations < maximumIterations else {
        throw .marginsNotConverged(
          margin: margins[worst.margin].name, iterations: iterations,
          relativeError: worst.relativeError)
      }
      for (margin, slots) in zip(margins, slots) {
        try margin.scale(&cells, slots, array)
      }
      iterations += 1
    }
    self.cells = cells
    self.shape = shape
    self.iterations = iterations
  }

  /// Sums of the fitted cells over all dimensions but some.
  ///
  /// - Parameter dimensions: The dimensions kept, ascending, from 0.
  /// - Returns: One sum for each combination of their categories, the last dimension fastest.
  public func sums(over dimensions: [Int]) -> [Double] {
    ArrayShape(sizes: shape).sums(cells, over: Array(shape.indices), keeping: dimensions)
  }
}

/// The margin furthest from its targets, or nil if all are within the tolerance.
private func worstFit(
  _ cells: [Double], _ margins: [Margin], _ slots: [[Int]], _ tolerance: Double
) -> (margin: Int, relativeError: Double)? {
  var worst = (margin: 0, relativeError: 0.0)
  for (k, margin) in margins.enumerated() {
    for (sum, target) in zip(margin.sums(cells, slots[k]), margin.targets) {
      let error = sum == target ? 0 : abs(sum - target) / target
      if error > worst.relativeError { worst = (k, error) }
    }
  }
  return worst.relativeError > tolerance ? worst : nil
}

extension Margin {
  fileprivate func sums(_ cells: [Double], _ slots: [Int]) -> [Double] {
    var sums = [Double](repeating: 0, count: targets.count)
    for (cell, slot) in zip(cells, slots) { sums[slot] += cell }
    return sums
  }

  fileprivate func scale(
    _ cells: inout [Double], _ slots: [Int], _ array: ArrayShape
  ) throws(StatisticsError) {
    var factors = sums(cells, slots)
    for (slot, sum) in factors.enumerated() {
      if sum == 0 && targets[slot] > 0 {
        throw .unreachable(
          margin: name, category: array.categories(slot, of: dimensions), target: targets[slot])
      }
      factors[slot] = sum == 0 ? 0 : targets[slot] / sum
    }
    for (cell, slot) in slots.enumerated() { cells[cell] *= factors[slot] }
  }

  fileprivate func check(_ array: ArrayShape) throws(StatisticsError) {
    precondition(
      dimensions.allSatisfy { array.sizes.indices.contains($0) },
      "dimensions \(dimensions) of margin '\(name)', array of \(array.sizes)")
    let count = dimensions.reduce(1) { $0 * array.sizes[$1] }
    precondition(
      targets.count == count, "\(targets.count) targets of margin '\(name)', \(count) categories")
    for (place, value) in targets.enumerated() where !(value >= 0 && value.isFinite) {
      throw .target(
        margin: name, category: array.categories(place, of: dimensions), value: value)
    }
  }

  /// Compares what this margin and an earlier one say about the dimensions they share.
  fileprivate func check(against earlier: Margin, _ array: ArrayShape) throws(StatisticsError) {
    let shared = dimensions.filter(earlier.dimensions.contains)
    let here = array.sums(targets, over: dimensions, keeping: shared)
    let there = array.sums(earlier.targets, over: earlier.dimensions, keeping: shared)
    for (place, (value, other)) in zip(here, there).enumerated()
    where abs(value - other) > IterativeProportionalFitting.tolerance / 2 * max(value, other) {
      throw .marginsDisagree(
        first: earlier.name, second: name, dimensions: shared,
        category: array.categories(place, of: shared), firstValue: other, secondValue: value)
    }
  }
}
