import LinearAlgebra
import Sensitivity
import Statistics

extension Benchmark {
  /// Sensitivity analyses of `Tests/Benchmarks/sensitivity.py`: Sobol's G function of 30 inputs, on one
  /// core; the function's own time is not counted. Checksums are the figure of the strongest input.
  static let sensitivity = Benchmark(
    id: "sensitivity", sentence: "designs and analyses of 30 inputs, without the runs themselves"
  ) { options in
    var result: [Measurement] = []
    for resamples in [100, 1000] {
      let settings = bootstrap(resamples) { $0.secondOrder = true }
      if resamples == 100 {
        result.append(try design("sobol.design", .sobol, 16_384, settings, options))
      }
      result.append(
        try analysis(
          "sobol.second-order-\(resamples)", .sobol, 16_384, settings, "total-order", options))
    }
    let settings = bootstrap(100)
    result.append(try design("morris.design", .morris, 1000, settings, options))
    result.append(try analysis("morris.analysis", .morris, 1000, settings, "mu-star", options))
    result.append(try analysis("pawn.analysis", .pawn, 16_384, settings, "pawn-median", options))
    result.append(try analysis("delta.analysis", .delta, 2048, settings, "delta", options))
    result.append(
      try analysis("rbd-fast.analysis", .rbdFAST, 16_384, settings, "first-order", options))
    return result
  }

  private static let coefficients: [Double] =
    [0, 0.5, 1, 2, 4.5, 9] + Array(repeating: 99, count: 24)

  private static func bootstrap(
    _ resamples: Int, _ change: (inout Settings) -> Void = { _ in }
  ) -> Settings {
    var settings = Settings()
    settings.sampling = .monteCarlo(resamples: resamples)
    settings.dummy = false
    change(&settings)
    return settings
  }

  private static func emptyStudy(
    _ method: SensitivityMethod, _ settings: Settings
  ) throws -> Study {
    let unit = try UniformDistribution(minimum: 0, maximum: 1)
    let inputs = coefficients.indices.map { Input("x\($0 + 1)", unit) }
    return try Study(method, of: Problem(inputs), settings: settings)
  }

  /// Blocks of base runs as a study asks for them.
  private static func blocks(_ study: Study, _ baseRuns: Int) -> [Range<Int>] {
    let step = max(1, study.settings.blockRows / study.runsPerBlock)
    return stride(from: 0, to: baseRuns, by: step).map { $0..<min($0 + step, baseRuns) }
  }

  /// All rows of a design, made and let go block by block.
  private static func design(
    _ name: String, _ method: SensitivityMethod, _ baseRuns: Int, _ settings: Settings,
    _ options: BenchmarkOptions
  ) throws -> Measurement {
    let study = try emptyStudy(method, settings)
    return Measurement(
      name, amount: baseRuns * study.runsPerBlock, unit: "rows/s",
      repetitions: options.repetitions
    ) {
      for block in blocks(study, baseRuns) { _ = study.rows(of: block) }
    }
  }

  /// Design and analysis of outputs that are there already.
  private static func analysis(
    _ name: String, _ method: SensitivityMethod, _ baseRuns: Int, _ settings: Settings,
    _ kind: String, _ options: BenchmarkOptions
  ) throws -> Measurement {
    let empty = try emptyStudy(method, settings)
    let outputs = blocks(empty, baseRuns).map { values(of: empty.rows(of: $0)) }
    var figure: Double?
    var measured = try Measurement(
      name, amount: baseRuns * empty.runsPerBlock, unit: "runs/s",
      repetitions: options.repetitions
    ) {
      var (study, next) = (empty, 0)
      try study.extend(to: baseRuns) { (_: Matrix) in
        next += 1
        return outputs[next - 1]
      }
      figure = try study.result().estimate(kind, of: "x1")?.value
    }
    measured.checksum = figure
    return measured
  }

  /// `Π (|4 x − 2| + a) / (1 + a)` of each row.
  private static func values(of rows: Matrix) -> Matrix {
    Matrix(
      rows: rows.rows, columns: 1,
      elements: (0..<rows.rows).map { row in
        zip(rows.row(row), coefficients).reduce(1) { product, pair in
          product * (abs(4 * pair.0 - 2) + pair.1) / (1 + pair.1)
        }
      })
  }
}
