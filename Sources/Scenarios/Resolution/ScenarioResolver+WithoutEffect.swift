import Parameters

/// What is said of levers that change no rate.
extension ScenarioResolver {
  /// A row for each action of a lever without an effect.
  func rowsWithoutEffect() -> [ScenarioChange] {
    plan.levers.filter(\.lever.hasNoEffect).flatMap { planned in
      planned.lever.actions.map { action in
        ScenarioChange(
          path: action.parameter, unit: folder.parameters[action.parameter]!.unit,
          date: planned.start.start, until: nil, from: nil, to: nil,
          origins: [planned.lever.id], grades: [planned.lever.grade],
          reason: "\(planned.lever.evidenceSentence): runs with no effect and "
            + "\(planned.lever.spendingWords). \(planned.reason)")
      }
    }
  }

  /// One sentence for each lever without an effect, and for each of which more is claimed than was
  /// published.
  var warnings: [ScenarioWarning] {
    plan.levers.filter { !$0.lever.hasNoEffect && $0.times != 1 }.map(\.claim)
      + plan.levers.map(\.lever).filter(\.hasNoEffect).map { lever in
        let evidence = lever.evidenceSentence
        return ScenarioWarning(
          lever: lever.id,
          sentence: "\(lever.label) (\(lever.id)): \(evidence.prefix(1).lowercased())"
            + "\(evidence.dropFirst()), so it runs with no effect and \(lever.spendingWords).")
      }
  }

  /// The levers of which neither effect nor price is known, as far as they are delivered at all.
  var leversOfUnknownWorth: [String] {
    plan.levers.filter { $0.strength > 0 && $0.lever.hasNeitherEffectNorPrice }.map(\.lever.id)
  }
}

extension PlannedLever {
  /// What is claimed, and whether it could be.
  fileprivate var claim: ScenarioWarning {
    let isImpossible = lever.actions.contains {
      $0.operation.neutral == 1 && 1 + times * ($0.effect - 1) < 0
    }
    return ScenarioWarning(
      lever: nil,
      sentence:
        "\(lever.label) (\(lever.id)): its effect is taken for \(shortestText(times)) times "
        + "the published one, which is a claim and no evidence"
        + (isImpossible
          ? "; it would have to prevent more than all there is among those it reaches." : "."))
  }
}

extension Lever {
  fileprivate var evidenceSentence: String {
    hasNoPublishedEffect ? "No effect is published" : "Only a range around no effect is assumed"
  }

  fileprivate var spendingWords: String {
    hasNeitherEffectNorPrice ? "no spending, for want of a published price" : "its own spending"
  }
}
