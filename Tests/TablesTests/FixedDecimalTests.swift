import TestSupport
import Tables
import Testing

@Suite struct FixedDecimalTests {
  /// Made with Python 3: Decimal(x).quantize(Decimal(1).scaleb(-d), ROUND_HALF_EVEN).
  static let oracle: [(Double, Int, String)] = [
    (-404328.77902515, 0, "-404329"),
    (765033.9894534666, 0, "765034"),
    (435180602889.63165, 0, "435180602890"),
    (-7.541992509929341e-05, 1, "0.0"),
    (-7.236549733138245e-05, 2, "0.00"),
    (22.175, 2, "22.18"),
    (7.791027920676741e-13, 2, "0.00"),
    (-109005.375, 0, "-109005"),
    (43740.0, 1, "43740.0"),
    (78.2125159905, 9, "78.212515990"),
    (-3.1878066552726873e-06, 2, "0.00"),
    (4.526796647209821e-08, 3, "0.000"),
    (203860.47574965167, 15, "203860.475749651668593"),
    (6.161046277794778e+17, 9, "616104627779477760.000000000"),
    (-9.882557394392846e-07, 0, "0"),
    (49.403382542500005, 9, "49.403382543"),
    (121412.25, 15, "121412.250000000000000"),
    (13.5, 0, "14"),
    (-38026.375, 1, "-38026.4"),
    (58916.25, 0, "58916"),
    (72664434827408.88, 2, "72664434827408.88"),
    (6.514114898812118e-10, 9, "0.000000001"),
    (-8.5357604940854e-07, 3, "0.000"),
    (28.5, 0, "28"),
    (1.8446744073709552e+19, 2, "18446744073709551616.00"),
    (9007199254740994.0, 3, "9007199254740994.000"),
    (1e+23, 0, "99999999999999991611392"),
    (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.675, 2, "2.67"), (1.115, 2, "1.11"),
    (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (-0.4, 0, "0"), (-0.6, 0, "-1"), (-0.0, 1, "0.0"),
    (0.9999999999, 3, "1.000"), (-9.995, 2, "-9.99"), (999.9996, 3, "1000.000"),
  ]

  @Test(arguments: oracle.indices) func matchesExactDecimals(index: Int) {
    let (number, decimals, text) = Self.oracle[index]
    #expect(FixedDecimal.text(number, decimals: decimals) == text)
  }

  @Test func writesTheLargestNumberInFull() {
    let text = FixedDecimal.text(.greatestFiniteMagnitude, decimals: 0)
    #expect(text.count == 309)
    #expect(text.hasPrefix("17976931348623157081452742373170435679807056752584499659891747680315"))
    #expect(Double(text) == .greatestFiniteMagnitude)
    #expect(FixedDecimal.text(-.greatestFiniteMagnitude, decimals: 2) == "-" + text + ".00")
  }

  @Test(arguments: [UInt64(1), 2, 3, 4]) func readsBackWithinHalfAUnit(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<5_000 {
      let decimals = Int.random(in: 0...9, using: &random)
      let size = Double.random(in: -3...15, using: &random)
      let exponent = size.rounded(.down)
      var number = Double.random(in: -10...10, using: &random)
      for _ in 0..<Int(abs(exponent)) { number = exponent > 0 ? number * 10 : number / 10 }
      let text = FixedDecimal.text(number, decimals: decimals)
      let unit = try #require(Double("1e-\(decimals)"))
      let read = try #require(Double(text))
      // Reading the text rounds once more, by at most an ULP of the number.
      #expect(abs(read - number) <= unit / 2 + number.ulp, "seed \(seed): \(number)")
      #expect(text.split(separator: ".").dropFirst().first?.count ?? 0 == decimals)
      #expect(!(text.hasPrefix("-") && read == 0))
      let mirrored = FixedDecimal.text(-number, decimals: decimals)
      #expect(
        read == 0
          ? mirrored == text
          : mirrored == (text.hasPrefix("-") ? String(text.dropFirst()) : "-" + text))
    }
  }

  @Test func groupsThousandsForTheTerminal() {
    #expect(FixedDecimal.grouped(0, decimals: 0) == "0")
    #expect(FixedDecimal.grouped(999, decimals: 1) == "999.0")
    #expect(FixedDecimal.grouped(-1_234_567.891, decimals: 2) == "-1,234,567.89")
    #expect(FixedDecimal.grouped(83_530, decimals: 0) == "83,530")
  }
}
