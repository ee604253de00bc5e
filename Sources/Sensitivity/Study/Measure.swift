/// A kind of figure that a method gives.
public struct MeasureKind: Sendable, Equatable {
  /// How files call it.
  public let id: String
  /// What it is, in one sentence.
  public let sentence: String
}

/// A figure with how sure it is.
public struct Estimate: Sendable, Equatable {
  /// The figure.
  public let value: Double
  /// Its standard error; 0 where nothing is drawn.
  public let standardError: Double
  /// Where the exact figure lies with a confidence of 95 %.
  public let interval: ClosedRange<Double>
  /// The figure in every resample, or without each of the replicates in turn. Empty where nothing is
  /// drawn.
  public let replicates: [Double]

  /// A figure without error.
  init(exact value: Double) {
    (self.value, standardError, replicates) = (value, 0, [])
    interval = value...value
  }

  init(value: Double, standardError: Double, halfWidth: Double, replicates: [Double]) {
    self.init(
      value: value, standardError: standardError,
      interval: (value - halfWidth)...(value + halfWidth), replicates: replicates)
  }

  init(
    value: Double, standardError: Double, interval: ClosedRange<Double>, replicates: [Double]
  ) {
    self.value = value
    self.standardError = standardError
    self.interval = interval
    self.replicates = replicates
  }

  /// The same with an interval that is wider to either side.
  func widened(by bias: Double) -> Estimate {
    Estimate(
      value: value, standardError: standardError,
      interval: (interval.lowerBound - bias)...(interval.upperBound + bias),
      replicates: replicates)
  }

  /// Half the width of the interval.
  public var halfWidth: Double { (interval.upperBound - interval.lowerBound) / 2 }
}

/// One figure of an analysis: of an input or group (or a pair of them) for an output.
public struct Measure: Sendable, Equatable {
  /// The input or group; ``dummyName`` for the one the function does not see, ``allName`` for
  /// figures of all inputs together.
  public let input: String
  /// The other one, where the figure is that of a pair.
  public let other: String?
  /// The output.
  public let output: String
  /// Which figure: one of the method's kinds.
  public let kind: String
  /// The figure; none where there is none, and then the note says why.
  public let estimate: Estimate?
  /// Why it is missing, or not to be relied on.
  public let note: String?

  /// What the input that the function does not see is called.
  public static let dummyName = "(dummy)"
  /// What all inputs together are called.
  public static let allName = "(all)"

  init(
    _ kind: String, of input: String, with other: String? = nil, output: String,
    _ estimate: Estimate?, note: String? = nil
  ) {
    self.input = input
    self.other = other
    self.output = output
    self.kind = kind
    self.estimate = estimate
    self.note = note
  }
}
