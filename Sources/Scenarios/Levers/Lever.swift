public import Parameters

/// How well an effect is known.
public enum EvidenceGrade: String, CaseIterable, Sendable {
  /// A randomised trial.
  case trial = "trial"
  /// A comparison with a matched or adjusted group.
  case quasiExperiment = "quasi-experiment"
  /// The same people or places before and after, without a comparison.
  case beforeAfter = "before-after"
  /// Assumed, with a reason and a range.
  case assumed = "assumed"
  /// Nobody has published an effect, so none is applied.
  case nonePublished = "none-published"

  /// One sentence for tables and help.
  public var sentence: String {
    switch self {
    case .trial: "Randomised trial."
    case .quasiExperiment: "Comparison with a matched or adjusted group."
    case .beforeAfter: "Before and after, without a comparison."
    case .assumed: "Assumed, with a reason and a range."
    case .nonePublished: "No effect is published, so none is applied."
    }
  }
}

/// A policy that changes numbers of the model from a date, phased in, with evidence and a price.
///
/// Levers are data: `Datasets/levers/<id>.yaml`.
public struct Lever: Sendable, Identifiable {
  /// Kebab-case name.
  public let id: String
  /// Name for readers.
  public let label: String
  /// The question it answers.
  public let question: String
  /// What it is, what was published of its effect, and what was not.
  public let description: String
  /// The strand of the programme that pays for it, an id after `programme.strand.`; `nil` if none.
  public let strand: String?
  /// The price that pays for it where no strand does, an id after `programme.price.`; `nil` if none.
  public let price: String?
  /// How well its effect is known.
  public let grade: EvidenceGrade
  /// Why an effect was assumed; there if the grade is `assumed`.
  public let reason: String?
  /// What it changes; at least one action.
  public let actions: [LeverAction]
  /// Share of the effect that each year after the start adds; each 0 or more; sums to 1.
  public let phasing: [Double]
  /// Which way its effect goes; none if it has no effect.
  public let directions: [LeverDirection]
  /// Where the effect, or its absence, is stated.
  public let sources: [Citation]
  /// Where it was read.
  public let place: Place

  /// What the ids of prices start with: parameters by programme year, in million pounds.
  static let pricePrefix = "programme.price."

  /// Whether it runs with its own spending alone, for want of a published effect.
  public var hasNoPublishedEffect: Bool { grade == .nonePublished }

  /// Whether none of its actions changes a number, so that it runs with its own spending alone:
  /// because no effect is published, or because only a range around none can be assumed.
  public var hasNoEffect: Bool { actions.allSatisfy(\.isNeutral) }

  /// The strand or price that pays for it; `nil` if neither is published.
  var payer: String? { strand ?? price }

  /// Whether nothing is known of it that would change a number: neither effect nor price.
  public var hasNeitherEffectNorPrice: Bool { hasNoEffect && payer == nil }
}
