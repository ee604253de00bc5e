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
          origins: [planned.lever.id],
          reason: "\(planned.lever.evidenceSentence): runs with no effect and "
            + "\(planned.lever.spendingWords). \(planned.reason)")
      }
    }
  }

  /// One sentence for each lever without an effect.
  var warnings: [ScenarioWarning] {
    plan.levers.map(\.lever).filter(\.hasNoEffect).map { lever in
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

extension Lever {
  fileprivate var evidenceSentence: String {
    hasNoPublishedEffect ? "No effect is published" : "Only a range around no effect is assumed"
  }

  fileprivate var spendingWords: String {
    hasNeitherEffectNorPrice ? "no spending, for want of a published price" : "its own spending"
  }
}
