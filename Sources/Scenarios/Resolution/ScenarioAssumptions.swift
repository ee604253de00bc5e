public import CareModel
public import Parameters

/// All that a scenario sets: the parameters with its changes, and the programme it pays for.
public struct ScenarioAssumptions: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// The id of the base it is compared with; `nil` if it is one.
  public let base: String?
  /// The parameters with every lever and override applied.
  public let parameters: ParameterSet
  /// The strands of the levers, each from its start and as far as it is delivered; no strand if
  /// the scenario has no lever with a strand.
  public let programme: Programme
  /// What the reader must know, one sentence each.
  public let warnings: [ScenarioWarning]
  /// The ids of levers that are pulled but change no number, because neither their effect nor their
  /// price is published.
  public let leversOfUnknownWorth: [String]
  /// What was changed against the parameters as read, for `changes.csv`: parameters by id, category
  /// and date, then the spending of each lever, then levers without a published effect.
  public let changes: [ScenarioChange]

  /// Whether the model would compute the same from both. Parameters of the programme count only
  /// through the strands that run.
  public func computesTheSame(as other: ScenarioAssumptions) -> Bool {
    programme.strands == other.programme.strands
      && (programme.strands.isEmpty || programme == other.programme)
      && parameters.idsThatDiffer(from: other.parameters).allSatisfy {
        $0.hasPrefix("programme.")
      }
  }
}

/// What the reader of a scenario must know.
public struct ScenarioWarning: Sendable, Equatable {
  /// The id of the lever that it is about; `nil` if it is about the scenario.
  public let lever: String?
  /// One sentence.
  public let sentence: String
}
