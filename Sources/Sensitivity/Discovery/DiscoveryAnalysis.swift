import LinearAlgebra

/// A method that looks for boxes of inputs by every other run and says by the rest what they are worth.
protocol DiscoveryAnalysis: HeldAnalysis {
  var settings: Settings { get }
  /// The kind of figure that every input has.
  var kindOfInputs: String { get }
  /// Why nothing can be told apart; `nil` if something can.
  func hindrance(_ cases: DiscoveryCases) -> String?
  /// All figures of one output but the threshold.
  func measures(_ cases: DiscoveryCases) throws -> [Measure]
}

extension DiscoveryAnalysis {
  var leastUnits: Int { 40 }

  func hindrance(_ cases: DiscoveryCases) -> String? { cases.hindrance }

  func measures() throws -> [Measure] {
    let runs = DiscoveryRuns(sample, held.units, resampling)
    return try outputs.indices.flatMap { output -> [Measure] in
      let cases = DiscoveryCases(
        runs, values: held.outputs[output], of: outputs[output], settings)
      if let note = hindrance(cases) {
        return runs.columns.map {
          Measure(kindOfInputs, of: $0.name, output: cases.output, nil, note: note)
        }
      }
      return [cases.thresholdMeasure] + (try measures(cases))
    }
  }
}

/// The runs of one output that are cases of interest.
struct DiscoveryCases: Sendable {
  let runs: DiscoveryRuns
  let output: String
  let values: [Double]
  /// The output from which on runs are cases.
  let threshold: Double
  /// Whether each run is one.
  let isCase: [Bool]
  /// Runs that a box or leaf holds at least, of those that find it.
  let smallest: Int

  init(_ runs: DiscoveryRuns, values: [Double], of output: String, _ settings: Settings) {
    let threshold = settings.cases.threshold(runs.finding.map { values[$0] })
    isCase = values.map { settings.cases.holds($0, threshold: threshold) }
    smallest = max(Int(settings.leastMass * Double(runs.finding.count)), 1)
    (self.runs, self.output, self.values, self.threshold) = (runs, output, values, threshold)
  }

  /// Why cases cannot be told from other runs, if so.
  var hindrance: String? {
    let count = runs.finding.count { isCase[$0] }
    if count == 0 { return "not defined: no run is a case" }
    return count == runs.finding.count ? "not defined: every run is a case" : nil
  }

  var thresholdMeasure: Measure {
    Measure("threshold", of: Measure.allName, output: output, Estimate(exact: threshold))
  }

  /// What boxes are worth.
  var worth: BoxMeasures {
    BoxMeasures(runs: runs, output: output, values: values, isCase: isCase)
  }
}
