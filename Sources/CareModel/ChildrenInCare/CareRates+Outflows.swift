import Markov
import Statistics

extension CareRates {
  /// What leaves each placement type at most, by moves and exits. Per child and year, P.
  private var largestOutflows: [Uncertain] {
    let factor = moveFactor.joined().reduce(0) { largest($0, $1) }
    let openness = placementAge.map { $0.reduce(0) { largest($0, $1) } }
    return moveRate.indices.map { origin in
      let moves = zip(moveRate[origin], openness).map { $0 * $1 }.sum()
      let exits = zip(exitRate, exitPlacementFactor).map { rates, factors in
        rates.reduce(0) { largest($0, $1) } * factors[origin]
      }
      return factor * moves + exits.sum()
    }
  }

  /// Checks that children move and leave no faster than can be computed.
  ///
  /// - Parameters:
  ///   - placements: The placement types, in order.
  ///   - year: The reporting year, for messages.
  /// - Throws: ``CareModelError/leavesTooFast(placement:year:rate:allowed:)``.
  public func checkOutflows(of placements: [PlacementType], in year: Int) throws {
    let allowed = CountedRates.largestOutflow
    for (placement, outflow) in zip(placements, largestOutflows) where !(outflow.highest <= allowed)
    {
      throw CareModelError.leavesTooFast(
        placement: placement.id, year: year, rate: outflow.highest, allowed: allowed)
    }
  }
}

/// The larger number in every draw.
private func largest(_ a: Uncertain, _ b: Uncertain) -> Uncertain { a.combined(with: b, max) }
