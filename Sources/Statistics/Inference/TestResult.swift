/// What a test of a hypothesis comes to.
public struct TestResult: Sendable, Equatable {
  /// What is compared with its distribution under the hypothesis.
  public let statistic: Double
  /// Degrees of freedom; `nil` where the distribution has none.
  public let freedom: Double?
  /// The probability under the hypothesis of what was seen or what speaks more against it, on both
  /// sides; 0 to 1.
  public let probability: Double

  init(statistic: Double, freedom: Double? = nil, probability: Double) {
    self.statistic = statistic
    self.freedom = freedom
    self.probability = min(max(probability, 0), 1)
  }

  /// A statistic that is Student's t, on both sides.
  static func student(_ statistic: Double, freedom: Double) -> TestResult {
    TestResult(
      statistic: statistic, freedom: freedom,
      probability: StudentDistribution(freedom: freedom).bothTails(at: statistic))
  }

  /// A chi-squared statistic.
  static func chiSquared(_ statistic: Double, freedom: Int) -> TestResult {
    TestResult(
      statistic: statistic, freedom: Double(freedom),
      probability: regularisedGamma(Double(freedom) / 2, statistic / 2).upper)
  }
}
