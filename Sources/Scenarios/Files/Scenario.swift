public import Parameters

/// A question asked of the model: dated changes of a base, as data.
///
/// Scenarios are files: `Datasets/scenarios/<id>.yaml`.
public struct Scenario: Sendable, Identifiable {
  /// What it is compared with and built on.
  public enum Parent: Sendable, Equatable {
    /// Nothing: it is a base.
    case none
    /// A base, on which its changes lie and with which it is compared.
    case base(String)
    /// Another scenario, whose base, levers and overrides it has too.
    case extends(String)
  }

  /// Kebab-case name.
  public let id: String
  /// Name for readers.
  public let title: String
  /// The question it answers.
  public let question: String
  /// Who wrote it.
  public let author: String
  /// Where the proposal stands.
  public let reference: String
  /// What it is built on.
  public let parent: Parent
  /// The levers it pulls.
  public let levers: [LeverUse]
  /// Years by which every lever of this scenario starts later, also those of the one it extends.
  public let delay: Delay?
  /// Changes of single parameters.
  public let overrides: [Override]
  /// The text of its file, for the manifest of a run.
  public let text: String
  /// Where it was read.
  public let place: Place

  /// Whether it is a base.
  public var isBase: Bool { parent == .none }

  /// A delay of every lever of a scenario.
  public struct Delay: Sendable, Equatable {
    /// Whole years, 1 to 20.
    public let years: Int
    /// Why.
    public let reason: String
  }
}

/// A lever as a scenario pulls it.
public struct LeverUse: Sendable {
  /// The id of the lever.
  public let lever: String
  /// The financial year of its first effect and of the first year of its spending.
  public let start: FinancialYear
  /// The part that is delivered, of the effect and of the spending: 0 to 1.
  public let strength: Double
  /// Why it is pulled, then and so far.
  public let reason: String
  /// Where it was read.
  public let place: Place
}
