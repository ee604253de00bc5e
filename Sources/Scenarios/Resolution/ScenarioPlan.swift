import Parameters

/// A lever with its start after all delays.
struct PlannedLever {
  let lever: Lever
  let start: FinancialYear
  let strength: Double
  let reason: String
  let place: Place
}

/// The levers and overrides of a scenario and of all it is built on.
struct ScenarioPlan {
  /// In the order of the ids, so that their products have the same bits in any order of naming.
  let levers: [PlannedLever]
  /// The base's first, then those of the scenarios extended, then the scenario's own.
  let overrides: [Override]

  /// Puts together what a scenario says and what it inherits.
  ///
  /// A lever that is named again takes the place of the inherited one. A delay shifts the levers of
  /// its scenario and of those it extends, not those of the base.
  ///
  /// - Parameter more: Further overrides, such as those of a command line.
  /// - Throws: `InputError`.
  init(_ scenario: Scenario, in folder: ScenarioFolder, adding more: [Override]) throws {
    let lineage = Array(([scenario] + (try folder.ancestors(of: scenario))).reversed())
    var uses: [String: (use: LeverUse, delays: [Scenario.Delay], ofBase: Bool)] = [:]
    for member in lineage {
      for use in member.levers { uses[use.lever] = (use, [], member.isBase) }
      guard let delay = member.delay else { continue }
      let movable = uses.filter { !$0.value.ofBase || member.isBase }.keys
      guard !movable.isEmpty else {
        throw InputError(ScenarioFault.delayWithoutLevers, at: member.place)
      }
      for id in movable { uses[id]!.delays.append(delay) }
    }
    let years = FinancialYear(startingIn: 2000)...folder.last
    levers = try uses.keys.sorted().map { id in
      let (use, delays, _) = uses[id]!
      let start = use.start.advanced(by: delays.map(\.years).reduce(0, +))
      guard years.contains(start) else {
        throw InputError(
          ScenarioFault.startOutside(
            lever: id, start: start, first: years.lowerBound, last: years.upperBound),
          at: use.place)
      }
      let reasons = [use.reason] + delays.map { "\($0.years) years later: \($0.reason)" }
      return PlannedLever(
        lever: try folder.lever(id, at: use.place), start: start, strength: use.strength,
        reason: reasons.joined(separator: " "), place: use.place)
    }
    overrides = lineage.flatMap(\.overrides) + more
  }
}
