public import CareModel
import Parameters

extension Scenario {
  /// What the model is to compute with under this scenario.
  ///
  /// Overrides change the parameters first, each from its date; levers act on what results: their
  /// factors on one number in one year multiply, so that they act on the same child once. What lies
  /// before a change keeps its values and its uprating.
  ///
  /// - Parameters:
  ///   - folder: The parameters, levers and scenarios.
  ///   - overrides: Further overrides, such as those of a command line; they act on the base too.
  ///   - prices: The prices the programme's amounts are taken to be in; the publisher does not say.
  ///   - allowingNoChange: Whether it may come to the same as its base: one of many runs, some of which
  ///     pull a lever not at all. Nothing is compared then.
  /// - Throws: `InputError` where a change is wrong, or where a scenario that is not a base comes
  ///   to the same as its base or as the one it extends, unless it pulls a lever of which neither
  ///   effect nor price is published: that is an answer, and a warning says so.
  public func assumptions(
    from folder: ScenarioFolder, adding overrides: [Override] = [],
    prices: ProgrammePrices = .cash, allowingNoChange: Bool = false
  ) throws -> ScenarioAssumptions {
    let resolved = try resolved(from: folder, adding: overrides, prices: prices)
    if allowingNoChange { return resolved }
    let ancestors = try folder.ancestors(of: self)
    for reference in Set([ancestors.first?.id, ancestors.last?.id].compactMap { $0 }).sorted() {
      let other = try folder.scenario(reference, at: place)
        .resolved(from: folder, adding: overrides, prices: prices)
      let isKnown = resolved.leversOfUnknownWorth == other.leversOfUnknownWorth
      if isKnown, resolved.computesTheSame(as: other) {
        throw InputError(
          ScenarioFault.changesNothing(scenario: id, reference: reference), at: place)
      }
    }
    guard !overrides.isEmpty else { return resolved }
    let without = try self.resolved(from: folder, adding: [], prices: prices)
    guard resolved.computesTheSame(as: without) else { return resolved }
    return try self.resolved(
      from: folder, adding: overrides, prices: prices,
      warning: "\(title) (\(id)): the changes of the command line change nothing here.")
  }

  private func resolved(
    from folder: ScenarioFolder, adding overrides: [Override], prices: ProgrammePrices,
    warning: String? = nil
  ) throws -> ScenarioAssumptions {
    let plan = try ScenarioPlan(self, in: folder, adding: overrides)
    let opening = try folder.opening(of: self)
    if let lever = plan.levers.first, opening.coverage != .everything {
      throw InputError(opening.lacks("the lever '\(lever.lever.id)'"), at: lever.place)
    }
    let folder = try folder.opened(for: [self], at: place)
    let resolver = ScenarioResolver(folder: folder, plan: plan)
    let (parameters, parameterChanges) = try resolver.parameters()
    let (programme, programmeChanges) = try resolver.programme(from: parameters, prices: prices)
    let changes = parameterChanges + programmeChanges + resolver.rowsWithoutEffect()
    return ScenarioAssumptions(
      scenario: self, base: try folder.base(of: self)?.id, parameters: parameters,
      programme: programme,
      warnings: resolver.warnings
        + (warning.map { [ScenarioWarning(lever: nil, sentence: $0)] } ?? []),
      leversOfUnknownWorth: resolver.leversOfUnknownWorth, changes: changes)
  }
}
