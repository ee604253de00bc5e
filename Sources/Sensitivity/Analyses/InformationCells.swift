import LinearAlgebra

/// Runs by what is known of a group of inputs: those with all its inputs in the same of k parts of equal
/// probability are of one cell.
struct InformationCells: Sendable {
  /// Places of the runs.
  let runs: [Int]
  /// The cell of each run.
  let cell: [Int]
  /// How many cells hold runs.
  let count: Int

  /// - Parameters:
  ///   - places: Where each input stands in its distribution, 0 to 1: one list an input, by run.
  ///   - runs: Places of the runs that count.
  ///   - group: The inputs that are known.
  ///   - k: Parts of each input.
  init(_ places: [[Double]], _ runs: [Int], of group: InputGroup, each k: Int) {
    var cell = [Int](repeating: 0, count: runs.count)
    var count = 1
    for member in group.members {
      var numbers: [Int: Int] = [:]
      for (place, run) in runs.enumerated() {
        let key = cell[place] * k + min(Int(places[member][run] * Double(k)), k - 1)
        let next = numbers.count
        cell[place] = numbers[key, default: next]
        if cell[place] == next { numbers[key] = next }
      }
      count = numbers.count
    }
    (self.runs, self.cell, self.count) = (runs, cell, count)
  }

  /// Sum over the cells of what the best plan of each gives, in the sample and in every resample, where
  /// a plan's mean in a cell is known or drawn in towards its mean over all runs:
  /// `max_d (f S_cd + (1 − f) m_d W_c)`, S a cell's sum of net benefits and W its runs, m the mean.
  ///
  /// - Parameters:
  ///   - plans: Net benefits, plan by plan and run by run.
  ///   - weights: How often each run that counts does: one row a run, one column a resample.
  ///   - factors: f, 0 to 1: 1 for means as they are.
  /// - Returns: One list a factor.
  func sumsOfBest(
    _ plans: [[Double]], _ weights: Matrix, keeping factors: [Double]
  ) -> [[Double]] {
    // The last of a cell's sums counts its runs.
    let (width, kinds) = (weights.columns, plans.count + 1)
    var sums = [Double](repeating: 0, count: count * kinds * width)
    weights.elements.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for (place, run) in runs.enumerated() {
          for kind in 0..<kinds {
            let value = kind < plans.count ? plans[kind][run] : 1
            let to = sums.baseAddress! + (cell[place] * kinds + kind) * width
            let from = weights.baseAddress! + place * width
            for r in 0..<width { to[r] += from[r] * value }
          }
        }
      }
    }
    func sum(_ cell: Int, _ kind: Int, _ r: Int) -> Double {
      sums[(cell * kinds + kind) * width + r]
    }
    return factors.map { factor in
      (0..<width).map { r in
        let all = (0..<kinds).map { kind in
          (0..<count).reduce(0) { $0 + sum($1, kind, r) }
        }
        return (0..<count).reduce(0) { total, cell in
          let share = (1 - factor) * sum(cell, plans.count, r) / all[plans.count]
          return total
            + plans.indices.reduce(-.infinity) {
              max($0, factor * sum(cell, $1, r) + share * all[$1])
            }
        }
      }
    }
  }
}
