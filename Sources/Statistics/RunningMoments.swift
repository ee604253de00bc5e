/// Count, mean, variance, least and greatest of numbers seen one at a time, in constant memory.
///
/// ```
/// mean ← mean + (x − mean) / n        M ← M + (x − mean_old)(x − mean)
/// ```
///
/// Two merge into that of all their numbers: with d the difference of means,
/// `M = M_a + M_b + d² n_a n_b / (n_a + n_b)`. Merging in one order gives the same bits; another order may
/// differ in the last ones.
/// - SeeAlso: [Welford1962]; [ChanGolubLeVeque1983] for merging.
public struct RunningMoments: Sendable, Equatable {
  /// How many numbers were seen.
  public private(set) var count = 0
  /// The least of them; infinite if none.
  public private(set) var minimum = Double.infinity
  /// The greatest of them; minus infinite if none.
  public private(set) var maximum = -Double.infinity
  private var center = 0.0
  private var squares = 0.0

  /// No numbers yet.
  public init() {}

  /// Takes a number in.
  ///
  /// - Parameter value: Finite.
  public mutating func add(_ value: Double) {
    precondition(value.isFinite, "\(value) among running moments")
    count += 1
    let difference = value - center
    center += difference / Double(count)
    squares += difference * (value - center)
    minimum = min(minimum, value)
    maximum = max(maximum, value)
  }

  /// Takes in all that another has seen.
  public mutating func merge(_ other: RunningMoments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let (here, there) = (Double(count), Double(other.count))
    let difference = other.center - center
    center += difference * (there / (here + there))
    squares += other.squares + difference * difference * (here * there / (here + there))
    count += other.count
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
  }

  /// The mean; at least one number.
  public var mean: Double {
    precondition(count >= 1, "the mean of 0 values, at least 1 needed")
    return center
  }

  /// The sample variance, divisor n − 1; at least two numbers.
  public var variance: Double {
    precondition(count >= 2, "the variance of \(count) values, at least 2 needed")
    return squares / Double(count - 1)
  }
}
