import CKernels

/// What the processor can do at most with the kernels' instructions, for setting rates beside it.
public enum MachineKernels {
  /// Products added to sums over registers alone, eight at a time.
  ///
  /// - Parameter rounds: How often 16 × 8 of them are done.
  /// - Returns: How many were done.
  public static func addProducts(rounds: Int) -> Int {
    var lanes = [Double](repeating: 1e-9, count: 18 * Lanes.scalarCount)
    carecast_measure_arithmetic(rounds, &lanes)
    return rounds * 16 * Lanes.scalarCount
  }

  /// Reads numbers over and over.
  ///
  /// - Parameters:
  ///   - numbers: A multiple of 16; they lie at the borders of the cache's lines.
  ///   - rounds: How often they are read.
  /// - Returns: Bytes read.
  public static func read(_ numbers: [Lanes], rounds: Int) -> Int {
    var total = [Double](repeating: 0, count: Lanes.scalarCount)
    numbers.withDoubles { carecast_measure_reading(numbers.count, rounds, $0, &total) }
    return numbers.count * MemoryLayout<Lanes>.stride * rounds
  }
}
