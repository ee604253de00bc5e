/// A study that would inform an input before plans are chosen between.
struct InformingStudy: Sendable, Equatable {
  /// Observations of the study, n.
  let size: Int
  /// Observations that what is known now is worth, n₀.
  let priorSize: Double

  init(_ settings: Settings) {
    size = settings.studySize
    priorSize = settings.priorSize
  }

  /// What the study leaves of the distance of a mean net benefit given the input from that without it:
  /// `√(n / (n + n₀))`.
  var kept: Double {
    let n = Double(size)
    return (n / (n + priorSize)).squareRoot()
  }

  /// A figure that says what was assumed of the study.
  func noted(_ measure: Measure) -> Measure {
    let prior =
      priorSize == priorSize.rounded() && priorSize < 1e15 ? "\(Int(priorSize))" : "\(priorSize)"
    let assumed =
      "of \(size) observations beside what is known now, worth \(prior); exact for net benefits that are "
      + "linear in a normal input observed with normal errors, else an approximation"
    return Measure(
      measure.kind, of: measure.input, output: measure.output, measure.estimate,
      note: measure.note.map { "\($0); \(assumed)" } ?? assumed)
  }
}
