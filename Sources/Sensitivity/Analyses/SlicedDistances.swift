/// Kolmogorov–Smirnov distances of the parts of a sample from the whole: `max over q of |F_part(q) − F(q)|`.
///
/// In the sample exactly; in every resample on ``bins`` bins of nearly equal number, which say how
/// uncertain a distance is, not how large.
struct SlicedDistances {
  /// Bins of the quantity whose distribution is compared.
  static let bins = 64

  /// The part each run belongs to, 0 to ``count`` − 1.
  let parts: [UInt8]
  /// Number of parts.
  let count: Int

  /// The exact distance of each part; none of an empty one. Equal values are passed together.
  func exact(_ quantity: SortedQuantity) -> [Double?] {
    var sizes = [Double](repeating: 0, count: count)
    for part in parts { sizes[Int(part)] += 1 }
    var reached = [Double](repeating: 0, count: count)
    var largest = [Double](repeating: 0, count: count)
    let n = Double(parts.count)
    let order = quantity.order
    /// Between its own values a part's distance grows towards one of their ends, so it is enough to
    /// look just before them and at them.
    func compare(_ places: Range<Int>, at place: Int) {
      let whole = Double(place) / n
      for k in places {
        let part = Int(parts[Int(order[k])])
        largest[part] = max(largest[part], abs(reached[part] / sizes[part] - whole))
      }
    }
    for (start, end) in zip(quantity.starts, quantity.starts.dropFirst() + [order.count]) {
      compare(start..<end, at: start)
      for k in start..<end { reached[Int(parts[Int(order[k])])] += 1 }
      compare(start..<end, at: end)
    }
    return (0..<count).map { sizes[$0] > 0 ? largest[$0] : nil }
  }

  /// The distances of all parts on bins, of the sample and of every resample.
  ///
  /// - Parameters:
  ///   - quantity: Its bins.
  ///   - weights: How often each run counts, `stride` numbers a run.
  ///   - stride: Counts to the run, the sample's first.
  /// - Returns: `stride` numbers a part; not a number where a part is empty.
  func binned(_ quantity: SortedQuantity, weights: [UInt16], stride: Int) -> [Double] {
    // A run counts at most five times.
    quantity.order.count <= Int(UInt16.max) / 5
      ? binned(quantity, weights, stride, UInt16.self)
      : binned(quantity, weights, stride, UInt32.self)
  }

  private func binned<Count: FixedWidthInteger & UnsignedInteger>(
    _ quantity: SortedQuantity, _ weights: [UInt16], _ stride: Int, _: Count.Type
  ) -> [Double] {
    let cells = count * SlicedDistances.bins
    var table = [Count](repeating: 0, count: cells * stride)
    table.withUnsafeMutableBufferPointer { table in
      weights.withUnsafeBufferPointer { weights in
        for k in parts.indices {
          let cell = Int(parts[k]) * SlicedDistances.bins + Int(quantity.bins[k])
          let (to, from) = (
            table.baseAddress! + cell * stride, weights.baseAddress! + k * stride
          )
          for r in 0..<stride { to[r] &+= Count(truncatingIfNeeded: from[r]) }
        }
      }
    }
    return distances(table.map { Double($0) }, stride)
  }

  /// The largest differences of the cumulated shares.
  private func distances(_ table: [Double], _ stride: Int) -> [Double] {
    let bins = SlicedDistances.bins
    var whole = [Double](repeating: 0, count: bins * stride)
    for part in 0..<count {
      for place in 0..<bins * stride { whole[place] += table[part * bins * stride + place] }
    }
    for place in stride..<bins * stride { whole[place] += whole[place - stride] }
    let last = (bins - 1) * stride
    let inverse = (0..<stride).map { 1 / whole[last + $0] }
    var result = [Double](repeating: 0, count: count * stride)
    var (sizes, reached) = ([Double](), [Double]())
    for part in 0..<count {
      let own = part * bins * stride
      sizes = Array(repeating: 0, count: stride)
      reached = sizes
      for bin in 0..<bins {
        for r in 0..<stride { sizes[r] += table[own + bin * stride + r] }
      }
      for r in 0..<stride { sizes[r] = 1 / sizes[r] }
      for bin in 0..<bins {
        let (from, all) = (own + bin * stride, bin * stride)
        for r in 0..<stride {
          reached[r] += table[from + r]
          let distance = abs(reached[r] * sizes[r] - whole[all + r] * inverse[r])
          let to = part * stride + r
          result[to] = distance > result[to] || distance.isNaN ? distance : result[to]
        }
      }
    }
    return result
  }
}

/// The values of a sample in rising order, with bins of nearly equal number that part no equal values.
struct SortedQuantity: Sendable {
  /// Runs by rising value.
  let order: [Int32]
  /// Places in the order at which the value exceeds the one before.
  let starts: [Int]
  /// The bin of each run.
  let bins: [UInt8]

  init(_ values: [Double]) {
    let order = sortedOrder(values)
    self.order = order
    starts = order.indices.filter {
      $0 == 0 || values[Int(order[$0])] != values[Int(order[$0 - 1])]
    }
    var bins = [UInt8](repeating: 0, count: values.count)
    for (start, end) in zip(starts, starts.dropFirst() + [order.count]) {
      let bin = UInt8(start * SlicedDistances.bins / order.count)
      for k in start..<end { bins[Int(order[k])] = bin }
    }
    self.bins = bins
  }

  /// Where each run's value stands among all, between 0 and 1: the middle of those of equal ones.
  var middlePlaces: [Double] {
    var places = [Double](repeating: 0, count: order.count)
    for (start, end) in zip(starts, starts.dropFirst() + [order.count]) {
      for k in start..<end {
        places[Int(order[k])] = Double(start + end) / 2 / Double(order.count)
      }
    }
    return places
  }

  /// Whether all values are the same.
  var isFlat: Bool { starts.count <= 1 }
}

/// Places of values in rising order, equal ones by place: sorted as pairs, which lie together.
func sortedOrder(_ values: [Double]) -> [Int32] {
  values.enumerated().map { (value: $0.element, place: Int32($0.offset)) }
    .sorted { ($0.value, $0.place) < ($1.value, $1.place) }.map(\.place)
}
