/// A comparison of means: the difference, its interval and how surely it is not 0.
public struct MeanDifference: Sendable, Equatable {
  /// The first mean less the second.
  public let difference: Double
  /// In which the true difference lies with the level's confidence.
  public let interval: CentralInterval
  /// The t test of no difference.
  public let test: TestResult

  private init(_ difference: Double, error: Double, freedom: Double, level: Double) {
    precondition(error > 0, "samples without any variation")
    let distribution = StudentDistribution(freedom: freedom)
    let reach = distribution.quantile(upperTail: (1 - level) / 2) * error
    self.difference = difference
    interval = CentralInterval(level: level, lower: difference - reach, upper: difference + reach)
    test = .student(difference / error, freedom: freedom)
  }

  /// Welch's comparison of two samples whose variances may differ: degrees of freedom by Satterthwaite.
  ///
  /// - Parameters:
  ///   - x: At least 2 numbers; of both samples not all the same.
  ///   - y: As many or others.
  ///   - level: Of the interval, above 0 and below 1.
  /// - SeeAlso: [Welch1947].
  public static func welch(_ x: [Double], _ y: [Double], level: Double = 0.95) -> MeanDifference {
    let (a, b) = (variance(of: x) / Double(x.count), variance(of: y) / Double(y.count))
    let freedom =
      (a + b) * (a + b) / (a * a / Double(x.count - 1) + b * b / Double(y.count - 1))
    return MeanDifference(
      mean(of: x) - mean(of: y), error: (a + b).squareRoot(), freedom: freedom, level: level)
  }

  /// Student's comparison of two samples with one variance.
  ///
  /// - Parameters:
  ///   - x: At least 2 numbers; of both samples not all the same.
  ///   - y: As many or others.
  ///   - level: Of the interval, above 0 and below 1.
  public static func pooled(_ x: [Double], _ y: [Double], level: Double = 0.95) -> MeanDifference {
    let (n, m) = (Double(x.count), Double(y.count))
    let freedom = n + m - 2
    let pooled = ((n - 1) * variance(of: x) + (m - 1) * variance(of: y)) / freedom
    return MeanDifference(
      mean(of: x) - mean(of: y), error: (pooled * (1 / n + 1 / m)).squareRoot(),
      freedom: freedom, level: level)
  }

  /// Student's comparison of pairs, or of one sample with nothing.
  ///
  /// - Parameters:
  ///   - differences: The first of each pair less the second; at least 2, not all the same.
  ///   - level: Of the interval, above 0 and below 1.
  public static func paired(_ differences: [Double], level: Double = 0.95) -> MeanDifference {
    let n = Double(differences.count)
    return MeanDifference(
      mean(of: differences), error: (variance(of: differences) / n).squareRoot(),
      freedom: n - 1, level: level)
  }
}
