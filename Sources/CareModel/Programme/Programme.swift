public import Parameters
public import Statistics

/// The prices a programme's amounts are written in.
public enum ProgrammePrices: Hashable, Sendable {
  /// Pounds of the day whenever they are spent: a delay does not change them.
  case cash
  /// Pounds of one year: spending later costs more cash and the same in real terms.
  case real(FinancialYear)
}

/// A reform programme: strands by programme year, and the financial year it starts in.
///
/// Laws: strands add to the profile; a delay moves every amount and changes no total in the
/// programme's own prices.
public struct Programme: Hashable, Sendable {
  /// Strands with different ids.
  public let strands: [ProgrammeStrand]
  /// Financial year of programme year 1.
  public let start: FinancialYear
  /// Prices of the amounts.
  public let prices: ProgrammePrices

  /// A programme.
  public init(strands: [ProgrammeStrand], start: FinancialYear, prices: ProgrammePrices) {
    precondition(
      Set(strands.map(\.id)).count == strands.count,
      "strands \(strands.map(\.id)) do not have different ids")
    self.strands = strands
    self.start = start
    self.prices = prices
  }

  /// A published yearly profile shared between strands in the ratio of their totals.
  ///
  /// `amount[s][k] = profile[k] · total[s] / Σ total`
  ///
  /// - Parameters:
  ///   - profile: GBP by programme year.
  ///   - totals: Strands with their totals, GBP, each ≥ 0, not all 0; only their ratios count.
  public init(
    profile: [Double], totals: [(id: String, label: String, total: Double)],
    start: FinancialYear, prices: ProgrammePrices
  ) {
    let sum = totals.reduce(0) { $0 + $1.total }
    precondition(
      sum > 0 && totals.allSatisfy { $0.total >= 0 },
      "strand totals \(totals.map(\.total)) are all 0 or one is below 0")
    self.init(
      strands: totals.map { strand in
        ProgrammeStrand(
          id: strand.id, label: strand.label,
          amounts: profile.map { $0 * (strand.total / sum) })
      }, start: start, prices: prices)
  }

  /// The programme started n years later (earlier where n is negative).
  public func delayed(by years: Int) -> Programme {
    Programme(strands: strands, start: start.advanced(by: years), prices: prices)
  }

  /// The programme with only some strands, in their order.
  public func keeping(_ ids: Set<String>) -> Programme {
    Programme(strands: strands.filter { ids.contains($0.id) }, start: start, prices: prices)
  }

  /// Spending of a strand in a financial year, or of all with `nil`, in prices of the day; 0
  /// outside the programme's years.
  public func cash(
    strand: String? = nil, in year: FinancialYear, deflator: Deflator
  ) -> Uncertain {
    let amount = Uncertain(amount(strand: strand, in: year))
    return switch prices {
    case .cash: amount
    case .real(let base): deflator.restated(amount, from: base, to: year)
    }
  }

  /// Spending of a strand in a financial year, or of all with `nil`, in prices of `priceYear`.
  public func real(
    strand: String? = nil, in year: FinancialYear, priceYear: FinancialYear, deflator: Deflator
  ) -> Uncertain {
    deflator.restated(
      cash(strand: strand, in: year, deflator: deflator), from: year, to: priceYear)
  }

  /// Financial years with spending, in order; the last is that of the longest strand.
  public var years: [FinancialYear] {
    (0..<(strands.map(\.amounts.count).max() ?? 0)).map { start.advanced(by: $0) }
  }

  private func amount(strand: String?, in year: FinancialYear) -> Double {
    let index = start.distance(to: year)
    return strands.reduce(0) { sum, each in
      guard strand == nil || each.id == strand, each.amounts.indices.contains(index) else {
        return sum
      }
      return sum + each.amounts[index]
    }
  }
}
