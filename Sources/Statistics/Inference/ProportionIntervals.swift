/// Intervals of a share that is known by a count: so many of so many.
extension CentralInterval {
  /// Wilson's interval: all shares that a score test of the count does not reject. Its coverage is close
  /// to the level on average, for small counts too.
  ///
  /// - Parameters:
  ///   - part: The count, 0 to `whole`.
  ///   - whole: At least 1.
  ///   - level: Above 0, below 1.
  /// - SeeAlso: [Wilson1927].
  public static func wilson(
    _ part: Int, of whole: Int, level: Double = 0.95
  ) -> CentralInterval {
    check(part, of: whole)
    let z = standardNormalQuantile((1 + level) / 2)
    let (n, share) = (Double(whole), Double(part) / Double(whole))
    let scale = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / scale
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / scale
    return CentralInterval(
      level: level, lower: part == 0 ? 0 : centre - reach,
      upper: part == whole ? 1 : centre + reach)
  }

  /// The interval of Clopper and Pearson: all shares under which neither tail of the count has less than
  /// half of what is left of the level. Its coverage is never below the level.
  ///
  /// - Parameters: As of ``wilson(_:of:level:)``.
  /// - SeeAlso: [ClopperPearson1934].
  public static func clopperPearson(
    _ part: Int, of whole: Int, level: Double = 0.95
  ) -> CentralInterval {
    check(part, of: whole)
    let tail = (1 - level) / 2
    let (k, rest) = (Double(part), Double(whole - part))
    return CentralInterval(
      level: level,
      lower: part == 0 ? 0 : beta(k, rest + 1).quantile(at: tail),
      upper: part == whole ? 1 : beta(k + 1, rest).quantile(upperTail: tail))
  }

  private static func check(_ part: Int, of whole: Int) {
    precondition(whole >= 1 && (0...whole).contains(part), "\(part) of \(whole)")
  }

  private static func beta(_ a: Double, _ b: Double) -> BetaDistribution {
    do {
      return try BetaDistribution(a: a, b: b)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
