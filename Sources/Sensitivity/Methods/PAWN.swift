import LinearAlgebra
import Statistics

extension SensitivityMethod {
  /// Distances between the output's distribution and that with an input held within a slice: for outputs
  /// whose variance says little.
  ///
  /// Each input is cut into `slices` of equal probability; figures are the median, mean and largest of the
  /// slices' Kolmogorov–Smirnov distances from the whole sample. They are above 0 for an input that does
  /// nothing too: compare with the dummy. Intervals allow for what chance adds, but those of the median are too
  /// narrow (of a linear function they held it in nine of ten samples) and those of the mean too wide. Of
  /// single inputs; groups change nothing. Reads `slices`, `dummy`.
  /// Laws: 0 to 1; a rising function applied to the output changes nothing.
  /// - SeeAlso: [PianosiWagener2015]; [PianosiWagener2018] for one sample of all inputs.
  public static let pawn = SensitivityMethod(
    "pawn", "Distances between distributions: for skewed outputs.",
    kinds: [
      ("pawn-median", "Median distance over the slices."),
      ("pawn-mean", "Mean distance over the slices."),
      ("pawn-max", "Largest distance over the slices."),
    ],
    start: { try PAWNAnalysis($0, outputs: $1, $2.independent) })
}

private struct PAWNAnalysis: HeldAnalysis {
  var base: HeldSample
  private let slices: Int

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
    slices = settings.slices
  }

  /// Two runs a slice.
  var leastUnits: Int { 2 * slices }

  func measures() throws -> [Measure] {
    let (stride, units) = (resampling.stride, held.units.count)
    let weights = resampling.counts(of: held.units)
    let places = sample.places(held.units)
    let names = sample.names
    let sorted = held.outputs.map(SortedQuantity.init)
    return try outputs.indices.flatMap { output in
      try concurrently(names.indices) { d -> [Measure] in
        guard !sorted[output].isFlat else {
          return SensitivityMethod.pawn.kinds.map {
            Measure(
              $0.id, of: names[d], output: outputs[output], nil, note: "the output does not vary")
          }
        }
        let parts = places[d].map { UInt8(min(Int($0 * Double(slices)), slices - 1)) }
        let distances = SlicedDistances(parts: parts, count: slices)
        let exact = figures(distances.exact(sorted[output]).compactMap { $0 })
        let binned = distances.binned(sorted[output], weights: weights, stride: stride)
        let repeated = (0...resampling.count).map { r in
          figures((0..<slices).map { binned[$0 * stride + r] }.filter { !$0.isNaN })
        }
        return exact.indices.map { kind in
          let values = repeated.map { exact[kind] + ($0[kind] - repeated[0][kind]) }
          let estimate = resampling.estimate(values, units: units, .lessBias)
          let note =
            units < 20 * slices
            ? "unreliable: fewer than 20 runs a slice"
            : resampling.doubt(about: estimate, units: units)
          return Measure(
            SensitivityMethod.pawn.kinds[kind].id, of: names[d], output: outputs[output], estimate,
            note: note)
        }
      }.flatMap { $0 }
    }
  }

  /// Median, mean and largest of the slices' distances.
  private func figures(_ distances: [Double]) -> [Double] {
    [
      quantile(of: distances, at: 0.5, type: .inclusive), mean(of: distances),
      distances.max() ?? .nan,
    ]
  }
}
