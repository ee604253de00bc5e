public import Parameters
import Statistics

extension FundingAssumptions {
  /// Funding from the parameters of a run: `Datasets/parameters/funding.yaml`.
  ///
  /// - Parameters:
  ///   - parameters: Parameters, with the changes of a scenario. Every `funding.grants.<grant>` is
  ///     a grant, with `funding.grant-share` by base and grant; `funding.on-top` is added to every base.
  ///   - deflator: General prices.
  ///   - last: Last year wanted, after the base year 2023-24.
  /// - Throws: `InputError` where a parameter is missing.
  public init(
    from parameters: DrawnParameters, deflator: Deflator, through last: FinancialYear
  ) throws {
    let base = SpendingAssumptions.baseYear
    let years = (0...base.distance(to: last)).map { base.advanced(by: $0) }
    let growth = try years.dropFirst().map { year in
      (year, try parameters.value(of: "funding.spending-power-growth", on: year.start))
    }
    func byYear(_ id: String) throws -> [FinancialYear: Uncertain] {
      Dictionary(
        uniqueKeysWithValues: try years.map { ($0, try parameters.value(of: id, on: $0.start)) })
    }
    let (prefix, onTop) = ("funding.grants.", "funding.on-top")
    var grants = [onTop: try byYear(onTop)]
    var shares = FundingBase.all.reduce(into: [String: [String: Uncertain]]()) {
      $0[$1.id] = [onTop: 1]
    }
    for id in parameters.ids where id.hasPrefix(prefix) {
      let grant = String(id.dropFirst(prefix.count))
      grants[grant] = try byYear(id)
      for each in FundingBase.all {
        shares[each.id, default: [:]][grant] = try parameters.value(
          of: "funding.grant-share", on: base.start, [each.id, grant])
      }
    }
    self.init(
      baseYear: base, baseNet: try parameters.value(of: "funding.base-net", on: base.start),
      openingDeficit: try parameters.value(of: "funding.opening-deficit", on: base.start),
      spendingPowerGrowth: Dictionary(uniqueKeysWithValues: growth),
      spendingPowerGrowthAfter: growth.last?.1 ?? 0, grants: grants, grantShares: shares,
      deflator: deflator)
  }
}
