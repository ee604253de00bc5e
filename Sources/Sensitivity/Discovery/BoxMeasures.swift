import Statistics

/// What boxes are worth, by runs that did not find them.
struct BoxMeasures {
  let runs: DiscoveryRuns
  let output: String
  let values: [Double]
  /// Whether each run is a case.
  let isCase: [Bool]

  /// Runs in a box below which its figures are noted as unreliable.
  private static let fewRuns = 30

  /// Figures of boxes that scenario discovery gives, whatever its method.
  static let kinds: [(id: String, sentence: String)] = [
    ("coverage", "Share of all cases that lie in the box."),
    ("density", "Share of the box's runs that are cases."),
    ("mass", "Share of all runs that lie in the box."),
    ("mean", "Mean output in the box."),
    ("lower", "The least value of the input in the box."),
    ("upper", "The greatest value of the input in the box."),
    ("labels", "Labels of a category in the box: how many; which they are says the note."),
  ]

  /// What results call a box.
  static func name(_ place: Int) -> String { "box \(place + 1)" }

  private var cases: Int { runs.valuing.count { isCase[$0] } }

  /// Coverage, density and mass of runs that lie in a box or several.
  func figures(_ inside: [Int], of box: String?) -> [Measure] {
    let hits = inside.count { isCase[$0] }
    return [
      measure("coverage", box, hits, of: cases), measure("density", box, hits, of: inside.count),
      measure("mass", box, inside.count, of: runs.valuing.count),
    ]
  }

  /// All figures of a box but how sure its limits are.
  func figures(_ box: InputBox, _ place: Int) -> [Measure] {
    let name = Self.name(place)
    let inside = inside(box)
    return figures(inside, of: name) + [mean(inside, name)] + limits(box, name)
  }

  /// Runs that value a box and lie in it.
  func inside(_ box: InputBox, but free: Int? = nil) -> [Int] {
    runs.valuing.filter { box.contains($0, runs.inputs, but: free) }
  }

  /// A share of runs, with Wilson's interval.
  private func measure(_ kind: String, _ box: String?, _ count: Int, of all: Int) -> Measure {
    guard all > 0 else {
      return Measure(
        kind, of: Measure.allName, with: box, output: output, nil,
        note: "not defined: no run that values the box counts")
    }
    let note = all < Self.fewRuns ? "unreliable: a share of \(all) runs" : nil
    return Measure(
      kind, of: Measure.allName, with: box, output: output, Estimate(count, of: all), note: note)
  }

  private func mean(_ inside: [Int], _ box: String) -> Measure {
    let found = inside.map { values[$0] }
    guard found.count > 1 else {
      return Measure(
        "mean", of: Measure.allName, with: box, output: output, nil,
        note: "not defined: fewer than two runs in the box")
    }
    let n = Double(found.count)
    let error = (variance(of: found) / n).squareRoot()
    let half = StudentDistribution(freedom: n - 1).quantile(at: 0.975) * error
    let estimate = Estimate(
      value: Statistics.mean(of: found), standardError: error, halfWidth: half, replicates: [])
    let note = found.count < Self.fewRuns ? "unreliable: \(found.count) runs in the box" : nil
    return Measure(
      "mean", of: Measure.allName, with: box, output: output, estimate, note: note)
  }

  private func limits(_ box: InputBox, _ name: String) -> [Measure] {
    box.restricted.flatMap { input -> [Measure] in
      let column = runs.inputs[input]
      func measure(_ kind: String, _ value: Double, _ note: String? = nil) -> Measure {
        Measure(
          kind, of: column.name, with: name, output: output, Estimate(exact: value), note: note)
      }
      switch box.limits[input] {
      case .range(let range):
        return (range.lowerBound > -.infinity ? [measure("lower", range.lowerBound)] : [])
          + (range.upperBound < .infinity ? [measure("upper", range.upperBound)] : [])
      case .labels(let kept):
        guard case .category(let labels) = column.kind else { return [] }
        let within = labels.indices.filter { kept[$0] }.map { labels[$0] }
        return [measure("labels", Double(within.count), within.joined(separator: ", "))]
      }
    }
  }
}

extension Estimate {
  /// A share of independent runs, with Wilson's interval.
  ///
  /// - Parameters:
  ///   - count: Runs that count, 0 to `all`.
  ///   - all: Runs, ≥ 1.
  init(_ count: Int, of all: Int) {
    self.init(share: Double(count) / Double(all), of: all)
  }

  /// The same of a share in which some runs count half.
  init(share: Double, of all: Int) {
    let n = Double(all)
    let wilson = CentralInterval.wilson(share: share, of: n)
    self.init(
      value: share, standardError: (share * (1 - share) / n).squareRoot(),
      interval: min(wilson.lower, share)...max(wilson.upper, share), replicates: [])
  }
}
