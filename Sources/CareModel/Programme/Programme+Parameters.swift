public import Parameters

extension Programme {
  /// The Review's programme from the parameters of a run: `Datasets/parameters/programme.yaml`.
  ///
  /// Every `programme.strand.<strand>` is a strand; each takes its share of `programme.profile` in
  /// every programme year. Its label is the parameter's.
  ///
  /// - Parameters:
  ///   - parameters: Parameters, with the changes of a scenario.
  ///   - start: Financial year of programme year 1.
  ///   - prices: Prices the amounts are taken to be in; the publisher does not say.
  /// - Throws: `InputError` where a parameter is missing.
  public init(
    from parameters: ParameterSet, start: FinancialYear, prices: ProgrammePrices = .cash
  ) throws {
    let million = 1e6
    let written = FinancialYear(startingIn: 2022).start
    let profile = try parameters.parameter("programme.profile")
    let prefix = "programme.strand."
    let strands = parameters.all.filter { $0.id.hasPrefix(prefix) }
    self.init(
      profile: try profile.keys.map { try profile.value(on: written, $0) * million },
      totals: try strands.map { strand in
        (
          id: String(strand.id.dropFirst(prefix.count)), label: strand.label,
          total: try strand.value(on: written) * million
        )
      }, start: start, prices: prices)
  }
}
