import LinearAlgebra
import Statistics

/// Boxes of inputs in which cases lie, found by every other run and valued by the rest.
struct PRIMAnalysis: DiscoveryAnalysis {
  var base: HeldSample
  let settings: Settings
  let kindOfInputs = "restricted"

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
    self.settings = settings
  }

  func measures(_ cases: DiscoveryCases) throws -> [Measure] {
    let (runs, worth) = (cases.runs, cases.worth)
    let boxes = boxes(cases)
    let union = runs.valuing.filter { run in
      boxes.contains { $0.contains(run, runs.inputs) }
    }
    var result =
      boxes.isEmpty
      ? [
        Measure(
          "coverage", of: Measure.allName, output: cases.output, nil,
          note: "not defined: no box is denser in cases than all runs are")
      ] : worth.figures(union, of: nil)
    result += try restricted(cases)
    for (place, box) in boxes.enumerated() {
      result += worth.figures(box, place)
      result += box.restricted.map { quasi($0, box, place, worth) }
    }
    return result
  }

  /// The boxes, each among the runs that those before it leave.
  private func boxes(_ cases: DiscoveryCases) -> [InputBox] {
    let (runs, isCase) = (cases.runs, cases.isCase)
    let peeling = Peeling(columns: runs.inputs, isCase: isCase, peel: settings.peel)
    var pool = Peeling.Pool(
      runs: runs.finding, weights: Array(repeating: 1, count: isCase.count))
    let share =
      Double(runs.finding.count { isCase[$0] }) / Double(runs.finding.count)
    var found: [InputBox] = []
    while found.count < settings.boxes {
      guard let box = peeling.box(in: pool, smallest: cases.smallest) else { break }
      let inside = pool.runs.filter { box.contains($0, runs.inputs) }
      let density = Estimate(inside.count { isCase[$0] }, of: max(inside.count, 1))
      guard density.interval.lowerBound > share else { break }
      found.append(box)
      pool.runs.removeAll { box.contains($0, runs.inputs) }
    }
    return found
  }

  /// In which share of resamples the first box found limits each input, the dummy among them.
  private func restricted(_ cases: DiscoveryCases) throws -> [Measure] {
    let runs = cases.runs
    let peeling = Peeling(columns: runs.columns, isCase: cases.isCase, peel: settings.peel)
    let found = try concurrently(runs.resamples.indices) { r -> [Int] in
      let pool = Peeling.Pool(runs: runs.finding, weights: runs.resamples[r])
      return peeling.box(in: pool, smallest: cases.smallest)?.restricted ?? []
    }
    return runs.columns.indices.map { input in
      let share =
        Double(found.count { $0.contains(input) }) / Double(runs.resamples.count)
      return Measure(
        "restricted", of: runs.columns[input].name, output: cases.output, Estimate(exact: share))
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
