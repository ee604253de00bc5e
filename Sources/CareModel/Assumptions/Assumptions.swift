public import Parameters

/// Everything one projection depends on.
public struct Assumptions: Sendable {
  /// Published figures, placement types and spending lines.
  public let inputs: CareModelInputs
  /// Parameters, with the changes of a scenario, and what is drawn for them.
  public let parameters: DrawnParameters
  /// The reform programme whose spending is added.
  public let programme: Programme
  /// How funding moves.
  public let fundingBase: FundingBase

  /// Assumptions of a run.
  ///
  /// - Parameters:
  ///   - inputs: What is published.
  ///   - parameters: Parameters, with the changes of a scenario; those of the inputs with `nil`.
  ///   - draws: The draws to compute; only the values as they stand with `nil`.
  ///   - programme: The reform programme; without one, none.
  ///   - fundingBase: The id of a funding base.
  /// - Throws: `InputError` where there is no such funding base, `StatisticsError` where a spread has
  ///   no distribution.
  public init(
    inputs: CareModelInputs, parameters: ParameterSet? = nil, draws: ParameterDraws? = nil,
    programme: Programme = .none, fundingBase id: String = FundingBase.spendingPower.id
  ) throws {
    guard let base = FundingBase(id: id) else {
      throw InputError(
        InputFault.unknownName(of: "funding base", found: id, among: FundingBase.all.map(\.id)),
        at: Place(file: "funding base"))
    }
    self.inputs = inputs
    let set = parameters ?? inputs.parameters
    self.parameters = try draws.map { try DrawnParameters(set, in: $0) } ?? DrawnParameters(set)
    self.programme = programme
    fundingBase = base
  }

  /// What drives children in care.
  public var childrenInCare: CareAssumptions {
    CareAssumptions(
      placements: inputs.placements, parameters: parameters,
      lastObserved: CareModelInputs.openingYear)
  }

  /// General prices.
  ///
  /// - Throws: `InputError` where a level or the growth after the last one is missing.
  public func deflator() throws -> Deflator { try Deflator(inputs.deflator, parameters) }
}
