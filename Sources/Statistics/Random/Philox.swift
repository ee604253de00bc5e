/// The counter-based generator Philox4x32-10: a bijection of 128-bit counters for each 64-bit key.
///
/// Ten rounds of two 32 × 32-bit products:
///
/// ```
/// (c0, c1, c2, c3) ← (high(M1 c2) ⊕ c1 ⊕ k0, low(M1 c2), high(M0 c0) ⊕ c3 ⊕ k1, low(M0 c0))
/// (k0, k1)         ← (k0 + W0, k1 + W1)
/// ```
///
/// No state: any block can be had at once, in any order, on any machine, with the same bits.
/// - SeeAlso: [Salmon2011], sections 3.3 and 5.
public enum Philox {
  /// The block of four 32-bit words at a counter.
  ///
  /// - Parameters:
  ///   - counter: Four words, all values allowed.
  ///   - key: Two words, all values allowed.
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (c, k) = (counter, key)
    for round in 0..<10 {
      if round > 0 { k &+= SIMD2(weyl0, weyl1) }
      let first = UInt64(c[0]) &* multiplier0
      let second = UInt64(c[2]) &* multiplier1
      c = SIMD4(
        UInt32(truncatingIfNeeded: second >> 32) ^ c[1] ^ k[0], UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ c[3] ^ k[1], UInt32(truncatingIfNeeded: first))
    }
    return c
  }

  /// The same bits for eight counters that differ in their first or third words, each as two 64-bit
  /// numbers: words 1 and 0, words 3 and 2.
  static func eightBlocks(
    first: SIMD8<UInt64>, _ c1: UInt32, third: SIMD8<UInt64>, _ c3: UInt32, key: SIMD2<UInt32>
  ) -> (SIMD8<UInt64>, SIMD8<UInt64>) {
    let mask = SIMD8<UInt64>(repeating: 0xFFFF_FFFF)
    var w0 = first & mask
    var w1 = SIMD8(repeating: UInt64(c1))
    var w2 = third & mask
    var w3 = SIMD8(repeating: UInt64(c3))
    var k = key
    for round in 0..<10 {
      if round > 0 { k &+= SIMD2(weyl0, weyl1) }
      let low = (w0 & mask) &* multiplier0
      let high = (w2 & mask) &* multiplier1
      w0 = (high &>> 32) ^ w1 ^ UInt64(k[0])
      w1 = high & mask
      w2 = (low &>> 32) ^ w3 ^ UInt64(k[1])
      w3 = low & mask
    }
    return (w0 | (w1 &<< 32), w2 | (w3 &<< 32))
  }
}

/// M0, M1 and the key increments W0, W1 of [Salmon2011], table 2.
private let multiplier0: UInt64 = 0xD251_1F53
private let multiplier1: UInt64 = 0xCD9E_8D57
private let weyl0: UInt32 = 0x9E37_79B9
private let weyl1: UInt32 = 0xBB67_AE85
