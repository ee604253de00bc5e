/// How far each authority is from England in every ``AreaEffect``, as it is fitted.
public struct AreaEffects: Sendable, Equatable {
  /// What is known of one effect of one authority on the opening 31 March.
  public struct Estimate: Sendable, Equatable {
    /// The effect; 0 is England's.
    public let value: Double
    /// Its standard deviation, ≥ 0.
    public let deviation: Double
    /// What part of the estimate is the authority's own data; the rest is drawn towards its region and
    /// England. 0 to 1.
    public let ownShare: Double

    /// An estimate.
    public init(value: Double, deviation: Double, ownShare: Double) {
      self.value = value
      self.deviation = deviation
      self.ownShare = ownShare
    }
  }

  /// How an effect differs between authorities and from year to year, on its scale.
  public struct Spread: Sendable, Equatable {
    /// Standard deviation between regions; ≥ 0.
    public let betweenRegions: Double
    /// Standard deviation between the authorities of a region; ≥ 0.
    public let betweenAuthorities: Double
    /// Standard deviation of a year's change; ≥ 0.
    public let yearlyChange: Double
    /// What is left of the effect a year later; 0 to 1.
    public let persistence: Double
    /// Variance of a year's count over that of independent children; > 0.
    public let dispersion: Double

    /// A spread.
    public init(
      betweenRegions: Double, betweenAuthorities: Double, yearlyChange: Double,
      persistence: Double, dispersion: Double
    ) {
      self.betweenRegions = betweenRegions
      self.betweenAuthorities = betweenAuthorities
      self.yearlyChange = yearlyChange
      self.persistence = persistence
      self.dispersion = dispersion
    }
  }

  /// An effect of all authorities.
  public struct Fitted: Sendable, Equatable {
    /// Between authorities and years.
    public let spread: Spread
    /// By the authority's code.
    public let estimates: [String: Estimate]

    /// An effect of all authorities.
    public init(spread: Spread, estimates: [String: Estimate]) {
      self.spread = spread
      self.estimates = estimates
    }
  }

  private let fitted: [AreaEffect: Fitted]

  /// Effects; those that are not given are 0 everywhere and stay so.
  public init(_ fitted: [AreaEffect: Fitted]) { self.fitted = fitted }

  /// No authority differs from England.
  public static let none = AreaEffects([:])

  /// An effect of all authorities; `nil` where none differs.
  public subscript(effect: AreaEffect) -> Fitted? { fitted[effect] }
}
