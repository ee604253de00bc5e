import Statistics
import Testing

@Suite struct PhiloxTests {
  /// The known answers that its authors publish with Random123.
  @Test func knownAnswers() {
    let cases: [(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, block: SIMD4<UInt32>)] = [
      (.zero, .zero, SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)),
      (
        SIMD4(repeating: .max), SIMD2(repeating: .max),
        SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
      ),
      (
        SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
        SIMD2(0xa409_3822, 0x299f_31d0),
        SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
      ),
    ]
    for (counter, key, block) in cases {
      #expect(Philox.block(counter: counter, key: key) == block)
    }
  }
}

@Suite struct RandomStreamTests {
  private let stream = RandomStream(seed: 0x299f_31d0_a409_3822, purpose: 3, draw: 41)

  /// The address of a number is its counter: the first block is Philox at (0, 0, draw, purpose).
  @Test func addresses() {
    let block = Philox.block(
      counter: SIMD4(0, 0, 41, 3), key: SIMD2(0xa409_3822, 0x299f_31d0))
    #expect(stream.bits(at: 0) == UInt64(block[0]) | UInt64(block[1]) << 32)
    #expect(stream.bits(at: 1) == UInt64(block[2]) | UInt64(block[3]) << 32)
    let far = Philox.block(
      counter: SIMD4(5, 1, 41, 3), key: SIMD2(0xa409_3822, 0x299f_31d0))
    #expect(stream.bits(at: 2 * (1 << 32 + 5)) == UInt64(far[0]) | UInt64(far[1]) << 32)
  }

  /// The naive twin: one by one. Starts even and odd, and where the block number's low word overflows.
  @Test(arguments: [0, 1, 7, 2 * 0xFFFF_FFF0, 2 * 0xFFFF_FFF9 + 1, .max - 40] as [UInt64])
  func blocksAreTheSameAsOneByOne(start: UInt64) {
    for count in [0, 1, 2, 15, 16, 17, 50, 133] {
      let indices = (0..<UInt64(count)).map { start &+ $0 }
      #expect(stream.uniforms(count, from: start) == indices.map { stream.uniform(at: $0) })
      #expect(stream.normals(count, from: start) == indices.map { stream.normal(at: $0) })
    }
  }

  /// Enough numbers for the tails to be met together, and for some of them to be left over.
  @Test(arguments: [1000, 20_003]) func manyNormalsAreTheSameAsOneByOne(count: Int) {
    let normals = stream.normals(count, from: 1)
    #expect(normals == (1...UInt64(count)).map { stream.normal(at: $0) })
  }

  /// Every part of the address gives another stream; so does every seed.
  /// The naive twin: stream by stream.
  @Test(arguments: [0, 9, 2 * 0xFFFF_FFF9 + 1, .max] as [UInt64], [0, 1, 8, 21])
  func manyDrawsAreTheSameAsOneByOne(index: UInt64, count: Int) {
    let draws = (0..<count).map { UInt32($0 * 1_000_003) }
    let streams = draws.map { RandomStream(seed: 7 << 40 + 5, purpose: 2, draw: $0) }
    #expect(
      RandomStream.uniforms(at: index, in: draws, seed: 7 << 40 + 5, purpose: 2)
        == streams.map { $0.uniform(at: index) })
    #expect(
      RandomStream.normals(at: index, in: draws, seed: 7 << 40 + 5, purpose: 2)
        == streams.map { $0.normal(at: index) })
  }

  @Test func streamsDiffer() {
    let streams = [
      stream, RandomStream(seed: 1, purpose: 3, draw: 41),
      RandomStream(seed: stream.seed, purpose: 4, draw: 41),
      RandomStream(seed: stream.seed, purpose: 3, draw: 42),
    ]
    #expect(Set(streams.map { $0.bits(at: 9) }).count == 4)
    #expect(Set((0..<1000).map { stream.bits(at: $0) }).count == 1000)
  }

  /// Mean, variance and neighbours' correlation within five standard errors for each seed printed.
  @Test(arguments: (1...6) as ClosedRange<UInt64>) func uniformAndNormalMoments(seed: UInt64) {
    let n = 100_000
    let stream = RandomStream(seed: seed, purpose: 0, draw: 0)
    let uniforms = stream.uniforms(n)
    let root = Double(n).squareRoot()
    #expect(uniforms.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(abs(mean(of: uniforms) - 0.5) < 5 * (1.0 / 12).squareRoot() / root, "seed \(seed)")
    // The variance of (u − ½)² is 1/180.
    #expect(abs(variance(of: uniforms) - 1.0 / 12) < 5 / 180.0.squareRoot() / root)
    let products = zip(uniforms, uniforms.dropFirst()).map { ($0 - 0.5) * ($1 - 0.5) }
    #expect(abs(mean(of: products)) < 5.0 / 12 / root, "seed \(seed)")
    let normals = stream.normals(n)
    #expect(abs(mean(of: normals)) < 5 / root, "seed \(seed)")
    #expect(abs(variance(of: normals) - 1) < 5 * 2.0.squareRoot() / root, "seed \(seed)")
    let fourth = mean(of: normals.map { $0 * $0 * $0 * $0 })
    #expect(abs(fourth - 3) < 5 * 96.0.squareRoot() / root, "seed \(seed)")
  }

  @Test func wholeNumbers() {
    var counts = [Int](repeating: 0, count: 7)
    for index in 0..<7_000 as Range<UInt64> { counts[stream.integer(below: 7, at: index)] += 1 }
    // Chi-square with 6 degrees of freedom exceeds 38 less often than once in a million.
    let chiSquare = counts.reduce(0) { $0 + Double(($1 - 1000) * ($1 - 1000)) / 1000 }
    #expect(chiSquare < 38)
    #expect(stream.integer(below: 1, at: 4) == 0)
  }
}
