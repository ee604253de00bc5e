/// A rate that is known by a count of events in some exposure.
public struct PoissonRate: Sendable, Equatable {
  /// Events seen, ≥ 0.
  public let events: Int
  /// In what exposure, > 0: children, child-years, or the events expected.
  public let exposure: Double

  /// A rate.
  public init(events: Int, exposure: Double) {
    precondition(events >= 0 && exposure > 0, "\(events) events in \(exposure)")
    self.events = events
    self.exposure = exposure
  }

  /// Events over exposure.
  public var rate: Double { Double(events) / exposure }

  /// The exact interval: all rates under which neither tail of the count has less than half of what is
  /// left of the level.
  ///
  /// - Parameter level: Above 0, below 1.
  /// - SeeAlso: [Garwood1936].
  public func interval(level: Double = 0.95) -> CentralInterval {
    let tail = (1 - level) / 2
    func gamma(_ shape: Double) -> GammaDistribution {
      do {
        return try GammaDistribution(shape: shape, scale: 1 / exposure)
      } catch {
        preconditionFailure("\(error)")
      }
    }
    let count = Double(events)
    return CentralInterval(
      level: level, lower: events == 0 ? 0 : gamma(count).quantile(at: tail),
      upper: gamma(count + 1).quantile(upperTail: tail))
  }

  /// The exact test of a rate: the probability of all counts that are no likelier than the one seen.
  ///
  /// - Parameter rate: Per unit of exposure, > 0.
  public func test(of rate: Double) -> TestResult {
    precondition(rate > 0, "a rate of \(rate)")
    let expected = rate * exposure
    return TestResult(
      statistic: Double(events),
      probability: Double(events) == expected ? 1 : bothTails(under: expected))
  }

  /// The tail beyond the count and, on the other side of the mean, the one from where counts are no
  /// likelier: from the mean outwards their likelihood falls.
  private func bothTails(under expected: Double) -> Double {
    // As likely, but for rounding.
    let bar = Self.logTerm(events, expected) + 1e-7
    if Double(events) < expected {
      var other = Int(expected.rounded(.up))
      while Self.logTerm(other, expected) > bar { other += 1 }
      return Self.atMost(events, expected) + Self.atLeast(other, expected)
    }
    var other = Int(expected.rounded(.down))
    while other >= 0 && Self.logTerm(other, expected) > bar { other -= 1 }
    return Self.atLeast(events, expected) + Self.atMost(other, expected)
  }

  private static func logTerm(_ count: Int, _ expected: Double) -> Double {
    count == 0 ? -expected : logPoissonTerm(Double(count), expected)
  }

  private static func atMost(_ count: Int, _ expected: Double) -> Double {
    count < 0 ? 0 : regularisedGamma(Double(count) + 1, expected).upper
  }

  private static func atLeast(_ count: Int, _ expected: Double) -> Double {
    count <= 0 ? 1 : regularisedGamma(Double(count), expected).lower
  }
}
