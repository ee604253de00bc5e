import LinearAlgebra
import Statistics

/// Boxes of inputs in which cases lie, found by every other run and valued by the rest.
struct PRIMAnalysis: HeldAnalysis {
  var base: HeldSample
  private let settings: Settings

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
    self.settings = settings
  }

  var leastUnits: Int { 40 }

  func measures() throws -> [Measure] {
    let runs = DiscoveryRuns(sample, held.units, resampling)
    return try outputs.indices.flatMap { try measures($0, runs) }
  }

  private func measures(_ place: Int, _ runs: DiscoveryRuns) throws -> [Measure] {
    let (values, output) = (held.outputs[place], outputs[place])
    let found = runs.finding.map { values[$0] }
    let threshold = settings.cases.threshold(found)
    let isCase = values.map { settings.cases.holds($0, threshold: threshold) }
    let count = runs.finding.count { isCase[$0] }
    guard count > 0, count < runs.finding.count else {
      let note =
        count == 0 ? "not defined: no run is a case" : "not defined: every run is a case"
      return runs.columns.map {
        Measure("restricted", of: $0.name, output: output, nil, note: note)
      }
    }
    let worth = BoxMeasures(runs: runs, output: output, values: values, isCase: isCase)
    let boxes = boxes(runs, isCase)
    var result = [
      Measure(
        "threshold", of: Measure.allName, output: output, Estimate(exact: threshold))
    ]
    let union = runs.valuing.filter { run in
      boxes.contains { $0.contains(run, runs.inputs) }
    }
    result +=
      boxes.isEmpty
      ? [
        Measure(
          "coverage", of: Measure.allName, output: output, nil,
          note: "not defined: no box is denser in cases than all runs are")
      ] : worth.figures(union, of: nil)
    result += try restricted(runs, isCase, output)
    for (place, box) in boxes.enumerated() {
      result += worth.figures(box, place)
      result += box.restricted.map { quasi($0, box, place, worth) }
    }
    return result
  }

  /// The boxes, each among the runs that those before it leave.
  private func boxes(_ runs: DiscoveryRuns, _ isCase: [Bool]) -> [InputBox] {
    let peeling = Peeling(
      columns: runs.inputs, isCase: isCase, peel: settings.peel)
    var pool = Peeling.Pool(
      runs: runs.finding, weights: Array(repeating: 1, count: isCase.count))
    let share =
      Double(runs.finding.count { isCase[$0] }) / Double(runs.finding.count)
    var found: [InputBox] = []
    while found.count < settings.boxes {
      guard let box = peeling.box(in: pool, smallest: smallest(runs)) else { break }
      let inside = pool.runs.filter { box.contains($0, runs.inputs) }
      let density = Estimate(inside.count { isCase[$0] }, of: max(inside.count, 1))
      guard density.interval.lowerBound > share else { break }
      found.append(box)
      pool.runs.removeAll { box.contains($0, runs.inputs) }
    }
    return found
  }

  private func smallest(_ runs: DiscoveryRuns) -> Int {
    max(Int(settings.leastMass * Double(runs.finding.count)), 1)
  }

  /// In which share of resamples the first box found limits each input, the dummy among them.
  private func restricted(
    _ runs: DiscoveryRuns, _ isCase: [Bool], _ output: String
  ) throws -> [Measure] {
    let peeling = Peeling(
      columns: runs.columns, isCase: isCase, peel: settings.peel)
    let found = try concurrently(runs.resamples.indices) { r -> [Int] in
      let pool = Peeling.Pool(runs: runs.finding, weights: runs.resamples[r])
      return peeling.box(in: pool, smallest: smallest(runs))?.restricted ?? []
    }
    return runs.columns.indices.map { input in
      let share =
        Double(found.count { $0.contains(input) }) / Double(runs.resamples.count)
      return Measure(
        "restricted", of: runs.columns[input].name, output: output, Estimate(exact: share))
    }
  }

  /// How likely at least as many cases were if an input's limits did nothing: of a binomial number with the
  /// density of the box without them.
  private func quasi(_ input: Int, _ box: InputBox, _ place: Int, _ worth: BoxMeasures) -> Measure {
    let (inside, wider) = (worth.inside(box), worth.inside(box, but: input))
    let (hits, all) = (
      inside.count { worth.isCase[$0] }, wider.count { worth.isCase[$0] }
    )
    let name = worth.runs.inputs[input].name
    guard !inside.isEmpty else {
      return Measure(
        "quasi-p", of: name, with: BoxMeasures.name(place), output: worth.output, nil,
        note: "not defined: no run that values the box lies in it")
    }
    let p = binomialTail(hits, of: inside.count, Double(all) / Double(wider.count))
    return Measure(
      "quasi-p", of: name, with: BoxMeasures.name(place), output: worth.output,
      Estimate(exact: p))
  }
}

/// The probability of at least k of n: `I_p(k, n − k + 1)`.
func binomialTail(_ k: Int, of n: Int, _ p: Double) -> Double {
  guard k > 0, p < 1 else { return 1 }
  guard p > 0 else { return 0 }
  do {
    return try BetaDistribution(a: Double(k), b: Double(n - k + 1)).cumulative(at: p)
  } catch {
    preconditionFailure("\(k) of \(n): \(error)")
  }
}
