/// The patient search for a box with many cases: it is peeled slice by slice from one that holds all, then
/// limits that do nothing are lifted and slices pasted back.
///
/// A peel takes a share `peel` of the box's runs at one end of a number (whole numbers whole), or one
/// label of a category: the one that raises the density most, or lowers it least, for each run it costs. Of
/// the boxes
/// passed on the way the one with the best balance of coverage c and density d is kept,
/// `2 c d / (c + d)`.
/// - SeeAlso: [FriedmanFisher1999]; [BryantLempert2010] for coverage and density;
///   [KwakkelJaxaRozen2016] for inputs of several kinds.
struct Peeling: Sendable {
  let columns: [InputColumn]
  let isCase: [Bool]
  /// The share of a box's runs that a peel takes.
  let peel: Double

  /// Runs with how often each counts.
  struct Pool {
    /// Places of runs, rising.
    var runs: [Int]
    let weights: [Int]
  }

  private struct Tally {
    var runs = 0
    var cases = 0
    var density: Double { runs == 0 ? 0 : Double(cases) / Double(runs) }
  }

  private func tally(_ runs: [Int], _ weights: [Int]) -> Tally {
    var all = Tally()
    for run in runs {
      all.runs += weights[run]
      if isCase[run] { all.cases += weights[run] }
    }
    return all
  }

  /// Balance of coverage and density, 0 to 1.
  private func balance(_ box: Tally, _ all: Tally) -> Double {
    // 2 c d / (c + d) with c = cases / all cases, d = cases / runs.
    box.cases == 0 ? 0 : 2 * Double(box.cases) / Double(all.cases + box.runs)
  }

  /// Columns with all runs in their order, sorted once.
  private let sorted: [[Int]]

  init(columns: [InputColumn], isCase: [Bool], peel: Double) {
    self.columns = columns
    self.isCase = isCase
    self.peel = peel
    sorted = columns.map { column in
      column.values.indices.sorted { (column.values[$0], $0) < (column.values[$1], $1) }
    }
  }

  /// The box found among some runs; `nil` if none is denser than they are.
  ///
  /// - Parameter smallest: Weight of the smallest box.
  func box(in pool: Pool, smallest: Int) -> InputBox? {
    let all = tally(pool.runs, pool.weights)
    guard all.cases > 0, all.cases < all.runs else { return nil }
    var box = InputBox(columns)
    var inside = all
    var counts = [Bool](repeating: false, count: isCase.count)
    for run in pool.runs where pool.weights[run] > 0 { counts[run] = true }
    var orders = sorted.map { order in order.filter { counts[$0] } }
    var best = (box: box, balance: balance(all, all))
    while inside.cases < inside.runs {
      guard let next = bestPeel(of: box, inside, orders, pool.weights, smallest) else { break }
      let peeled = next.input
      (box, inside) = (next.box, next.tally)
      let (values, limits) = (columns[peeled].values, box.limits[peeled])
      for d in orders.indices {
        orders[d] = orders[d].filter { limits.contains(values[$0]) }
      }
      let value = balance(inside, all)
      if value > best.balance { best = (box, value) }
    }
    let result = pasted(lifted(best.box, pool, all), pool, all)
    return result.restricted.isEmpty ? nil : result
  }

  private func bestPeel(
    of box: InputBox, _ inside: Tally, _ orders: [[Int]], _ weights: [Int], _ smallest: Int
  ) -> (box: InputBox, tally: Tally, input: Int)? {
    var best: (box: InputBox, tally: Tally, input: Int, gain: Double)?
    func consider(_ input: Int, _ removed: Tally, _ change: (inout InputBox) -> Void) {
      let rest = Tally(runs: inside.runs - removed.runs, cases: inside.cases - removed.cases)
      guard removed.runs > 0, rest.runs >= smallest else { return }
      let gain = (rest.density - inside.density) / Double(removed.runs)
      guard gain > best?.gain ?? -.infinity else { return }
      var changed = box
      change(&changed)
      best = (changed, rest, input, gain)
    }
    let wanted = max(Int(peel * Double(inside.runs)), 1)
    for (d, column) in columns.enumerated() {
      if case .category(let labels) = column.kind {
        for label in labels.indices {
          let out = orders[d].filter { Int(column.values[$0]) == label }
          consider(d, tally(out, weights)) { $0.limit(d, toLabels: { $0 != label }) }
        }
        continue
      }
      if let (removed, out, within) = slice(column, orders[d], wanted, weights) {
        consider(d, removed) { $0.limit(d, from: column.limit(out: out, within: within)) }
      }
      if let (removed, out, within) = slice(column, orders[d].reversed(), wanted, weights) {
        consider(d, removed) { $0.limit(d, to: column.limit(out: out, within: within)) }
      }
    }
    return best.map { ($0.box, $0.tally, $0.input) }
  }

