public import Statistics

/// Children under a special guardianship order at the end of each year.
///
/// `n' = n · (1 - h) + o`: a share h of the orders ends in the year, and children leaving care in
/// it bring o new ones, which stay to its end.
///
/// - Parameters:
///   - opening: Children at the start, ≥ 0.
///   - leavingRate: Share of orders ending in a year, 0 to 1.
///   - orders: Children leaving care for special guardianship in each year, each ≥ 0.
/// - Returns: Children at the end of each year. As long as `orders`.
public func specialGuardianshipStock(
  opening: Uncertain, leavingRate: Uncertain, orders: [Uncertain]
) -> [Uncertain] {
  precondition(opening >= 0, "opening stock is \(opening), below 0")
  precondition((0...1).contains(leavingRate), "leaving rate is \(leavingRate), not 0 to 1")
  var stock = opening
  return orders.map { new in
    precondition(new >= 0, "new orders are \(new), below 0")
    stock = stock * (1 - leavingRate) + new
    return stock
  }
}
