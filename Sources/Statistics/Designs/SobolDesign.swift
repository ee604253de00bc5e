public import LinearAlgebra

/// Sobol's low-discrepancy points with Joe and Kuo's direction numbers, any row by its index.
///
/// Row i is the exclusive or of the direction numbers at the one-bits of `i ⊕ (i >> 1)` (Gray code: the
/// order in which most programs give the points; row 0 is the origin).
///
/// With a seed each coordinate is scrambled: a permutation that swaps halves, quarters within halves and so
/// on at random (Owen's nested scrambling), by a hash in which every bit depends on the higher ones.
/// Scrambled points are unbiased: each is evenly distributed, and an average over them has the mean's
/// expectation.
///
/// Laws: of the first 2ᵐ rows each coordinate has one in every interval of width 2⁻ᵐ, scrambled or not;
/// scrambled coordinates lie between 0 and 1, never on them.
/// - SeeAlso: [Sobol1967]; [JoeKuo2008]; [Owen1995] for scrambling and [Burley2020] for the hash.
public struct SobolDesign: Sendable {
  /// Most dimensions there are direction numbers for.
  public static let mostDimensions = SobolDirections.count

  /// Number of columns, ≥ 1.
  public let dimensions: Int
  /// One seed a dimension, eight dimensions side by side; none: not scrambled.
  private let scrambles: [SIMD8<UInt32>]
  /// The direction numbers of each bit, dimension after dimension; bits reversed if scrambled, for the
  /// hash begins with the highest.
  private let directions: [SIMD8<UInt32>]

  /// The points as they are.
  ///
  /// - Parameter dimensions: 1 to ``mostDimensions``.
  /// - Throws: `tooManyDimensions`.
  public init(dimensions: Int) throws(StatisticsError) {
    try self.init(dimensions, scrambles: [])
  }

  /// Scrambled points.
  ///
  /// - Parameters:
  ///   - dimensions: 1 to ``mostDimensions``.
  ///   - seed: Any; with the purpose it decides the scrambling.
  ///   - purpose: What the points are for, as in ``RandomStream``.
  /// - Throws: `tooManyDimensions`.
  public init(dimensions: Int, seed: UInt64, purpose: UInt32) throws(StatisticsError) {
    let stream = RandomStream(seed: seed, purpose: purpose, draw: 0)
    try self.init(
      dimensions,
      scrambles: (0..<dimensions).map { UInt32(truncatingIfNeeded: stream.bits(at: UInt64($0))) })
  }

  private init(_ dimensions: Int, scrambles: [UInt32]) throws(StatisticsError) {
    precondition(dimensions >= 1, "a design of \(dimensions) dimensions")
    guard dimensions <= SobolDesign.mostDimensions else {
      throw .tooManyDimensions(dimensions: dimensions, most: SobolDesign.mostDimensions)
    }
    self.dimensions = dimensions
    self.scrambles = SobolDesign.sideBySide(scrambles)
    directions = (0..<32).flatMap { bit in
      SobolDesign.sideBySide(
        (0..<dimensions).map {
          let number = SobolDirections.all[$0 * 32 + bit]
          return scrambles.isEmpty ? number : reversedBits(SIMD8(repeating: number))[0]
        })
    }
  }

  /// Numbers in groups of eight, the last filled up with 0.
  private static func sideBySide(_ numbers: [UInt32]) -> [SIMD8<UInt32>] {
    stride(from: 0, to: numbers.count, by: 8).map { first in
      SIMD8((first..<first + 8).map { $0 < numbers.count ? numbers[$0] : 0 })
    }
  }

  /// One row.
  ///
  /// - Parameter index: From 0; below 2³².
  /// - Returns: One coordinate a dimension, 0 to 1.
  public func row(_ index: Int) -> [Double] { rows(index..<index + 1).elements }

  /// Neighbouring rows: the same as ``row(_:)`` one by one, faster.
  ///
  /// - Parameter indices: From 0; below 2³².
  /// - Returns: One row for each index, one column a dimension.
  public func rows(_ indices: Range<Int>) -> Matrix {
    guard let first = indices.first else {
      return Matrix(rows: 0, columns: dimensions, repeating: 0)
    }
    precondition(
      first >= 0 && indices.upperBound <= 1 << 32, "rows \(indices), not from 0 to 2^32 − 1")
    var point = integers(first)
    let count = indices.count * dimensions
    // The last group of a row may reach into the next, which is written later, or into seven more.
    let elements = [Double](unsafeUninitializedCapacity: count + 7) { buffer, used in
      var place = UnsafeMutableRawPointer(buffer.baseAddress!)
      for index in indices {
        // The Gray codes of neighbours differ in one bit.
        if index > first { flip(index.trailingZeroBitCount, of: &point) }
        store(point, to: place)
        place += dimensions * MemoryLayout<Double>.stride
      }
      used = count
    }
    return Matrix(rows: indices.count, columns: dimensions, elements: elements)
  }

  private func integers(_ index: Int) -> [SIMD8<UInt32>] {
    var rest = UInt32(index) ^ (UInt32(index) >> 1)
    var point = [SIMD8<UInt32>](repeating: .zero, count: directions.count / 32)
    while rest != 0 {
      flip(rest.trailingZeroBitCount, of: &point)
      rest &= rest - 1
    }
    return point
  }

  @inline(__always)
  private func flip(_ bit: Int, of point: inout [SIMD8<UInt32>]) {
    for group in point.indices { point[group] ^= directions[bit * point.count + group] }
  }

  /// Writes a point's coordinates, in groups of eight.
  @inline(__always)
  private func store(_ point: [SIMD8<UInt32>], to place: UnsafeMutableRawPointer) {
    for group in point.indices {
      let value =
        scrambles.isEmpty
        ? fraction(point[group], half: 0)
        : fraction(scrambled(point[group], scrambles[group]), half: 1 << 19)
      place.storeBytes(of: value, toByteOffset: group * 64, as: SIMD8<Double>.self)
    }
  }
}

/// `x · 2⁻³²`, with half of 2⁻³² more if that bit is given, exact: as the leading bits of a number of
/// [1, 2), less 1.
@inline(__always)
private func fraction(_ x: SIMD8<UInt32>, half: UInt64) -> SIMD8<Double> {
  let bits = SIMD8<UInt64>(truncatingIfNeeded: x) &<< 20 | (0x3FF0_0000_0000_0000 | half)
  return unsafeBitCast(bits, to: SIMD8<Double>.self) - 1
}

/// Nested scrambling of 32 bits: with the bits reversed, as they come, sums and products by even numbers
/// let each bit act on those above it only. Constants of [Burley2020], after Laine and Karras.
@inline(__always)
private func scrambled(_ reversed: SIMD8<UInt32>, _ seeds: SIMD8<UInt32>) -> SIMD8<UInt32> {
  var x = reversed &+ seeds
  x ^= x &* 0x6c50_b47c
  x ^= x &* 0xb82f_1e52
  x ^= x &* 0xc7af_e638
  x ^= x &* 0x8d22_f6e6
  return reversedBits(x)
}

@inline(__always)
private func reversedBits(_ value: SIMD8<UInt32>) -> SIMD8<UInt32> {
  var x = value &>> 16 | value &<< 16
  x = (x &>> 8) & 0x00FF_00FF | (x & 0x00FF_00FF) &<< 8
  x = (x &>> 4) & 0x0F0F_0F0F | (x & 0x0F0F_0F0F) &<< 4
  x = (x &>> 2) & 0x3333_3333 | (x & 0x3333_3333) &<< 2
  return (x &>> 1) & 0x5555_5555 | (x & 0x5555_5555) &<< 1
}
