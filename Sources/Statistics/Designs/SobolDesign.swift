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
  /// One seed a dimension; none: not scrambled.
  private let scrambles: [UInt32]

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
    self.scrambles = scrambles
  }

  /// One row.
  ///
  /// - Parameter index: From 0; below 2³².
  /// - Returns: One coordinate a dimension, 0 to 1.
  public func row(_ index: Int) -> [Double] { coordinates(integers(index)) }

  /// Neighbouring rows: the same as ``row(_:)`` one by one, faster.
  ///
  /// - Parameter indices: From 0; below 2³².
  /// - Returns: One row for each index, one column a dimension.
  public func rows(_ indices: Range<Int>) -> Matrix {
    var elements: [Double] = []
    elements.reserveCapacity(indices.count * dimensions)
    guard let first = indices.first else {
      return Matrix(rows: 0, columns: dimensions, repeating: 0)
    }
    var point = integers(first)
    for index in indices {
      if index > first {
        // The Gray codes of neighbours differ in one bit.
        let bit = index.trailingZeroBitCount
        for d in 0..<dimensions { point[d] ^= SobolDirections.all[d * 32 + bit] }
      }
      elements += coordinates(point)
    }
    return Matrix(rows: indices.count, columns: dimensions, elements: elements)
  }

  private func integers(_ index: Int) -> [UInt32] {
    precondition(index >= 0 && index < 1 << 32, "row \(index), not from 0 to 2^32 − 1")
    let code = UInt32(index) ^ (UInt32(index) >> 1)
    let directions = SobolDirections.all
    return (0..<dimensions).map { d in
      var (rest, point) = (code, UInt32(0))
      while rest != 0 {
        point ^= directions[d * 32 + rest.trailingZeroBitCount]
        rest &= rest - 1
      }
      return point
    }
  }

  private func coordinates(_ point: [UInt32]) -> [Double] {
    if scrambles.isEmpty { return point.map { Double($0) * 0x1p-32 } }
    return zip(point, scrambles).map { (Double(scrambled($0, $1)) + 0.5) * 0x1p-32 }
  }
}

/// Nested scrambling of 32 bits: with the bits reversed, sums and products by even numbers let each bit
/// act on those above it only. Constants of [Burley2020], after Laine and Karras.
private func scrambled(_ point: UInt32, _ seed: UInt32) -> UInt32 {
  var x = reversedBits(point)
  x &+= seed
  x ^= x &* 0x6c50_b47c
  x ^= x &* 0xb82f_1e52
  x ^= x &* 0xc7af_e638
  x ^= x &* 0x8d22_f6e6
  return reversedBits(x)
}

private func reversedBits(_ value: UInt32) -> UInt32 {
  var x = value.byteSwapped
  x = (x >> 4) & 0x0F0F_0F0F | (x & 0x0F0F_0F0F) << 4
  x = (x >> 2) & 0x3333_3333 | (x & 0x3333_3333) << 2
  return (x >> 1) & 0x5555_5555 | (x & 0x5555_5555) << 1
}
