import Statistics

/// The lowest and the highest draws of many numbers, all that the ends of their intervals rest on:
/// memory grows with a twentieth of the draws. What a draw has beyond the central run is kept in single
/// precision, exact to 6e-8 of itself.
///
/// Law: the same draws give the same bits in whatever order they come.
struct DrawTails: Sendable {
  /// Draws of all tiles together.
  private let draws: Int
  /// How many draws are kept at each end.
  private let depth: Int
  /// The central numbers; not a number where there is none.
  private var central: [Double] = []
  /// Where each number that varies has its draws; -1 where it does not vary.
  private var starts: [Int32] = []
  /// For each number that varies the lowest differences, rising, then the negatives of the highest,
  /// rising.
  private var ends: [Float] = []

  /// Nothing yet.
  ///
  /// - Parameter draws: Draws of all tiles together, without the central run.
  init(draws: Int) {
    self.draws = draws
    let (low, high) = (Interval.tail, 1 - Interval.tail)
    depth = max(
      quantilePlaces(of: draws, at: low, type: Interval.quantileType).upperBound,
      draws + 1 - quantilePlaces(of: draws, at: high, type: Interval.quantileType).lowerBound)
  }

  /// Memory that a number takes. Bytes.
  var bytesPerNumber: Int {
    2 * depth * MemoryLayout<Float>.stride + MemoryLayout<Double>.stride
      + MemoryLayout<Int32>.stride
  }

  /// Adds the numbers of a tile whose first draw is the central run.
  ///
  /// - Parameter numbers: As many and in the same order for every tile; `nil` where there is none.
  mutating func add(_ numbers: [Uncertain?]) {
    if starts.isEmpty { open(numbers) }
    precondition(numbers.count == starts.count, "\(numbers.count) numbers beside \(starts.count)")
    let depth = depth
    ends.withUnsafeMutableBufferPointer { ends in
      for (place, number) in numbers.enumerated() where starts[place] >= 0 {
        guard case .drawn(let values)? = number else {
          starts[place] = -1
          continue
        }
        let lowest = ends.baseAddress! + Int(starts[place])
        values.withUnsafeBufferPointer { insert($0, into: lowest, depth) }
      }
    }
  }

  /// The interval of each number, once all tiles are added; `nil` where it does not vary.
  var intervals: [Interval?] {
    starts.indices.map { place in
      guard starts[place] >= 0 else { return nil }
      let start = Int(starts[place])
      return Interval(
        lower: central[place]
          + quantile(ofCount: draws, at: Interval.tail, type: Interval.quantileType) {
            Double(ends[start + $0 - 1])
          },
        upper: central[place]
          + quantile(ofCount: draws, at: 1 - Interval.tail, type: Interval.quantileType) {
            -Double(ends[start + depth + draws - $0])
          })
    }
  }

  /// Makes room for the numbers that vary.
  private mutating func open(_ numbers: [Uncertain?]) {
    var count: Int32 = 0
    for number in numbers {
      central.append(number?.central ?? .nan)
      if case .drawn? = number {
        starts.append(count)
        count += Int32(2 * depth)
      } else {
        starts.append(-1)
      }
    }
    ends = Array(repeating: .infinity, count: Int(count))
  }
}

/// Puts the draws of a number, whose central run is in front, among its lowest and highest.
private func insert(
  _ values: UnsafeBufferPointer<Double>, into lowest: UnsafeMutablePointer<Float>, _ depth: Int
) {
  let (central, highest) = (values[0], lowest + depth)
  let bytes = UnsafeRawBufferPointer(values)
  for start in stride(from: 1, to: values.count, by: 8) {
    let end = min(start + 8, values.count)
    if end == start + 8 {
      // Eight are passed over together if none is among the lowest or the highest.
      let eight = bytes.loadUnaligned(
        fromByteOffset: start * MemoryLayout<Double>.stride, as: SIMD8<Double>.self)
      let differences = SIMD8<Float>(eight - central)
      let isKept =
        (differences .< lowest[depth - 1]) .| (differences .> -highest[depth - 1])
      guard any(isKept) else { continue }
    }
    for value in values[start..<end] {
      let difference = Float(value - central)
      insert(difference, into: lowest, depth)
      insert(-difference, into: highest, depth)
    }
  }
}

/// Puts a value among the lowest, which rise, if it is one of them.
@inline(__always)
private func insert(_ value: Float, into lowest: UnsafeMutablePointer<Float>, _ count: Int) {
  guard value < lowest[count - 1] else { return }
  var place = count - 1
  while place > 0 && lowest[place - 1] > value {
    lowest[place] = lowest[place - 1]
    place -= 1
  }
  lowest[place] = value
}
