public import CareModel
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
  /// On which 31 March it opens; said by a base, that of the base for every other scenario.
  public let opening: Opening?
  /// The levers it pulls.
  public let levers: [LeverUse]
  /// What lies round its levers and those of the scenario it extends, such as a delay.
  public let wrappers: [LeverWrapper]
  /// Changes of single parameters.
  public let overrides: [Override]
  /// The text of its file, for the manifest of a run.
  public let text: String
  /// Where it was read.
  public let place: Place

  /// A scenario put together by a program; `assumptions(from:)` checks it as one that was read.
  ///
  /// - Parameters:
  ///   - opening: Where a base opens; with `nil` the latest. No other scenario has one.
  ///   - levers: Each lever once.
  ///   - text: The text that stands for it in the manifest of a run.
  public init(
    id: String, title: String, question: String, author: String, reference: String,
    parent: Parent, opening: Opening? = nil, levers: [LeverUse] = [], wrappers: [LeverWrapper] = [],
    overrides: [Override] = [], text: String = "", place: Place
  ) {
    precondition(
      Set(levers.map(\.lever)).count == levers.count,
      "levers \(levers.map(\.lever)) of \(id) are not each named once")
    precondition(
      opening == nil || parent == .none, "\(id) is no base and opens on 31 March \(opening!.year)")
    self.id = id
    self.title = title
    self.question = question
    self.author = author
    self.reference = reference
    self.parent = parent
    self.opening = opening
    self.levers = levers
    self.wrappers = wrappers
    self.overrides = overrides
    self.text = text
    self.place = place
  }

  /// The same scenario with levers pulled as given, whether or not it pulled them before.
  ///
  /// - Parameter uses: Each lever once.
  public func pulling(_ uses: [LeverUse]) -> Scenario {
    let given = Set(uses.map(\.lever))
    return Scenario(
      id: id, title: title, question: question, author: author, reference: reference,
      parent: parent, opening: opening, levers: levers.filter { !given.contains($0.lever) } + uses,
      wrappers: wrappers, overrides: overrides, text: text, place: place)
  }

  /// The same scenario with another number of times in its claims; one round all its levers where it
  /// has none.
  ///
  /// - Parameter times: Times the published effect, 0.01 to 100.
  public func claiming(_ times: Double) -> Scenario {
    let claims = wrappers.filter { $0.kind.key == .claim }
    let reason = "Looked for by carecast solve."
    let new =
      claims.isEmpty
      ? [LeverWrapper(.claim(times: times), reason: reason, place: place)]
      : claims.map {
        LeverWrapper(.claim(times: times), of: $0.levers, reason: $0.reason, place: $0.place)
      }
    return Scenario(
      id: id, title: title, question: question, author: author, reference: reference,
      parent: parent, opening: opening, levers: levers,
      wrappers: wrappers.filter { $0.kind.key != .claim } + new, overrides: overrides, text: text,
      place: place)
  }

  /// Whether it is a base.
  public var isBase: Bool { parent == .none }
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

  /// A lever pulled from a start, with a strength of 0 to 1.
  public init(
    lever: String, start: FinancialYear, strength: Double = 1, reason: String, place: Place
  ) {
    precondition((0...1).contains(strength), "strength of \(lever) is \(strength), not 0 to 1")
    self.lever = lever
    self.start = start
    self.strength = strength
    self.reason = reason
    self.place = place
  }
}
