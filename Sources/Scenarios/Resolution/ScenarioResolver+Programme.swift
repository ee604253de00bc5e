import CareModel
import Parameters

extension ScenarioResolver {
  /// The strands and prices of the levers, each from its start, as far as it is delivered and as
  /// late as it slips.
  ///
  /// The programme starts with the earliest lever; a strand that starts later has 0 until then.
  ///
  /// - Parameter parameters: With the changes of the scenario.
  /// - Throws: `InputError` where two levers pay for one strand.
  func programme(
    from parameters: ParameterSet, prices: ProgrammePrices
  ) throws -> (Programme, [ScenarioChange]) {
    let paid = plan.levers.filter { $0.strength > 0 && $0.lever.payer != nil }
    guard let start = paid.map(\.start).min() else {
      return (Programme(strands: [], start: folder.opening, prices: prices), [])
    }
    let whole = try Programme(from: parameters, start: start, prices: prices)
    var strands: [ProgrammeStrand] = []
    var changes: [ScenarioChange] = []
    for planned in paid {
      let id = planned.lever.payer!
      guard !strands.contains(where: { $0.id == id }) else {
        let levers = paid.filter { $0.lever.payer == id }.map(\.lever.id)
        throw InputError(ScenarioFault.strandTwice(id, levers: levers), at: planned.place)
      }
      let price = try planned.lever.price.map { try self.strand(ofPrice: $0, from: parameters) }
      let full = price ?? whole.strands.first { $0.id == id }!
      let part = full.delivered(planned.strength)
      let strand = ProgrammeStrand(
        id: id, label: part.label, amounts: planned.slipped(part.amounts))
      let wait = [Double](repeating: 0, count: start.distance(to: planned.start))
      strands.append(
        ProgrammeStrand(id: id, label: strand.label, amounts: wait + strand.amounts))
      changes += rows(of: strand, planned)
    }
    return (Programme(strands: strands, start: start, prices: prices), changes)
  }

  /// The price of a lever that no strand of the Review pays for, by year after its start.
  private func strand(
    ofPrice id: String, from parameters: ParameterSet
  ) throws -> ProgrammeStrand {
    let million = 1e6
    let price = try parameters.parameter(Lever.pricePrefix + id)
    let written = ReadingDay.only(of: price.id)!
    return ProgrammeStrand(
      id: id, label: price.label,
      amounts: try price.keys.map { try price.value(on: written, $0) * million })
  }

  private func rows(of strand: ProgrammeStrand, _ planned: PlannedLever) -> [ScenarioChange] {
    strand.amounts.enumerated().map { index, amount in
      let year = planned.start.advanced(by: index)
      return ScenarioChange(
        path: "programme.spending.\(strand.id)", unit: MeasurementUnit(id: "GBP/year")!,
        date: year.start, until: year.advanced(by: 1).start, from: 0, to: amount,
        origins: [planned.lever.id], grades: [planned.lever.grade], reason: planned.reason)
    }
  }
}
