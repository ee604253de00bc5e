import LinearAlgebra
import Statistics
import TestSupport
import Testing

@Suite struct SobolDesignTests {
  /// scipy 1.17.1, stats.qmc.Sobol without scrambling, dimensions 0, 1, 2, 5, 39, 100, 480, 481, 1000, 1110.
  @Test func pointsOfScipy() throws {
    let design = try SobolDesign(dimensions: 1111)
    let columns = [0, 1, 2, 5, 39, 100, 480, 481, 1000, 1110]
    let expected: [(row: Int, values: [Double])] = [
      (0, Array(repeating: 0, count: 10)),
      (2, [0.75, 0.25, 0.25, 0.75, 0.25, 0.25, 0.25, 0.75, 0.25, 0.75]),
      (
        1000,
        [
          0.2197265625, 0.0966796875, 0.5185546875, 0.9072265625, 0.4794921875, 0.7685546875,
          0.7529296875, 0.3955078125, 0.5654296875, 0.3701171875,
        ]
      ),
      (
        4095,
        [
          0.000244140625, 0.941162109375, 0.334228515625, 0.078857421875, 0.227294921875,
          0.344970703125, 0.900146484375, 0.234130859375, 0.871337890625, 0.338623046875,
        ]
      ),
    ]
    for (row, values) in expected {
      let point = design.row(row)
      #expect(columns.map { point[$0] } == values, "row \(row)")
    }
  }

  /// The first nine points in five dimensions, as published with the direction numbers.
  @Test func firstPoints() throws {
    let expected = Matrix([
      [0, 0, 0, 0, 0], [0.5, 0.5, 0.5, 0.5, 0.5], [0.75, 0.25, 0.25, 0.25, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25], [0.375, 0.375, 0.625, 0.875, 0.375],
      [0.875, 0.875, 0.125, 0.375, 0.875], [0.625, 0.125, 0.875, 0.625, 0.625],
      [0.125, 0.625, 0.375, 0.125, 0.125], [0.1875, 0.3125, 0.9375, 0.4375, 0.5625],
    ])
    #expect(try SobolDesign(dimensions: 5).rows(0..<9) == expected)
    let forty = try SobolDesign(dimensions: 40).rows(0..<1024)
    #expect(
      [0, 1, 10, 20, 39].map { forty[1023, $0] }
        == [0.0009765625, 0.7529296875, 0.6787109375, 0.8662109375, 0.6982421875])
    for d in 0..<40 { #expect(forty.column(d).reduce(0, +) == 511.5) }
  }

  /// Twenty direction numbers of every dimension against `Tests/Oracles/sobol_digest.py`.
  @Test func allDimensions() throws {
    let design = try SobolDesign(dimensions: SobolDesign.mostDimensions)
    var digest: UInt64 = 14_695_981_039_346_656_037
    for j in 1...20 {
      for value in design.row(1 << j - 1) {
        digest = (digest ^ UInt64(value * 0x1p30)) &* 1_099_511_628_211
      }
    }
    #expect(digest == 15036071014446227349)
  }

  /// Of the first 2ᵐ rows each coordinate has one in every interval of width 2⁻ᵐ.
  @Test(arguments: 0...10) func oneInEveryInterval(m: Int) throws {
    let n = 1 << m
    for design in [
      try SobolDesign(dimensions: 60), try SobolDesign(dimensions: 60, seed: 4, purpose: 9),
    ] {
      let points = design.rows(0..<n)
      for d in 0..<60 {
        let places = points.column(d).map { Int($0 * Double(n)) }
        #expect(places.sorted() == Array(0..<n), "dimension \(d)")
      }
    }
  }

  @Test func rowsByIndex() throws {
    let design = try SobolDesign(dimensions: 12, seed: 77, purpose: 1)
    let rows = design.rows(1000..<1100)
    for i in 0..<100 { #expect(rows.row(i) == design.row(1000 + i)) }
    #expect(design.rows(5..<5).rows == 0)
    #expect(rows != (try SobolDesign(dimensions: 12, seed: 78, purpose: 1).rows(1000..<1100)))
    #expect(rows != (try SobolDesign(dimensions: 12, seed: 77, purpose: 2).rows(1000..<1100)))
    #expect(rows.elements.allSatisfy { $0 > 0 && $0 < 1 })
    let last = try SobolDesign(dimensions: 2).row((1 << 32) - 1)
    #expect(last[0] == 0x1p-32)
  }

  /// Halves, quarters and so on stay together: coordinates that agree in their first k bits, and no
  /// more, do so when they are scrambled. Dimensions up to, at and beyond a group of eight.
  @Test(arguments: [1, 7, 8, 9, 30]) func scramblingIsNested(dimensions: Int) throws {
    let plain = try SobolDesign(dimensions: dimensions).rows(0..<600)
    let scrambled = try SobolDesign(dimensions: dimensions, seed: 11, purpose: 0).rows(0..<600)
    for d in 0..<dimensions {
      for i in 1..<600 {
        let before = UInt32(plain[i, d] * 0x1p32) ^ UInt32(plain[i / 2, d] * 0x1p32)
        let after = UInt32(scrambled[i, d] * 0x1p32) ^ UInt32(scrambled[i / 2, d] * 0x1p32)
        #expect(before.leadingZeroBitCount == after.leadingZeroBitCount, "row \(i), \(d)")
      }
    }
  }

  /// Over seeds the mean of a coordinate is ½ and the correlation of two 0, within five standard errors
  /// of 2,000 seeds, whatever the row.
  @Test(arguments: [0, 1, 6, 1023]) func scramblingIsUnbiased(row: Int) throws {
    let n = 2000
    let draws = try (0..<n).map {
      try SobolDesign(dimensions: 8, seed: UInt64($0), purpose: 0).row(row)
    }
    let error = (1.0 / 12 / Double(n)).squareRoot()
    for d in 0..<8 {
      let column = draws.map { $0[d] }
      expectClose(mean(of: column), 0.5, relative: 0, absolute: 5 * error, "dimension \(d)")
      expectClose(variance(of: column), 1.0 / 12, relative: 0.12, "dimension \(d)")
      if d > 0 {
        let other = draws.map { $0[d - 1] }
        #expect(abs(correlation(of: column, and: other)) < 5 / Double(n).squareRoot())
      }
    }
  }

  /// The mean of `Π (1 + (x_k − ½) / k)` over 6 coordinates is 1. Independent points err by about
  /// 0.32 / √n; scrambled ones must err less by far, and faster than 1 / n between 2⁸ and 2¹².
  @Test func integrationError() throws {
    func error(_ n: Int) throws -> Double {
      let squares = try (0..<40).map { seed -> Double in
        let points = try SobolDesign(dimensions: 6, seed: UInt64(seed), purpose: 2).rows(0..<n)
        let values = (0..<n).map { i in
          (0..<6).reduce(1.0) { $0 * (1 + (points[i, $1] - 0.5) / Double($1 + 1)) }
        }
        return (mean(of: values) - 1) * (mean(of: values) - 1)
      }
      return mean(of: squares).squareRoot()
    }
    let (coarse, fine) = (try error(256), try error(4096))
    #expect(coarse < 0.32 / 16 / 10, "\(coarse)")
    #expect(fine < coarse / 16, "\(coarse) \(fine)")
  }

  @Test func tooManyDimensions() {
    let expected = StatisticsError.tooManyDimensions(dimensions: 1112, most: 1111)
    #expect(throws: expected) { try SobolDesign(dimensions: 1112) }
    #expect(expected.description.contains("numbers reach 1111"))
  }
}
