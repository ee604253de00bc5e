import LinearAlgebra
import Statistics

/// Morris's trajectories by index: from a random start on the levels, one group after the other moves
/// by half the levels, in random order, up from the lower half and down from the upper one.
struct Trajectories: Sendable {
  let problem: Problem
  /// How far a move goes, as a share of the range: `p / (2 (p − 1))` for p levels.
  let step: Double
  private let levels: Int
  private let seed: UInt64
  /// Values of each input at each level; of shares that add up to 1 what they are drawn by.
  private let values: [[Double]]
  /// Candidates in the order they are picked; `nil`: all, as they are drawn.
  private var picked: [Int]?

  /// The probability at which distributions other than uniform ones are cut off: their ends are too
  /// unlikely to stand for a level, or infinite.
  private static let cut = 0.01

  init(_ problem: Problem, _ settings: Settings) {
    self.problem = problem
    levels = settings.levels
    seed = settings.seed
    step = Double(levels) / Double(2 * (levels - 1))
    let last = Double(settings.levels - 1)
    values = problem.inputs.map { input in
      let distribution = input.distribution
      let low = distribution is UniformDistribution ? 0 : Trajectories.cut
      let high = 1 - low
      return (0..<settings.levels).map { level in
        let place = low + (high - low) * Double(level) / last
        return input.part == nil ? distribution.quantile(at: place) : place
      }
    }
    picked = settings.candidates > 0 ? furthestApart(of: settings.candidates) : nil
  }

  var isPicked: Bool { picked != nil }
  /// How many there are; `nil`: as many as wanted.
  var count: Int? { picked?.count }
  /// Runs of a trajectory.
  var unitRows: Int { problem.groups.count + 1 }

  /// The moves of a trajectory in order: which group, and whether its first member goes up or down.
  func steps(_ unit: Int) -> [(group: Int, sign: Double)] {
    let (start, order) = drawn(candidate(unit))
    return order.map { group in
      (group, start[problem.groups[group].members[0]] < levels / 2 ? 1 : -1)
    }
  }

  /// The rows of some trajectories, one after the other.
  func rows(_ units: Range<Int>) -> Matrix {
    let d = problem.inputs.count
    var elements: [Double] = []
    elements.reserveCapacity(units.count * unitRows * d)
    for unit in units {
      let (start, order) = drawn(candidate(unit))
      var row = zip(values, start).map { $0[$1] }
      elements += divided(row)
      for group in order {
        for i in problem.groups[group].members { row[i] = values[i][moved(start[i])] }
        elements += divided(row)
      }
    }
    return Matrix(rows: units.count * unitRows, columns: d, elements: elements)
  }

  /// A row with shares that add up to 1 in place of what they are drawn by.
  private func divided(_ row: [Double]) -> [Double] {
    var result = row
    for part in problem.rows {
      let shares = part.shares { row[part.members.lowerBound + $0] }
      result.replaceSubrange(part.members, with: shares)
    }
    return result
  }

  private func candidate(_ unit: Int) -> Int { picked?[unit] ?? unit }

  private func moved(_ level: Int) -> Int {
    level < levels / 2 ? level + levels / 2 : level - levels / 2
  }

  /// The level of each input at the start, and the groups in the order in which they move.
  private func drawn(_ candidate: Int) -> (start: [Int], order: [Int]) {
    let (d, g) = (problem.inputs.count, problem.groups.count)
    let numbers = RandomStream(
      seed: seed, purpose: RandomPurpose.trajectories.rawValue, draw: 0
    ).uniforms(d + g, from: UInt64(candidate * (d + g)))
    var order = Array(0..<g)
    for i in 0..<g { order.swapAt(i, i + Int(numbers[d + i] * Double(g - i))) }
    return (numbers[..<d].map { Int($0 * Double(levels)) }, order)
  }

  /// Candidates in an order in which each is the furthest from those before it (sum of squared
  /// distances), from the two that lie furthest apart; any first few of them are such a choice.
  private func furthestApart(of count: Int) -> [Int] {
    let points = (0..<count).map { candidate -> [[Double]] in
      let (start, order) = drawn(candidate)
      var level = start
      return [level.map(Double.init)]
        + order.map { group in
          for i in problem.groups[group].members { level[i] = moved(level[i]) }
          return level.map(Double.init)
        }
    }
    /// Sum of the distances between all points of two trajectories, squared.
    func square(_ a: Int, _ b: Int) -> Double {
      var whole = 0.0
      for p in points[a] {
        for q in points[b] {
          whole += zip(p, q).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        }
      }
      return whole * whole
    }
    guard count > 1 else { return [0] }
    var squares = [[Double]](repeating: Array(repeating: 0, count: count), count: count)
    var best = (0, 1)
    for a in 0..<count {
      for b in 0..<a {
        squares[a][b] = square(a, b)
        squares[b][a] = squares[a][b]
        if squares[a][b] > squares[best.0][best.1] { best = (b, a) }
      }
    }
    var chosen = [best.0, best.1]
    var rest = (0..<count).filter { !chosen.contains($0) }
    while !rest.isEmpty {
      let sums = rest.map { candidate in chosen.reduce(0) { $0 + squares[candidate][$1] } }
      let place = sums.indices.max { (sums[$0], $1) < (sums[$1], $0) }!
      chosen.append(rest.remove(at: place))
    }
    return chosen
  }
}
