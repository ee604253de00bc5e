/// Random numbers addressed by what they are for: seed, purpose, draw and index.
///
/// The key of ``Philox`` is the seed, its counter `(index / 2, draw, purpose)`; each block of 128 bits
/// gives two numbers. A number depends on its address alone, so threads, machines and the order of
/// asking change nothing, and scenarios share numbers wherever they share an address. Streams that
/// differ in any part of the address are independent for all purposes here.
public struct RandomStream: Sendable, Equatable {
  /// What all draws of a run share; any value.
  public let seed: UInt64
  /// What the numbers are for; the caller keeps a list.
  public let purpose: UInt32
  /// The draw (run of the model) they belong to.
  public let draw: UInt32

  /// The numbers of one draw for one purpose.
  ///
  /// - Parameters:
  ///   - seed: What all draws of a run share; any value.
  ///   - purpose: What the numbers are for.
  ///   - draw: The draw they belong to.
  public init(seed: UInt64, purpose: UInt32, draw: UInt32) {
    self.seed = seed
    self.purpose = purpose
    self.draw = draw
  }

  /// 64 random bits.
  ///
  /// - Parameter index: Any.
  public func bits(at index: UInt64) -> UInt64 {
    let block = index >> 1
    let words = Philox.block(
      counter: SIMD4(
        UInt32(truncatingIfNeeded: block), UInt32(truncatingIfNeeded: block >> 32), draw, purpose),
      key: key)
    return index & 1 == 0
      ? UInt64(words[0]) | UInt64(words[1]) << 32 : UInt64(words[2]) | UInt64(words[3]) << 32
  }

  /// Random bits at neighbouring indices: the same as ``bits(at:)`` one by one, faster.
  ///
  /// - Parameters:
  ///   - count: How many, ≥ 0.
  ///   - start: The index of the first.
  func bits(_ count: Int, from start: UInt64) -> [UInt64] {
    Array(unsafeUninitializedCapacity: count) { buffer, used in
      fill(buffer, from: start, { $0 }, { $0 })
      used = count
    }
  }

  /// A number evenly distributed over (0, 1), never 0 or 1: `(k + ½) · 2⁻⁵²`, k of 52 bits.
  ///
  /// - Parameter index: Any.
  public func uniform(at index: UInt64) -> Double { uniformValue(bits(at: index)) }

  /// A standard normal number: the quantile of ``uniform(at:)``.
  ///
  /// - Parameter index: Any.
  public func normal(at index: UInt64) -> Double { standardNormalQuantile(uniform(at: index)) }

  /// A whole number evenly distributed from 0 to n − 1 (uneven by less than n · 2⁻⁶⁴).
  ///
  /// - Parameters:
  ///   - n: ≥ 1.
  ///   - index: Any.
  public func integer(below n: Int, at index: UInt64) -> Int {
    precondition(n >= 1, "a whole number below \(n)")
    return Int(bits(at: index).multipliedFullWidth(by: UInt64(n)).high)
  }

  /// Numbers at neighbouring indices: the same as ``uniform(at:)`` one by one, faster.
  ///
  /// - Parameters:
  ///   - count: How many, ≥ 0.
  ///   - start: The index of the first.
  public func uniforms(_ count: Int, from start: UInt64 = 0) -> [Double] {
    Array(unsafeUninitializedCapacity: count) { buffer, used in
      fill(buffer, from: start, uniformValue, uniformValues)
      used = count
    }
  }

  /// Standard normal numbers at neighbouring indices: the same as ``normal(at:)`` one by one,
  /// faster.
  ///
  /// - Parameters:
  ///   - count: How many, ≥ 0.
  ///   - start: The index of the first.
  public func normals(_ count: Int, from start: UInt64 = 0) -> [Double] {
    Array(unsafeUninitializedCapacity: count) { buffer, used in
      fill(buffer, from: start, uniformValue, uniformValues)
      replaceByStandardNormalQuantiles(buffer)
      used = count
    }
  }

  private var key: SIMD2<UInt32> { Self.key(of: seed) }

  static func key(of seed: UInt64) -> SIMD2<UInt32> {
    SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
  }

  /// Writes what the bits at neighbouring indices are turned into, sixteen at a time where they lie so.
  @inline(__always)
  private func fill<Value: SIMDScalar>(
    _ buffer: UnsafeMutableBufferPointer<Value>, from start: UInt64, _ value: (UInt64) -> Value,
    _ values: (SIMD16<UInt64>) -> SIMD16<Value>
  ) {
    var place = 0
    var index = start
    func fillOne() {
      buffer[place] = value(bits(at: index))
      place += 1
      index &+= 1
    }
    if index & 1 == 1 && place < buffer.count { fillOne() }
    // Sixteen at a time while the low word of the block number does not overflow among eight.
    let steps = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7)
    while place + 16 <= buffer.count {
      let block = index >> 1
      let low = block & 0xFFFF_FFFF
      guard low <= 0xFFFF_FFF8 else {
        fillOne()
        fillOne()
        continue
      }
      var both = SIMD16<UInt64>()
      (both.evenHalf, both.oddHalf) = Philox.eightBlocks(
        first: SIMD8(repeating: low) &+ steps, UInt32(truncatingIfNeeded: block >> 32),
        third: SIMD8(repeating: UInt64(draw)), purpose, key: key)
      UnsafeMutableRawPointer(buffer.baseAddress! + place).storeBytes(
        of: values(both), as: SIMD16<Value>.self)
      place += 16
      index &+= 16
    }
    while place < buffer.count { fillOne() }
  }
}

/// `(k + ½) · 2⁻⁵²` with k the upper 52 bits, exact: 1 ≤ k + 1 < 2⁵² + 1 makes a number of [1, 2)
/// from the bits, less 1 − 2⁻⁵³.
@inline(__always)
func uniformValue(_ bits: UInt64) -> Double {
  Double(bitPattern: (bits >> 12) | 0x3FF0_0000_0000_0000) - (1 - 0x1p-53)
}

/// The same of sixteen.
@inline(__always)
private func uniformValues(_ bits: SIMD16<UInt64>) -> SIMD16<Double> {
  unsafeBitCast((bits &>> 12) | 0x3FF0_0000_0000_0000, to: SIMD16<Double>.self) - (1 - 0x1p-53)
}
