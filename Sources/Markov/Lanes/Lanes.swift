/// Eight runs side by side: one number for each.
public typealias Lanes = SIMD8<Double>

extension Array where Element == Lanes {
  /// The numbers as the kernels of C read them: the eight doubles of each element together.
  func withDoubles<Result>(_ body: (UnsafePointer<Double>) -> Result) -> Result {
    withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: Double.self)) }
  }

  /// The numbers as the kernels of C change them.
  mutating func withMutableDoubles<Result>(
    _ body: (UnsafeMutablePointer<Double>) -> Result
  ) -> Result {
    withUnsafeMutableBytes { body($0.baseAddress!.assumingMemoryBound(to: Double.self)) }
  }
}
