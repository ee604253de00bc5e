import Markov

/// What this machine can do, by which other rates are judged.
enum Machine {
  /// Products added to sums a second, on one core.
  static func arithmetic(repetitions: Int) throws -> Measurement {
    let rounds = 2_000_000
    return Measurement(
      "machine.add-products", amount: 128 * rounds, unit: "products/s", repetitions: repetitions
    ) { _ = MachineKernels.addProducts(rounds: rounds) }
  }

  /// Bytes read a second from memory of a size, on one core.
  static func reading(kilobytes: Int, repetitions: Int) -> Measurement {
    let numbers = [Double](repeating: 1, count: kilobytes * 128)
    let rounds = max(1, 1_000_000 / kilobytes)
    return Measurement(
      "machine.read-\(kilobytes)-kB", amount: kilobytes * 1024 * rounds, unit: "bytes/s",
      repetitions: repetitions
    ) { _ = MachineKernels.read(numbers, rounds: rounds) }
  }
}

extension Benchmark {
  /// Arithmetic and memory of the machine itself.
  static let machine = Benchmark(
    id: "machine", sentence: "the machine itself: products added, and memory read from each cache"
  ) { options in
    [try Machine.arithmetic(repetitions: options.repetitions)]
      + [16, 512, 65_536].map {
        Machine.reading(kilobytes: $0, repetitions: options.repetitions)
      }
  }
}
