import Parameters

extension ScenarioFolder {
  /// Several scenarios as one: the levers and overrides of all on the base that they share.
  ///
  /// A base among them adds nothing: it lies under all. Each comes with its delays, shares and slippages. A lever of two of them counts once where both
  /// pull it alike, an override that both inherit from one file counts once.
  ///
  /// - Throws: `InputError` where their bases differ or two pull a lever differently; two overrides
  ///   of one number and date are found when the scenario is resolved.
  func together(_ scenarios: [Scenario], at place: Place) throws -> Scenario {
    let bases = try scenarios.map { try base(of: $0)?.id ?? $0.id }
    guard let base = bases.first, Set(bases).count == 1 else {
      throw InputError(
        ScenarioFault.differentBases(
          zip(scenarios, bases).map { "\($1) of \($0.id)" }), at: place)
    }
    let flat = try scenarios.filter { !$0.isBase }.map { try FlatScenario($0, in: self) }
    var levers: [PlannedLever] = []
    var overrides: [Override] = []
    var owners: [String: String] = [:]
    for scenario in flat {
      for lever in scenario.levers {
        if let owner = owners[lever.lever.id] {
          let other = levers.first { $0.lever.id == lever.lever.id }!
          guard other.isDelivered(as: lever) else {
            throw InputError(
              ScenarioFault.leverConflict(lever.lever.id, scenarios: [scenario.id, owner]),
              at: place)
          }
        } else {
          owners[lever.lever.id] = scenario.id
          levers.append(lever)
        }
      }
      overrides += scenario.overrides.filter { override in
        !overrides.contains {
          $0.place == override.place && $0.path == override.path && $0.from == override.from
        }
      }
    }
    func joined(_ texts: [String], _ separator: String) -> String {
      var unique: [String] = []
      for text in texts where !unique.contains(text) { unique.append(text) }
      return unique.joined(separator: separator)
    }
    let whole = Scenario(
      id: scenarios.map(\.id).joined(separator: "+"), title: joined(scenarios.map(\.title), " + "),
      question: joined(scenarios.map(\.question), " "),
      author: joined(scenarios.map(\.author), ", "),
      reference: joined(scenarios.map(\.reference), "; "), parent: .base(base),
      levers: levers.map(\.use), wrappers: levers.flatMap(\.namedWrappers),
      overrides: overrides, place: place)
    return try whole.withResolvedText(in: self)
  }
}

/// A scenario without those it extends: what it adds to its base, in its final form.
struct FlatScenario {
  let id: String
  let levers: [PlannedLever]
  let overrides: [Override]

  init(_ scenario: Scenario, in folder: ScenarioFolder, adding more: [Override] = []) throws {
    let plan = try ScenarioPlan(scenario, in: folder, adding: more)
    let base = try folder.base(of: scenario)
    id = scenario.id
    levers = plan.levers.filter { !plan.leversOfBase.contains($0.lever.id) }
    overrides = Array(plan.overrides.dropFirst(base?.overrides.count ?? 0))
  }
}

extension PlannedLever {
  /// The lever pulled as it stands, without its claims and slippages.
  var use: LeverUse {
    LeverUse(
      lever: lever.id, start: start, strength: strength, reason: ownReason, place: place)
  }

  /// Its claims and slippages, lying round it alone.
  var namedWrappers: [LeverWrapper] {
    (claims + slippages).map {
      LeverWrapper($0.kind, of: [lever.id], reason: $0.reason, place: $0.place)
    }
  }

  /// Whether both start, are delivered, work and slip alike.
  func isDelivered(as other: PlannedLever) -> Bool {
    start == other.start && strength == other.strength && times == other.times
      && slippages.map(\.kind) == other.slippages.map(\.kind)
  }
}
