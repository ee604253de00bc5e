/// The direction numbers of Sobol's sequence by dimension, 32 bits each.
///
/// With the primitive polynomial `xˢ + a₁ xˢ⁻¹ + … + a_{s−1} x + 1` and odd initial numbers m₁ … m_s:
///
/// ```
/// v_j = m_j · 2^(32 − j)                                                      j ≤ s
/// v_j = v_{j−s} ⊕ (v_{j−s} >> s) ⊕ a₁ v_{j−1} ⊕ … ⊕ a_{s−1} v_{j−s+1}          j > s
/// ```
enum SobolDirections {
  /// v₁ … v₃₂ for each dimension, one after the other.
  static let all: [UInt32] = {
    // Dimension 0: van der Corput's sequence.
    var all = (0..<32).map { UInt32(1) << (31 - $0) }
    var bits = PackedBits(joeKuoDirections)
    for (index, count) in joeKuoDimensionsByDegree.enumerated() {
      for _ in 0..<count { all += numbers(degree: index + 1, &bits) }
    }
    return all
  }()

  /// Number of dimensions there are numbers for.
  static let count = 1 + joeKuoDimensionsByDegree.reduce(0, +)

  private static func numbers(degree s: Int, _ bits: inout PackedBits) -> [UInt32] {
    let inner = bits.next(s - 1)
    var v = (1...s).map { i in (bits.next(i - 1) << 1 | 1) << UInt32(32 - i) }
    for j in s..<32 {
      var next = v[j - s] ^ (v[j - s] >> UInt32(s))
      for k in 1..<s where inner >> UInt32(s - 1 - k) & 1 == 1 { next ^= v[j - k] }
      v.append(next)
    }
    return v
  }
}

/// Bits six to a character, the highest first; line ends count for nothing.
private struct PackedBits {
  private var characters: [UInt8]
  private var place = 0
  private var held: UInt32 = 0
  private var count = 0

  init(_ text: String) {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var values = [UInt8](repeating: 0, count: 128)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    characters = text.utf8.filter { $0 != UInt8(ascii: "\n") }.map { values[Int($0)] }
  }

  /// The next bits as a number, at most 26 of them.
  mutating func next(_ wanted: Int) -> UInt32 {
    while count < wanted {
      held = held << 6 | UInt32(characters[place])
      place += 1
      count += 6
    }
    count -= wanted
    let value = held >> UInt32(count)
    held &= (1 << UInt32(count)) - 1
    return value
  }
}
