/// A tree that tells runs with high values from runs with low ones by one input at a time.
///
/// Each node is split where the sum of squares about both parts' means is least: a number between two of
/// its values, a category by its labels in the order of their means. Of values 0 and 1 that is
/// Gini's impurity. Branches that take away less than α of the sum of squares a leaf are pruned, the
/// weakest first.
/// - SeeAlso: [Breiman1984], chapters 2, 3 and 8.
struct RegressionTree: Sendable {
  struct Node: Sendable {
    let box: InputBox
    let weight: Int
    let mean: Double
    /// Sum of squares about the mean.
    let squares: Double
    /// Which input is split, and the places of both parts; none for a leaf.
    var split: (input: Int, children: [Int])?
  }

  private(set) var nodes: [Node] = []
  private let columns: [InputColumn]
  private let values: [Double]
  private let smallest: Int

  /// Gains below this part of all squares are rounding.
  private static let least = 1e-12

  /// Grows a tree to the end.
  ///
  /// - Parameters:
  ///   - columns: The inputs.
  ///   - values: One a run.
  ///   - runs: Places of the runs that count.
  ///   - weights: How often each run counts.
  ///   - smallest: Weight of the smallest leaf, ≥ 1.
  init(
    _ columns: [InputColumn], _ values: [Double], runs: [Int], weights: [Int], smallest: Int
  ) {
    self.columns = columns
    self.values = values
    self.smallest = smallest
    let counted = runs.filter { weights[$0] > 0 }
    let orders = columns.map { column in
      counted.sorted { (column.values[$0], $0) < (column.values[$1], $1) }
    }
    _ = grow(InputBox(columns), orders, counted, weights)
  }

  private mutating func grow(
    _ box: InputBox, _ orders: [[Int]], _ runs: [Int], _ weights: [Int]
  ) -> Int {
    let whole = Sums(runs, values, weights)
    let place = nodes.count
    nodes.append(
      Node(
        box: box, weight: whole.weight, mean: whole.mean,
        squares: max(squares(runs, weights, about: whole.mean), 0), split: nil))
    let least = Self.least * max(nodes[0].squares, 0)
    guard nodes[place].squares > least, let best = bestSplit(orders, whole, weights),
      best.gain > least
    else { return place }
    var children: [Int] = []
    for isLeft in [true, false] {
      var part = box
      best.limit(&part, isLeft)
      func within(_ run: Int) -> Bool {
        part.limits[best.input].contains(columns[best.input].values[run])
      }
      children.append(
        grow(part, orders.map { $0.filter(within) }, runs.filter(within), weights))
    }
    nodes[place].split = (best.input, children)
    return place
  }

  private func squares(_ runs: [Int], _ weights: [Int], about mean: Double) -> Double {
    runs.reduce(0) { total, run in
      total + Double(weights[run]) * (values[run] - mean) * (values[run] - mean)
    }
  }

  private struct Sums {
    var weight = 0
    var total = 0.0
    var mean: Double { weight == 0 ? 0 : total / Double(weight) }

    init() {}

    init(_ runs: some Sequence<Int>, _ values: [Double], _ weights: [Int]) {
      for run in runs { add(values[run], weights[run]) }
    }

    mutating func add(_ value: Double, _ count: Int) {
      weight += count
      total += value * Double(count)
    }
  }

  private struct Split {
    let input: Int
    /// What it takes from the sum of squares.
    let gain: Double
    /// Limits a box to one part.
    let limit: (inout InputBox, _ isLeft: Bool) -> Void
  }

  private func bestSplit(_ orders: [[Int]], _ whole: Sums, _ weights: [Int]) -> Split? {
    var best: Split?
    for (d, column) in columns.enumerated() {
      let found =
        if case .category(let labels) = column.kind {
          categorySplit(d, labels.count, orders[d], whole, weights)
        } else {
          numberSplit(d, orders[d], whole, weights)
        }
      if let found, found.gain > best?.gain ?? 0 { best = found }
    }
    return best
  }

  /// What splitting takes from the sum of squares; none where a part is too small.
  private func gain(_ left: Sums, of whole: Sums) -> Double? {
    let right = whole.weight - left.weight
    guard left.weight >= smallest, right >= smallest else { return nil }
    let difference = left.mean - (whole.total - left.total) / Double(right)
    return Double(left.weight) * Double(right) / Double(whole.weight) * difference * difference
  }

