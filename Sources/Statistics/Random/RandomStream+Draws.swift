extension RandomStream {
  /// Whole numbers at neighbouring indices: the same as ``integer(below:at:)`` one by one, faster.
  ///
  /// - Parameters:
  ///   - count: How many, ≥ 0.
  ///   - n: The number that all are below, ≥ 1.
  ///   - start: The index of the first.
  public func integers(_ count: Int, below n: Int, from start: UInt64 = 0) -> [Int] {
    precondition(n >= 1, "a whole number below \(n)")
    return bits(count, from: start).map { Int($0.multipliedFullWidth(by: UInt64(n)).high) }
  }

  /// The number at one index in the streams of some draws: the same as ``uniform(at:)`` of each, faster.
  ///
  /// - Parameters:
  ///   - index: Any.
  ///   - draws: The draws.
  ///   - seed: What all draws of a run share.
  ///   - purpose: What the numbers are for.
  public static func uniforms(
    at index: UInt64, in draws: [UInt32], seed: UInt64, purpose: UInt32
  ) -> [Double] {
    let (block, key) = (index >> 1, key(of: seed))
    return Array(unsafeUninitializedCapacity: draws.count) { numbers, used in
      for start in stride(from: 0, to: draws.count, by: 8) {
        let count = min(8, draws.count - start)
        var eight = SIMD8<UInt64>.zero
        for lane in 0..<count { eight[lane] = UInt64(draws[start + lane]) }
        let both = Philox.eightBlocks(
          first: SIMD8(repeating: block), UInt32(truncatingIfNeeded: block >> 32), third: eight,
          purpose, key: key)
        let bits = index & 1 == 0 ? both.0 : both.1
        for lane in 0..<count { numbers[start + lane] = uniformValue(bits[lane]) }
      }
      used = draws.count
    }
  }

  /// Standard normal numbers at one index in the streams of some draws: the same as ``normal(at:)`` of
  /// each, faster.
  ///
  /// - Parameters:
  ///   - index: Any.
  ///   - draws: The draws.
  ///   - seed: What all draws of a run share.
  ///   - purpose: What the numbers are for.
  public static func normals(
    at index: UInt64, in draws: [UInt32], seed: UInt64, purpose: UInt32
  ) -> [Double] {
    var numbers = uniforms(at: index, in: draws, seed: seed, purpose: purpose)
    numbers.withUnsafeMutableBufferPointer { replaceByStandardNormalQuantiles($0) }
    return numbers
  }
}
