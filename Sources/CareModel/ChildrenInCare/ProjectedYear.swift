import LinearAlgebra
public import Parameters
public import Statistics

/// One year of children in care, 1 April to 31 March, both groups of children.
public struct ProjectedYear: Sendable {
  /// The reporting year.
  public let year: Int

  /// What happened to each group of children.
  public let groups: [ChildGroup: CareYear]

  /// All children on the closing 31 March.
  public let stock: CareStock

  /// Moves children through one year in which entries follow the population.
  ///
  /// - Parameters:
  ///   - year: The reporting year.
  ///   - stocks: Children on the opening 31 March.
  ///   - rates: The rates of the year.
  ///   - population: Children in the population by whole age, 0 to 17, averaged over the year.
  public init(
    year: Int, advancing stocks: [ChildGroup: CareStock], by rates: CareRates, population: [Double]
  ) {
    self.init(
      year: year, advancing: stocks, by: rates,
      otherChildren: CareYearInput(otherChildren: rates, population: population))
  }

  /// Moves children through one year in which entries of other children are given.
  ///
  /// - Parameters:
  ///   - year: The reporting year.
  ///   - stocks: Children on the opening 31 March.
  ///   - rates: The rates of the year; its entry rates are not used.
  ///   - entriesByAge: Other children who enter at each whole age. 18; each ≥ 0.
  public init(
    year: Int, advancing stocks: [ChildGroup: CareStock], by rates: CareRates,
    entriesByAge: [Uncertain]
  ) {
    self.init(
      year: year, advancing: stocks, by: rates,
      otherChildren: CareYearInput(otherChildren: rates, entriesByAge: entriesByAge))
  }

  private init(
    year: Int, advancing stocks: [ChildGroup: CareStock], by rates: CareRates,
    otherChildren: CareYearInput
  ) {
    let inputs = [otherChildren, CareYearInput(asylumSeeking: rates)]
    // The other cores are busy with other tiles where there are draws.
    let isOneRun = inputs.allSatisfy { $0.draws == nil }
    // Nothing throws: what is computed cannot fail.
    let years = try! concurrently(inputs.indices, threads: isOneRun ? nil : 1) { index in
      CareYear(advancing: stocks[ChildGroup.allCases[index]]!, by: inputs[index])
    }
    self.init(year: year, Dictionary(uniqueKeysWithValues: zip(ChildGroup.allCases, years)))
  }

  /// A year of every group of children.
  init(year: Int, _ groups: [ChildGroup: CareYear]) {
    self.year = year
    self.groups = groups
    stock = groups[.otherChildren]!.stock + groups[.asylumSeeking]!.stock
  }

  /// The same year as a financial year.
  public var financialYear: FinancialYear { FinancialYear(startingIn: year - 1) }

  /// Children of each group on the closing 31 March.
  public var stocks: [ChildGroup: CareStock] { groups.mapValues(\.stock) }

  /// Children on 31 March with 1, 2 and 3 or more placements in the year.
  ///
  /// - Parameter since: Only those in care on 1 April, or only those entered since; all if nil.
  public func placementsSoFar(_ since: InCareSince? = nil) -> [Uncertain] {
    let groups = ChildGroup.allCases.map { self.groups[$0]!.placementsSoFar(since) }
    return (0..<PlacementsSoFar.counts).map { count in groups.map { $0[count] }.sum() }
  }

  /// A quantity added up over both groups of children, in their order.
  public func sum(_ quantity: (CareYear) -> Uncertain) -> Uncertain {
    ChildGroup.allCases.reduce(0) { $0 + quantity(groups[$1]!) }
  }
}
