import Foundation

/// Exponential smoothing as a model with errors, fitted by maximum likelihood over weights and starting
/// states: simple, Holt's, damped, with additive or multiplicative seasons and errors.
///
/// Laws: a series multiplied by a number above 0 has the same weights, and forecasts multiplied by it.
/// - SeeAlso: [Hyndman2008], chapters 2, 5 and 7.
public struct ExponentialSmoothing: Sendable, Equatable {
  /// How errors, trend and season enter.
  public let form: SmoothingForm
  /// Steps to a period; 1 without seasons.
  public let period: Int
  /// The weights.
  public let weights: SmoothingWeights
  /// The state before the first value.
  public let start: SmoothingState
  /// The series as it was followed.
  public let path: SmoothingPath

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - form: Of the model.
  ///   - series: In order of time; finite, above 0 where errors or seasons are multiplicative.
  ///   - period: Steps to a period, ≥ 2 for forms with seasons.
  /// - Throws: `seriesTooShort` with fewer values than parameters and two more, or than two periods;
  ///   `response` for a value that cannot be; `likelihoodNotMaximised`.
  public init(
    _ form: SmoothingForm, _ series: [Double], period: Int = 1
  ) throws(StatisticsError) {
    let needed = Self.needed(form, period)
    guard series.count >= needed else {
      throw .seriesTooShort(model: form.name, length: series.count, needed: needed)
    }
    for (index, value) in series.enumerated() {
      guard value.isFinite, value > 0 || !form.needsPositive else {
        throw .response(
          family: form.name, index: index, value: value,
          allowed: form.needsPositive ? "above 0" : "finite")
      }
    }
    let own = form.season == .none ? 1 : period
    let start = SmoothingStart(form, series, period: own)
    let size = Statistics.variance(of: series)
    func path(_ point: [Double]) -> SmoothingPath {
      let (weights, state) = start.read(point)
      return SmoothingPath(series, form: form, weights: weights, from: state)
    }
    // A series without any error has a likelihood without bound: weights hardly matter there.
    let exact = start.points.first { path($0).sumOfSquares <= 1e-24 * Double(series.count) * size }
    let search = QuasiNewton(maximumIterations: 500, tolerance: 1e-8)
    guard
      let point = exact
        ?? search.least(from: start.points, of: { -path($0).logLikelihood })?.parameters
    else {
      throw .likelihoodNotMaximised(family: form.name, iterations: 500, deviance: .nan)
    }
    self.form = form
    self.period = own
    (weights, self.start) = start.read(point)
    self.path = path(point)
  }

  /// Fits all forms that a series allows and chooses the one with the least ``correctedAkaike``.
  ///
  /// - Parameters:
  ///   - series: In order of time; finite.
  ///   - period: Steps to a period; 1 for none.
  ///   - forms: Those to choose from.
  /// - Throws: `seriesTooShort` where it is too short for all of them; else as ``init(_:_:period:)`` where
  ///   none can be fitted.
  public static func chosen(
    _ series: [Double], period: Int = 1, among forms: [SmoothingForm] = SmoothingForm.all
  ) throws(StatisticsError) -> ExponentialSmoothing {
    precondition(!forms.isEmpty, "no form to choose from")
    var best: ExponentialSmoothing?
    var failure: StatisticsError?
    for form in forms where form.season == .none || period > 1 {
      do {
        let fit = try ExponentialSmoothing(form, series, period: period)
        if fit.correctedAkaike < best?.correctedAkaike ?? .infinity { best = fit }
      } catch {
        failure = failure ?? error
      }
    }
    guard let best else {
      throw failure
        ?? .seriesTooShort(model: "ETS", length: series.count, needed: series.count + 1)
    }
    return best
  }

  private static func needed(_ form: SmoothingForm, _ period: Int) -> Int {
    guard form.season != .none else { return form.parameters(period: 1) + 3 }
    precondition(period >= 2, "seasons with a period of \(period)")
    return max(form.parameters(period: period) + 3, 2 * period)
  }

  /// Weights, starting states and the errors' variance.
  public var parameters: Int { form.parameters(period: period) + 1 }

  /// The log likelihood at its maximum.
  public var logLikelihood: Double { path.logLikelihood }

  /// Akaike's criterion: `2 k − 2 log L`.
  public var akaike: Double { 2 * Double(parameters) - 2 * logLikelihood }

  /// The same corrected for short series: `+ 2 k (k + 1) / (n − k − 1)`.
  ///
  /// - SeeAlso: [HurvichTsai1989].
  public var correctedAkaike: Double {
    let (n, k) = (Double(path.errors.count), Double(parameters))
    return akaike + 2 * k * (k + 1) / (n - k - 1)
  }

  /// The errors' variance: their squares over the number of values less that of weights and starting
  /// states.
  public var variance: Double {
    path.sumOfSquares / Double(path.errors.count - form.parameters(period: period))
  }
}
