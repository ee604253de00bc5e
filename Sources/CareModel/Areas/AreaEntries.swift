/// Each authority's share of England's entries: its published starts, drawn towards its share of the
/// children in the population the more, the fewer they are.
///
/// With n the starts of an authority over the years, e what it would have at England's starts per
/// child, and κ a weight in starts,
///
/// `share ∝ e · (n + κ) / (e + κ)`,
///
/// the mean of a gamma-distributed rate with Poisson counts. κ is estimated by moments,
/// `κ = Σ e² / Σ ((n − e)² − e)`, from the published starts of 2022 to 2024: 5.8 to 6.4 at each age
/// under 16. Asylum-seeking children are spread in the same way from their published numbers in care,
/// for which κ is 4.2. An authority whose starts are not known has its population's share, `n = e`.
///
/// Laws: shares add up to 1; with κ without bound they are those of the population, with κ = 0 those
/// of the starts.
enum AreaEntries {
  /// κ of children other than asylum-seeking. Starts.
  static let weightOfPopulation = 6.0
  /// κ of asylum-seeking children. Children in care on 31 March.
  static let weightOfPopulationForAsylum = 4.0

  /// Shares of the authorities.
  ///
  /// - Parameters:
  ///   - starts: Mean yearly starts of each authority, ≥ 0, and the years they are of; `nil` where not
  ///     known.
  ///   - population: Children in the population of each authority, above 0.
  ///   - weight: κ, ≥ 0.
  /// - Returns: As many shares, 0 to 1, adding up to 1; those of the population if there are no starts.
  static func shares(
    of starts: [(mean: Double, years: Int)?], population: [Double], weight: Double
  ) -> [Double] {
    let known = starts.indices.filter { starts[$0] != nil }
    let mean = known.reduce(0) { $0 + starts[$1]!.mean }
    let children = known.reduce(0) { $0 + population[$1] }
    let rate = mean > 0 ? mean / children : 1
    let weighted = starts.indices.map { area in
      let expected = rate * population[area]
      guard mean > 0, let own = starts[area] else { return expected }
      let years = Double(own.years)
      return expected * (own.mean * years + weight) / (expected * years + weight)
    }
    let sum = weighted.reduce(0, +)
    return weighted.map { $0 / sum }
  }
}
