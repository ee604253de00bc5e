import Foundation
import LinearAlgebra
import Markov

extension Benchmark {
  /// The portable cohort model of `Tests/Benchmarks/cohort.py`: 16 states, 18 ages, 120 months, 30
  /// multipliers a run. The bound is the lower of two: adding as many products as it takes over
  /// registers alone, and reading a run's 8 bytes of its matrices for each from the nearest cache.
  static let cohort = Benchmark(
    id: "cohort", sentence: "runs of a cohort model of 16 states, 18 ages and 120 months"
  ) { options in
    let model = portableModel()
    let multipliers = portableMultipliers(runs: options.runs)
    return try runs("cohort", of: model, multipliers, options)
  }

  /// Runs of a model on one thread and on those asked for, beside their bound; the checksum is the mean
  /// worth.
  static func runs(
    _ id: String, of model: AgeingCohorts, _ multipliers: Matrix, _ options: BenchmarkOptions
  ) throws -> [Measurement] {
    let products = Double(model.ages * model.steps * model.states * model.states)
    let bound = try multiplyingBound(options)
    return Set([1, options.threads]).sorted().map { threads in
      var outcomes = Matrix(rows: 0, columns: 0, repeating: 0)
      var measured = Measurement(
        "\(id).\(threads)-thread", amount: options.runs, unit: "runs/s",
        repetitions: options.repetitions
      ) { outcomes = model.outcomes(of: multipliers, threads: threads) }
      measured.bound = Double(threads) * bound / products
      measured.checksum =
        (0..<options.runs).reduce(0) { $0 + outcomes[$1, model.states] }
        / Double(options.runs)
      return measured
    }
  }

  /// Products a second of stocks and matrices that lie in the nearest cache, on one core.
  static func multiplyingBound(_ options: BenchmarkOptions) throws -> Double {
    let bytesPerProduct = 8.0
    return min(
      try Machine.arithmetic(repetitions: options.repetitions).rate,
      Machine.reading(kilobytes: 16, repetitions: options.repetitions).rate / bytesPerProduct)
  }

  private static func portableModel() -> AgeingCohorts {
    let (states, ages, steps) = (16, 18, 120)
    return AgeingCohorts(
      base: (0..<ages).map { a in
        matrix(states, states) { i, j in
          (0.02 / 15) * Double(1 + (7 * i + 13 * j + 3 * a) % 11) / 6
        }
      },
      effects: (0..<states * states).map { $0 % 30 },
      opening: matrix(ages, states) { Double(50 + (11 * $0 + 17 * $1) % 23) },
      entries: matrix(ages, states) { $1 < 8 ? Double(1 + (5 * $0 + 3 * $1) % 7) : 0 },
      passing: 1.0 / 12, value: (1...states).map { 100 * Double($0) },
      discount: (1...steps).map { pow(1.035, -Double($0) / 12) })
  }

  private static func portableMultipliers(runs: Int) -> Matrix {
    let primes = [
      2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89,
      97, 101, 103, 107, 109, 113,
    ]
    return matrix(runs, primes.count) { run, place in
      0.5
        + (Double(run + 1) * Double(primes[place]).squareRoot())
        .truncatingRemainder(dividingBy: 1)
    }
  }

  private static func matrix(
    _ rows: Int, _ columns: Int, _ element: (Int, Int) -> Double
  ) -> Matrix {
    var matrix = Matrix(rows: rows, columns: columns, repeating: 0)
    for row in 0..<rows {
      for column in 0..<columns { matrix[row, column] = element(row, column) }
    }
    return matrix
  }
}
