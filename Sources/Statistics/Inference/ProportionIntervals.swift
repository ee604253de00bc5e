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
    return wilson(share: Double(part) / Double(whole), of: Double(whole), level: level)
  }

  /// The same of a share that need not be a whole count, such as one in which ties count half.
  ///
  /// - Parameters:
  ///   - share: 0 to 1.
  ///   - trials: Of how many, > 0.
  ///   - level: Above 0, below 1.
  public static func wilson(
    share: Double, of trials: Double, level: Double = 0.95
  ) -> CentralInterval {
    precondition((0...1).contains(share) && trials > 0, "a share of \(share) of \(trials)")
    let z = standardNormalQuantile((1 + level) / 2)
    let scale = 1 + z * z / trials
    let centre = (share + z * z / (2 * trials)) / scale
    let variance = share * (1 - share) / trials + z * z / (4 * trials * trials)
    let reach = z / scale * variance.squareRoot()
    return CentralInterval(
      level: level, lower: share == 0 ? 0 : centre - reach,
      upper: share == 1 ? 1 : centre + reach)
  }

  /// The interval of Clopper and Pearson: all shares under which neither tail of the count has less than
  /// half of what is left of the level. Its coverage is never below the level.
  ///
  /// - Parameters:
  ///   - part: The count, 0 to `whole`.
  ///   - whole: 1 to 10⁸.
  ///   - level: Above 0, below 1.
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
