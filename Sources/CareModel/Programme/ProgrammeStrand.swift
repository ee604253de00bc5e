/// One strand of a reform programme, such as Family Help, with its spending by programme year.
public struct ProgrammeStrand: Hashable, Sendable, Identifiable {
  /// Kebab-case name.
  public let id: String
  /// Name for readers.
  public let label: String
  /// Spending in programme years 1, 2, …, GBP in the programme's prices.
  public let amounts: [Double]

  /// A strand.
  public init(id: String, label: String, amounts: [Double]) {
    self.id = id
    self.label = label
    self.amounts = amounts
  }

  /// Spending over all programme years.
  public var total: Double { amounts.reduce(0, +) }

  /// The same total spread over other years.
  ///
  /// - Parameter shares: Share of the total in each programme year, each ≥ 0; sums to 1 within
  ///   1e-9.
  public func phased(by shares: [Double]) -> ProgrammeStrand {
    let sum = shares.reduce(0, +)
    precondition(
      shares.allSatisfy { $0 >= 0 } && abs(sum - 1) <= 1e-9,
      "phasing \(shares) of \(id) adds to \(sum), not 1, or has a share below 0")
    return ProgrammeStrand(id: id, label: label, amounts: shares.map { total * $0 })
  }

  /// The strand delivered in part: every year's spending times a share, ≥ 0.
  public func delivered(_ share: Double) -> ProgrammeStrand {
    precondition(share >= 0, "delivered share of \(id) is \(share), below 0")
    return ProgrammeStrand(id: id, label: label, amounts: amounts.map { $0 * share })
  }
}
