import LinearAlgebra

/// A method at work: which runs it wants, by index, and what it makes of them.
///
/// Base run k is a block of ``unitRows`` rows that stand or fall together. Blocks arrive in rising
/// order, some of them left out.
protocol Analysis: Sendable {
  /// Runs of a block, ≥ 1.
  var unitRows: Int { get }
  /// Blocks there are; `nil` if as many as wanted.
  var mostUnits: Int? { get }
  /// Blocks needed for any figure.
  var leastUnits: Int { get }
  /// How its points are chosen, and so where intervals come from.
  var sampling: Sampling { get }
  /// The inputs of some blocks: one row a run, one column an input.
  func rows(_ units: Range<Int>) -> Matrix
  /// Takes in blocks.
  ///
  /// - Parameters:
  ///   - kept: Blocks to take in, from 0, within those given.
  ///   - first: The index of block 0.
  ///   - inputs: The rows of all blocks given.
  ///   - outputs: One row a run, one column an output; finite in the blocks kept.
  mutating func add(_ kept: [Int], first: Int, inputs: Matrix, outputs: Matrix)
  /// What the blocks so far say.
  func measures() throws -> [Measure]
}

extension Analysis {
  var mostUnits: Int? { nil }
  var leastUnits: Int { 2 }
}
