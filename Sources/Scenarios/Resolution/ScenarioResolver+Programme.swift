import CareModel
import Parameters

extension ScenarioResolver {
  /// The strands of the levers, each from its start and as far as it is delivered.
  ///
  /// The programme starts with the earliest lever; a strand that starts later has 0 until then.
  ///
  /// - Parameter parameters: With the changes of the scenario.
  /// - Throws: `InputError` where two levers pay for one strand.
  func programme(
    from parameters: ParameterSet, prices: ProgrammePrices
  ) throws -> (Programme, [ScenarioChange]) {
    let paid = plan.levers.filter { $0.strength > 0 && $0.lever.strand != nil }
    guard let start = paid.map(\.start).min() else {
      return (Programme(strands: [], start: folder.opening, prices: prices), [])
    }
    let whole = try Programme(from: parameters, start: start, prices: prices)
    var strands: [ProgrammeStrand] = []
    var changes: [ScenarioChange] = []
    for planned in paid {
      let id = planned.lever.strand!
      guard !strands.contains(where: { $0.id == id }) else {
        let levers = paid.filter { $0.lever.strand == id }.map(\.lever.id)
        throw InputError(ScenarioFault.strandTwice(id, levers: levers), at: planned.place)
      }
      let strand = whole.strands.first { $0.id == id }!.delivered(planned.strength)
      let wait = [Double](repeating: 0, count: start.distance(to: planned.start))
      strands.append(
        ProgrammeStrand(id: id, label: strand.label, amounts: wait + strand.amounts))
      changes += rows(of: strand, planned)
    }
    return (Programme(strands: strands, start: start, prices: prices), changes)
  }

  private func rows(of strand: ProgrammeStrand, _ planned: PlannedLever) -> [ScenarioChange] {
    strand.amounts.enumerated().map { index, amount in
      let year = planned.start.advanced(by: index)
      return ScenarioChange(
        path: "programme.spending.\(strand.id)", unit: MeasurementUnit(id: "GBP/year")!,
        date: year.start, until: year.advanced(by: 1).start, from: 0, to: amount,
        origins: [planned.lever.id], reason: planned.reason)
    }
  }

  /// A row for each action of a lever that has no published effect.
  func rowsWithoutEffect() -> [ScenarioChange] {
    plan.levers.filter(\.lever.hasNoPublishedEffect).flatMap { planned in
      planned.lever.actions.map { action in
        ScenarioChange(
          path: action.parameter, unit: folder.parameters[action.parameter]!.unit,
          date: planned.start.start, until: nil, from: nil, to: nil,
          origins: [planned.lever.id],
          reason: "No effect is published: runs with no effect and its own spending. "
            + planned.reason)
      }
    }
  }

  /// One sentence for each lever that has no published effect.
  var warnings: [String] {
    plan.levers.filter(\.lever.hasNoPublishedEffect).map {
      "\($0.lever.label) (\($0.lever.id)): no effect is published, so it runs with no effect and "
        + "its own spending."
    }
  }
}
