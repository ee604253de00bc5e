/// Eight runs side by side: one number for each.
public typealias Lanes = SIMD8<Double>

extension Array where Element == Lanes {
  /// Makes it so long, in the memory that it has if that is enough; what it holds then is of no meaning.
  public mutating func resize(to count: Int) {
    if self.count > count {
      removeLast(self.count - count)
    } else {
      append(contentsOf: repeatElement(.zero, count: count - self.count))
    }
  }

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