  private func numberSplit(
    _ input: Int, _ order: [Int], _ whole: Sums, _ weights: [Int]
  ) -> Split? {
    let column = columns[input].values
    var left = Sums()
    var best: (gain: Double, below: Double, above: Double)?
    for (k, run) in order.enumerated().dropLast() {
      left.add(values[run], weights[run])
      let next = column[order[k + 1]]
      guard next != column[run], let found = gain(left, of: whole), found > best?.gain ?? 0
      else { continue }
      best = (found, column[run], next)
    }
    guard let best else { return nil }
    let kind = columns[input]
    return Split(input: input, gain: best.gain) { box, isLeft in
      if case .whole = kind.kind {
        if isLeft { box.limit(input, to: best.below) } else { box.limit(input, from: best.above) }
        return
      }
      // A run on the limit itself is in the upper part.
      let limit = kind.limit(out: best.below, within: best.above)
      if isLeft {
        box.limit(input, to: limit.nextDown)
      } else {
        box.limit(input, from: limit)
      }
    }
  }

  private func categorySplit(
    _ input: Int, _ labels: Int, _ order: [Int], _ whole: Sums, _ weights: [Int]
  ) -> Split? {
    var sums = [Sums](repeating: Sums(), count: labels)
    for run in order { sums[Int(columns[input].values[run])].add(values[run], weights[run]) }
    let sorted = (0..<labels).filter { sums[$0].weight > 0 }
      .sorted { (sums[$0].mean, $0) < (sums[$1].mean, $1) }
    var left = Sums()
    var best: (gain: Double, labels: Set<Int>)?
    for (k, label) in sorted.enumerated().dropLast() {
      left.weight += sums[label].weight
      left.total += sums[label].total
      guard let found = gain(left, of: whole), found > best?.gain ?? 0 else { continue }
      best = (found, Set(sorted[...k]))
    }
    guard let best else { return nil }
    return Split(input: input, gain: best.gain) { box, isLeft in
      box.limit(input, toLabels: { best.labels.contains($0) == isLeft })
    }
  }
}

extension RegressionTree {
  /// Branches from the weakest to the strongest: the node to prune and the α at which it goes.
  ///
  /// `α = (squares of the node − those of its leaves) / (leaves − 1)`.
  func weakestLinks() -> [(node: Int, alpha: Double)] {
    var tree = self
    var links: [(node: Int, alpha: Double)] = []
    while tree.nodes[0].split != nil {
      var weakest: (node: Int, alpha: Double)?
      for place in tree.reached() {
        guard tree.nodes[place].split != nil else { continue }
        let leaves = tree.leaves(under: place)
        let squares = leaves.reduce(0) { $0 + tree.nodes[$1].squares }
        let alpha = (tree.nodes[place].squares - squares) / Double(leaves.count - 1)
        if alpha < weakest?.alpha ?? .infinity { weakest = (place, alpha) }
      }
      guard let weakest else { break }
      tree.nodes[weakest.node].split = nil
      // Rounding must not make a later link weaker.
      links.append((weakest.node, max(weakest.alpha, links.last?.alpha ?? 0)))
    }
    return links
  }

  /// The tree without branches that are worth at most α.
  func pruned(at alpha: Double) -> RegressionTree {
    var tree = self
    for link in weakestLinks() where link.alpha <= alpha { tree.nodes[link.node].split = nil }
    return tree
  }

  /// Leaves of the branch at a node, left to right.
  func leaves(under node: Int = 0) -> [Int] {
    guard let split = nodes[node].split else { return [node] }
    return split.children.flatMap { leaves(under: $0) }
  }

  /// Nodes that are not cut off.
  func reached(under node: Int = 0) -> [Int] {
    [node] + (nodes[node].split?.children ?? []).flatMap { reached(under: $0) }
  }

  /// The mean of the leaf in which a run lies.
  func prediction(of run: Int) -> Double {
    var place = 0
    while let split = nodes[place].split {
      let value = columns[split.input].values[run]
      let isLeft = nodes[split.children[0]].box.limits[split.input].contains(value)
      place = split.children[isLeft ? 0 : 1]
    }
    return nodes[place].mean
  }

  /// What splits of each input take away from the sum of squares, as a part of it.
  var importance: [Double] {
    var gains = [Double](repeating: 0, count: columns.count)
    for place in reached() {
      guard let split = nodes[place].split else { continue }
      let rest = split.children.reduce(0) { $0 + nodes[$1].squares }
      gains[split.input] += nodes[place].squares - rest
    }
    return gains.map { nodes[0].squares > 0 ? $0 / nodes[0].squares : 0 }
  }
}