  /// The first runs of an order that count for as many as wanted, equal values together.
  ///
  /// - Returns: What they are, the last value among them and the first after them; `nil` if there is none
  ///   after them.
  private func slice(
    _ column: InputColumn, _ order: some Collection<Int>, _ wanted: Int, _ weights: [Int]
  ) -> (Tally, out: Double, within: Double)? {
    var removed = Tally()
    var last: Double?
    for run in order {
      let value = column.values[run]
      if let last, value != last, removed.runs >= wanted { return (removed, last, value) }
      removed.runs += weights[run]
      if isCase[run] { removed.cases += weights[run] }
      last = value
    }
    return nil
  }

  /// A box without limits whose lifting leaves the balance as good.
  private func lifted(_ box: InputBox, _ pool: Pool, _ all: Tally) -> InputBox {
    var box = box
    var value = balance(tally(runs(of: box, pool), pool.weights), all)
    while true {
      var best: (box: InputBox, balance: Double)?
      for wider in openings(of: box) {
        let found = balance(tally(runs(of: wider, pool), pool.weights), all)
        if found >= value, found > best?.balance ?? -1 { best = (wider, found) }
      }
      guard let best else { return box }
      (box, value) = best
    }
  }

  /// A box widened slice by slice while that betters the balance.
  private func pasted(_ box: InputBox, _ pool: Pool, _ all: Tally) -> InputBox {
    var box = box
    while true {
      let inside = tally(runs(of: box, pool), pool.weights)
      let value = balance(inside, all)
      let wanted = max(Int(peel * Double(inside.runs)), 1)
      var best: (box: InputBox, balance: Double)?
      for wider in openings(of: box) {
        guard let next = step(from: box, towards: wider, wanted, pool) else { continue }
        let found = balance(tally(runs(of: next, pool), pool.weights), all)
        if found > value, found > best?.balance ?? -1 { best = (next, found) }
      }
      guard let best else { return box }
      box = best.box
    }
  }

  private func runs(of box: InputBox, _ pool: Pool) -> [Int] {
    pool.runs.filter { pool.weights[$0] > 0 && box.contains($0, columns) }
  }

  /// The box with one of its limits lifted, limit by limit.
  private func openings(of box: InputBox) -> [InputBox] {
    box.restricted.flatMap { input -> [InputBox] in
      func with(_ limits: InputBox.Limits) -> InputBox {
        var result = box
        result.limits[input] = limits
        return result
      }
      switch box.limits[input] {
      case .range(let range):
        return
          (range.lowerBound > -.infinity
          ? [with(.range(-.infinity...range.upperBound))] : [])
          + (range.upperBound < .infinity ? [with(.range(range.lowerBound ... .infinity))] : [])
      case .labels(let kept):
        return kept.indices.filter { !kept[$0] }.map { label in
          with(.labels(kept.indices.map { kept[$0] || $0 == label }))
        }
      }
    }
  }

  /// The box with one slice of a wider one pasted on.
  private func step(
    from box: InputBox, towards wider: InputBox, _ wanted: Int, _ pool: Pool
  ) -> InputBox? {
    guard let input = box.limits.indices.first(where: { box.limits[$0] != wider.limits[$0] }),
      case .range(let range) = box.limits[input], case .range(let open) = wider.limits[input]
    else { return wider }
    let column = columns[input]
    let outside = runs(of: wider, pool).filter { !range.contains(column.values[$0]) }
    let isBelow = open.lowerBound < range.lowerBound
    let order = outside.sorted { (column.values[$0], $0) < (column.values[$1], $1) }
    let nearest = isBelow ? Array(order.reversed()) : order
    guard let (_, taken, next) = slice(column, nearest, wanted, pool.weights) else { return wider }
    var result = box
    let limit = column.limit(out: next, within: taken)
    if isBelow {
      result.limits[input] = .range(limit...range.upperBound)
    } else {
      result.limits[input] = .range(range.lowerBound...limit)
    }
    return result
  }
}
