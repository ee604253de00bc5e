import Foundation

extension QuasiNewton {
  /// The least value of a smooth function whose derivatives are not known: central differences over
  /// 6e-6 of each parameter (of 1 where it is smaller).
  ///
  /// Each starting point is searched from, and the least value of all searches counts. Where rounding
  /// ends a search before the tolerance is met, its best point counts if the relative gradient is below
  /// 1e-4. Points where the function is not finite are stepped back from.
  ///
  /// - Parameters:
  ///   - starts: Parameters to start from, at least one point.
  ///   - function: Of the parameters.
  /// - Returns: `nil` where no search ended so.
  func least(
    from starts: [[Double]], of function: ([Double]) -> Double
  ) -> (parameters: [Double], value: Double)? {
    var best: (parameters: [Double], value: Double)?
    for start in starts {
      guard let found = search(from: start, of: function) else { continue }
      if best.map({ found.value < $0.value }) ?? true { best = found }
    }
    return best
  }

  private func search(
    from start: [Double], of function: ([Double]) -> Double
  ) -> (parameters: [Double], value: Double)? {
    var seen = (parameters: start, value: Double.infinity)
    func objective(_ x: [Double]) -> (value: Double, gradient: [Double]) {
      let value = function(x)
      guard value.isFinite else { return (.infinity, x.map { _ in .infinity }) }
      if value < seen.value { seen = (x, value) }
      return (
        value,
        x.indices.map { place in
          let step = 6e-6 * max(abs(x[place]), 1)
          var (up, down) = (x, x)
          up[place] += step
          down[place] -= step
          return (function(up) - function(down)) / (up[place] - down[place])
        }
      )
    }
    do {
      let minimum = try minimum(from: start, of: objective)
      return (minimum.parameters, minimum.value)
    } catch StatisticsError.minimumNotFound(_, _, let gradient) where gradient < 1e-4 {
      return seen
    } catch {
      return nil
    }
  }
}
