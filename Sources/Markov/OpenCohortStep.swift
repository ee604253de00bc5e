public import LinearAlgebra

/// Moves an open cohort forward by one period, in which rates are constant and entries arrive
/// evenly.
///
/// ```
/// n' = n P + (e / h) Φ        y = n Φ + (e / h) Ψ
/// ```
///
/// n is the stock when the period starts, n' when it ends, e the entries within the period of
/// length h, y the time spent in each state; P, Φ and Ψ are the exponential of the generator and
/// its integrals (``ExponentialIntegrals``). There is no error of time steps: one step of a year
/// gives what twelve of a month give. Moves from i to j within the period are `y[i] · moves[i, j]`,
/// exits from i are `y[i] · exits[i]`.
///
/// Laws: children are conserved, `Σ n' + Σ y · exits = Σ n + Σ e`; nothing is below 0; the step is
/// linear in (n, e). The bits do not depend on processor or threads.
public struct OpenCohortStep: Sendable, Equatable {
  /// The rates within the period, per person and year.
  public let rates: RateMatrix
  /// The exponential of the generator over the period, and its integrals.
  public let integrals: ExponentialIntegrals

  /// The length h of the period, in years, > 0.
  public var period: Double { integrals.period }

  /// Prepares the step: the costly part, to be kept as long as rates and period are the same.
  ///
  /// - Parameters:
  ///   - rates: Rates per person and year, S states.
  ///   - period: h, in years, > 0.
  public init(rates: RateMatrix, period: Double) {
    precondition(period > 0, "a period of \(period) years")
    self.rates = rates
    integrals = ExponentialIntegrals(generator: rates.generator, period: period)
  }

  /// The stock at the end of the period, and the time spent in each state within it.
  ///
  /// - Parameters:
  ///   - stock: Children in each state when the period starts. Length S; each ≥ 0.
  ///   - entries: Children entering each state, evenly over the period. Length S; each ≥ 0.
  /// - Returns: Children in each state when the period ends, and child-years spent in each. Length S
  ///   each.
  public func advanced(
    _ stock: [Double], entering entries: [Double]
  ) -> (stock: [Double], childYears: [Double]) {
    precondition(
      stock.count == rates.states && entries.count == rates.states,
      "stock in \(stock.count), entries to \(entries.count), rates of \(rates.states) states")
    // One product for both starting points: rows n and e / h.
    let start = Matrix(
      rows: 2, columns: rates.states, elements: stock + entries.map { $0 / period })
    let first = start.fixedOrderProduct(integrals.integral)
    let end = rowVector(stock, times: integrals.transition)
    let late = rowVector(start.row(1), times: integrals.doubleIntegral)
    return (
      stock: zip(end, first.row(1)).map { $0 + $1 },
      childYears: zip(first.row(0), late).map { $0 + $1 }
    )
  }
}
