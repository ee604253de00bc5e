import Foundation
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
    let numbers = [Lanes](
      repeating: .one, count: kilobytes * 1024 / MemoryLayout<Lanes>.stride)
    let rounds = max(1, 1_000_000 / kilobytes)
    return Measurement(
      "machine.read-\(kilobytes)-kB", amount: kilobytes * 1024 * rounds, unit: "bytes/s",
      repetitions: repetitions
    ) { _ = MachineKernels.read(numbers, rounds: rounds) }
  }

  /// Bytes written a second to memory of a size, on one core, by the C library's fill.
  static func writing(kilobytes: Int, repetitions: Int) -> Measurement {
    var bytes = [UInt8](repeating: 0, count: kilobytes * 1024)
    let rounds = max(1, 1_000_000 / kilobytes)
    return bytes.withUnsafeMutableBytes { bytes in
      Measurement(
        "machine.write-\(kilobytes)-kB", amount: bytes.count * rounds, unit: "bytes/s",
        repetitions: repetitions
      ) {
        for round in 0..<rounds { memset(bytes.baseAddress!, Int32(round % 256), bytes.count) }
        precondition(Int(bytes[0]) == (rounds - 1) % 256, "memory does not hold what was written")
      }
    }
  }
}

extension Benchmark {
  /// Arithmetic and memory of the machine itself.
  static let machine = Benchmark(
    id: "machine",
    sentence: "the machine itself: products added, memory of each cache read and written"
  ) { options in
    let sizes = [16, 512, 65_536]
    return [try Machine.arithmetic(repetitions: options.repetitions)]
      + sizes.map { Machine.reading(kilobytes: $0, repetitions: options.repetitions) }
      + sizes.map { Machine.writing(kilobytes: $0, repetitions: options.repetitions) }
  }
}
