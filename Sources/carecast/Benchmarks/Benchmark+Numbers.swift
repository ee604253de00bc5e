import Statistics
import Tables

extension Benchmark {
  /// Standard normal numbers by inversion, in blocks that stay in the second cache. The bound is
  /// writing as many bytes there; the checksum is their mean square.
  static let normals = Benchmark(
    id: "normals", sentence: "standard normal numbers by inversion"
  ) { options in
    let stream = RandomStream(seed: 1, purpose: 0, draw: 0)
    var sum = 0.0
    func block(_ indices: Range<Int>) -> [Double] {
      stream.normals(indices.count, from: UInt64(indices.lowerBound))
    }
    var measured = Measurement(
      "normals", amount: options.numbers, unit: "numbers/s", repetitions: options.repetitions
    ) {
      eachBlock(of: options.numbers, size: 65_536) { sum += block($0)[0] }
    }
    measured.bound =
      Machine.writing(kilobytes: 512, repetitions: options.repetitions).rate / 8
    sum = 0
    eachBlock(of: options.numbers, size: 65_536) { sum += block($0).reduce(0) { $0 + $1 * $1 } }
    measured.checksum = sum / Double(options.numbers)
    return [measured]
  }

  /// Five quantiles of numbers `(u − 1/2) / (u + 1/1000)`. The bound is reading them once from memory;
  /// the checksum is the sum of the quantiles.
  static let quantiles = Benchmark(
    id: "quantiles", sentence: "numbers in random order, of which five quantiles are found"
  ) { options in
    let values = (0..<options.numbers).map { index in
      let u = sample(index)
      return (u - 0.5) / (u + 0.001)
    }
    var found: [Double] = []
    var measured = Measurement(
      "quantiles", amount: values.count, unit: "numbers/s", repetitions: options.repetitions
    ) {
      found = Statistics.quantiles(of: values, at: [0.05, 0.25, 0.5, 0.75, 0.95], type: .inclusive)
    }
    measured.bound =
      Machine.reading(kilobytes: 65_536, repetitions: options.repetitions).rate / 8
    measured.checksum = found.reduce(0, +)
    return [measured]
  }

  /// A number of [0, 1) from its index alone, which any program can make: the upper 53 bits of
  /// splitmix64.
  static func sample(_ index: Int) -> Double {
    Double(SampleRows.bits(at: index) >> 11) * 0x1p-53
  }
}
