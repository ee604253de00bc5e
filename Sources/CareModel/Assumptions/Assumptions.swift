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
  ///   - drawn: What is drawn for their values; with `nil` they are known.
  ///   - programme: The reform programme; without one, none.
  ///   - fundingBase: The id of a funding base.
  /// - Throws: `InputError` where there is no such funding base.
  public init(
    inputs: CareModelInputs, parameters: ParameterSet? = nil, drawn: DrawnValues? = nil,
    programme: Programme = .none, fundingBase id: String = FundingBase.spendingPower.id
  ) throws {
    guard let base = FundingBase(id: id) else {
      throw InputError(
        InputFault.unknownName(of: "funding base", found: id, among: FundingBase.all.map(\.id)),
        at: Place(file: "funding base"))
    }
    self.inputs = inputs
    self.parameters = DrawnParameters(parameters ?? inputs.parameters, drawn: drawn)
    self.programme = programme
    fundingBase = base
  }

  /// What drives children in care.
  public var childrenInCare: CareAssumptions {
    CareAssumptions(
      placements: inputs.placements, parameters: parameters,
      lastObserved: inputs.opening.year)
  }

  /// General prices.
  ///
  /// - Throws: `InputError` where a level or the growth after the last one is missing.
  public func deflator() throws -> Deflator { try Deflator(inputs.deflator, parameters) }
}
