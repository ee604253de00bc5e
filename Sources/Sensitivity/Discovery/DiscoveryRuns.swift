import LinearAlgebra
import Statistics

/// The runs of a study for scenario discovery: every other one to find boxes by, the rest to say what they
/// are worth, so that searching does not flatter what it finds.
struct DiscoveryRuns: Sendable {
  /// All inputs, the dummy last if there is one.
  let columns: [InputColumn]
  /// Places of runs that boxes are found by.
  let finding: [Int]
  /// Places of runs that value them.
  let valuing: [Int]
  /// How often each run counts in the first few resamples: one list a resample.
  let resamples: [[Int]]
  private let dummies: Int

  /// Resamples in which the search is repeated.
  private static let repetitions = 40

  init(_ sample: Sample, _ units: [Int], _ resampling: Resampling) {
    columns = sample.columns(units)
    dummies = sample.hasDummy ? 1 : 0
    finding = units.indices.filter { units[$0].isMultiple(of: 2) }
    valuing = units.indices.filter { !units[$0].isMultiple(of: 2) }
    let counts = resampling.counts(of: units)
    let stride = resampling.stride
    resamples = (1...min(Self.repetitions, resampling.count)).map { r in
      units.indices.map { Int(counts[$0 * stride + r]) }
    }
  }

  /// The inputs without the dummy: what boxes are made of.
  var inputs: [InputColumn] { Array(columns.dropLast(dummies)) }
}

extension Sample {
  /// The values of all inputs in some runs, the dummy's last.
  ///
  /// - Parameter units: Indices of the runs, rising.
  func columns(_ units: [Int]) -> [InputColumn] {
    let d = problem.inputs.count
    var values = [[Double]](repeating: [], count: names.count)
    var place = 0
    while place < units.count {
      let start = units[place]
      var end = place
      while end < units.count && units[end] < start + 1024 { end += 1 }
      let range = start..<units[end - 1] + 1
      let (rows, dummies) = (rows(range), dummies(range))
      for k in place..<end {
        for i in 0..<d { values[i].append(rows[units[k] - start, i]) }
        if hasDummy { values[d].append(dummies[units[k] - start]) }
      }
      place = end
    }
    return names.indices.map { i in
      guard i < d else { return InputColumn(name: names[i], kind: .number, values: values[i]) }
      let input = problem.inputs[i]
      let number: InputColumn.Kind = input.distribution.isCount ? .whole : .number
      return InputColumn(
        name: names[i], kind: input.labels.map { .category($0) } ?? number, values: values[i])
    }
  }
}
