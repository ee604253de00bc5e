import LinearAlgebra
import Statistics

/// Regression on ranks: outputs are held, inputs made again by index.
struct RankRegressionAnalysis: HeldAnalysis {
  var base: HeldSample
  private let figure: RegressionFigure

  init(
    _ problem: Problem, outputs: [String], _ settings: Settings, _ figure: RegressionFigure
  ) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
    self.figure = figure
  }

  func measures() throws -> [Measure] {
    let units = held.units
    let weights = resampling.matrix(resampling.counts(of: units)).transposed
    let places = sample.places(units)
    let inputs = (places.indices).map { d -> WeightedRanks in
      guard d < sample.problem.inputs.count else { return WeightedRanks(places[d]) }
      let distribution = sample.problem.inputs[d].distribution
      return WeightedRanks(places[d].map { distribution.value(uniform: $0) })
    }
    let left = sample.problem.lastShares
    let ranked = held.outputs.map { WeightedRanks($0) }
    let all = try concurrently(0..<weights.rows) { r -> [RegressionCoefficients?] in
      let weight = weights.row(r)
      let columns = (inputs + ranked).map { $0.centered(weight) }
      let n = inputs.count
      let width = columns.count
      var elements = [Double](repeating: 0, count: units.count * width)
      for (c, column) in columns.enumerated() {
        for (k, value) in column.enumerated() { elements[k * width + c] = value }
      }
      let products = Matrix(rows: units.count, columns: width, elements: elements)
        .gram(weights: weight)
      return ranked.indices.map { output in
        var moments = Matrix(rows: n + 1, columns: n + 1, repeating: 0)
        let chosen = Array(0..<n) + [n + output]
        for (i, a) in chosen.enumerated() {
          for (j, b) in chosen.enumerated() { moments[i, j] = products[a, b] }
        }
        return RegressionCoefficients(moments, leaving: left)
      }
    }
    return outputs.indices.flatMap { output in
      figure.measures(
        all.map { $0[output] }, names: sample.names, leaving: left, ofRanks: true,
        output: outputs[output], resampling, units: units.count)
    }
  }
}

/// The ranks of one column in resamples, sorted once.
struct WeightedRanks: Sendable {
  private let order: [Int]
  /// Places in the order at which a value differs from the one before.
  private let starts: [Int]

  init(_ values: [Double]) {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    self.order = order
    starts = order.indices.filter { $0 == 0 || values[order[$0]] != values[order[$0 - 1]] }
  }

  /// Ranks less their mean where each value stands for several: equal values share the mean of theirs,
  /// and all ranks sum to 0.
  ///
  /// - Parameter weights: How often each value counts.
  func centered(_ weights: [Double]) -> [Double] {
    let middle = weights.reduce(0, +) / 2
    var ranks = [Double](repeating: 0, count: order.count)
    var before = 0.0
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : order.count
      var weight = 0.0
      for k in start..<end { weight += weights[order[k]] }
      for k in start..<end { ranks[order[k]] = before + weight / 2 - middle }
      before += weight
    }
    return ranks
  }
}
