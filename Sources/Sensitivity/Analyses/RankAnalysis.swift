import LinearAlgebra
import Statistics

/// What one output's runs say of all inputs by the order of each: figures in the sample and in every
/// resample.
///
/// A figure is a function of means over runs: some of the output alone, one of run and input.
struct RankFigure: Sendable {
  /// What the kernel takes, run by run.
  let values: [Double]
  /// The kernel of neighbours.
  let kernel: @Sendable (Double, Double) -> Double
  /// Means over runs of the output alone: one list each.
  let features: [[Double]]
  /// What a run adds to the pairs' influence by where it lies between others; none if nothing.
  let between: (@Sendable (_ order: [Int32]) -> [Double])?
  /// The figure from the average over neighbours and the means of the features.
  let figure: @Sendable (_ average: Double, _ means: [Double]) -> Double
}

/// A method that gives one figure an input from the order of the runs.
struct RankAnalysis: HeldAnalysis {
  var base: HeldSample
  private let kind: String
  private let figure: @Sendable ([Double]) -> RankFigure

  init(
    _ problem: Problem, outputs: [String], _ settings: Settings, _ kind: String,
    _ figure: @escaping @Sendable ([Double]) -> RankFigure
  ) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
    self.kind = kind
    self.figure = figure
  }

  func measures() throws -> [Measure] {
    let units = held.units.count
    let weights = resampling.matrix(resampling.counts(of: held.units))
    let names = sample.names
    let figures = held.outputs.map { values in
      values.allSatisfy { $0 == values[0] } ? nil : figure(values)
    }
    /// Means of a number over the runs, in the sample and in every resample.
    @Sendable func means(_ columns: [[Double]]) -> Matrix {
      let sums =
        Matrix(columns + [Array(repeating: 1, count: units)]) * weights
      var result = Matrix(rows: columns.count, columns: sums.columns, repeating: 0)
      for c in columns.indices {
        for r in 0..<sums.columns { result[c, r] = sums[c, r] / sums[columns.count, r] }
      }
      return result
    }
    let own = figures.map { $0.map { means($0.features) } }
    let orders = sample.places(held.units).map(sortedOrder)
    let byInput = try concurrently(names.indices) { i -> [Measure] in
      outputs.indices.map { output in
        guard let figure = figures[output], let own = own[output] else {
          return Measure(
            kind, of: names[i], output: outputs[output], nil, note: "the output does not vary")
        }
        let neighbours = NeighbourAverage(orders[i], figure.values, figure.kernel)
        var influence = neighbours.influence
        if let between = figure.between {
          for (k, value) in between(orders[i]).enumerated() { influence[k] += value }
        }
        let moved = means([influence])
        let values = (0..<moved.columns).map { r in
          figure.figure(neighbours.average + moved[0, r] - moved[0, 0], own.column(r))
        }
        let estimate = resampling.estimate(values, units: units)
        return Measure(
          kind, of: names[i], output: outputs[output], estimate,
          note: resampling.doubt(about: estimate, units: units))
      }
    }
    return outputs.indices.flatMap { output in byInput.map { $0[output] } }
  }
}
