import LinearAlgebra

/// A method that ranks or sorts outputs and so holds them: one run a block, inputs made again by index.
protocol HeldAnalysis: Analysis {
  var base: HeldSample { get set }
}

/// The sample of a method that holds outputs, and what it holds.
struct HeldSample: Sendable {
  let sample: Sample
  /// Names of the outputs.
  let outputs: [String]
  let resampling: Resampling
  var runs: HeldRuns

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    sample = try Sample(problem, settings)
    self.outputs = outputs
    resampling = Resampling(settings)
    runs = HeldRuns(outputs: outputs.count)
  }
}

extension HeldAnalysis {
  var sample: Sample { base.sample }

  var outputs: [String] { base.outputs }

  var resampling: Resampling { base.resampling }

  var held: HeldRuns {
    get { base.runs }
    set { base.runs = newValue }
  }

  var unitRows: Int { 1 }

  var sampling: Sampling { resampling.sampling }

  func rows(_ units: Range<Int>) -> Matrix { sample.rows(units) }

  mutating func add(_ kept: [Int], first: Int, inputs: Matrix, outputs: Matrix) {
    held.add(kept, first: first, outputs)
  }
}

/// The outputs of a sample, held because a method ranks or sorts them: 8 bytes a run and output.
struct HeldRuns: Sendable {
  private(set) var units: [Int] = []
  /// One list an output.
  private(set) var outputs: [[Double]]

  init(outputs: Int) { self.outputs = Array(repeating: [], count: outputs) }

  mutating func add(_ kept: [Int], first: Int, _ values: Matrix) {
    for unit in kept {
      units.append(first + unit)
      for output in outputs.indices { outputs[output].append(values[unit, output]) }
    }
  }
}
