extension SwitchingValues {
  /// Looks for the switching values of every draw, all draws at once: for a function that takes them
  /// side by side.
  ///
  /// Each draw is looked at at values of its own, by the method of
  /// ``Switching/values(in:target:parts:tolerance:of:)``.
  ///
  /// Laws: as of ``Switching/values(in:target:parts:tolerance:of:)``; a draw's values do not depend on
  /// the draws beside it.
  ///
  /// - Parameters:
  ///   - draws: ≥ 1.
  ///   - range, target, parts, tolerance: As in ``Switching/values(in:target:parts:tolerance:of:)``.
  ///   - function: Takes the input of every draw, gives the function of every draw.
  /// - Throws: `notFinite` of the first draw that is not; what the function throws.
  /// - SeeAlso: [Chandrupatla1997].
  public init(
    together draws: Int, in range: ClosedRange<Double>, target: Double = 0, parts: Int = 16,
    tolerance: Double = 1e-9, of function: (_ x: [Double]) throws -> [Double]
  ) throws {
    let width = range.upperBound - range.lowerBound
    precondition(width > 0 && width.isFinite, "a switching value looked for in \(range)")
    precondition(
      draws >= 1 && parts >= 1 && tolerance > 0, "\(draws) draws, \(parts) parts, \(tolerance)")
    func excess(_ x: [Double]) throws -> [Double] {
      let values = try function(x)
      precondition(values.count == draws, "\(values.count) values of \(draws) draws")
      for (x, value) in zip(x, values) where !value.isFinite {
        throw SensitivityError.notFinite(at: x, value: value)
      }
      return values.map { $0 - target }
    }
    let places = (0...parts).map {
      $0 == parts ? range.upperBound : range.lowerBound + width * Double($0) / Double(parts)
    }
    let values = try places.map { try excess(Array(repeating: $0, count: draws)) }
    var found = [[Double]](repeating: [], count: draws)
    var brackets = [[Bracket]](repeating: [], count: draws)
    for draw in 0..<draws {
      for k in places.indices {
        let y = values[k][draw]
        if y == 0 { found[draw].append(places[k]) }
        guard k > 0, y != 0, values[k - 1][draw] != 0, values[k - 1][draw].sign != y.sign
        else { continue }
        brackets[draw].append(
          Bracket((places[k - 1], values[k - 1][draw]), (places[k], y), tolerance * width))
      }
    }
    for round in 0..<(brackets.map(\.count).max() ?? 0) {
      let active = brackets.indices.filter { round < brackets[$0].count }
      while active.contains(where: { !brackets[$0][round].isClosed }) {
        // A draw that has no bracket, or a closed one, is asked where it has been before.
        let x = brackets.indices.map { draw in
          round < brackets[draw].count ? brackets[draw][round].next : range.lowerBound
        }
        let y = try excess(x)
        for draw in active where !brackets[draw][round].isClosed {
          brackets[draw][round].take(y[draw])
        }
      }
      for draw in active { found[draw].append(brackets[draw][round].best) }
    }
    self.init(
      found.indices.map { draw in
        if !found[draw].isEmpty { return .at(found[draw].sorted()) }
        return values[0][draw] > 0 ? .staysAbove : .staysBelow
      })
  }
}

/// Two values between which a function changes sides, drawing together.
private struct Bracket {
  private var a: (x: Double, y: Double)
  private var b: (x: Double, y: Double)
  private let tolerance: Double
  /// Where the function is wanted next; the best value once closed.
  private(set) var next: Double
  private(set) var isClosed = false

  init(_ low: (x: Double, y: Double), _ high: (x: Double, y: Double), _ tolerance: Double) {
    a = low
    b = high
    self.tolerance = tolerance
    next = low.x + (high.x - low.x) / 2
  }

  /// The end at which the function is nearer to 0.
  var best: Double { abs(a.y) < abs(b.y) ? a.x : b.x }

  /// Takes in the function at ``next``.
  mutating func take(_ y: Double) {
    let new = (x: next, y: y)
    let c: (x: Double, y: Double)
    if (new.y > 0) == (a.y > 0) {
      c = a
    } else {
      c = b
      b = a
    }
    a = new
    let least = 2 * Double.ulpOfOne * abs(best) + tolerance / 2
    let share = least / abs(b.x - a.x)
    if share > 0.5 || a.y == 0 || b.y == 0 {
      next = best
      isClosed = true
      return
    }
    let xi = (a.x - b.x) / (c.x - b.x)
    let phi = (a.y - b.y) / (c.y - b.y)
    var t = 0.5
    if phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi {
      t =
        a.y / (b.y - a.y) * (c.y / (b.y - c.y))
        + (c.x - a.x) / (b.x - a.x) * (a.y / (c.y - a.y)) * (b.y / (c.y - b.y))
    }
    next = a.x + min(max(t, share), 1 - share) * (b.x - a.x)
  }
}
