import Markov
import Statistics

/// A table of numbers being added up, eight draws side by side.
struct LaneCells: Sendable, Equatable {
  /// Draws, or `nil` where every number is known.
  let draws: Int?
  private let groups: Int
  private var sums: [Lanes]

  /// Cells of 0.
  init(count: Int, draws: Int?) {
    self.draws = draws
    groups = LaneCells.groups(of: draws)
    sums = Array(repeating: .zero, count: count * groups)
  }

  /// How many times eight draws there are.
  static func groups(of draws: Int?) -> Int {
    ((draws ?? 1) + Lanes.scalarCount - 1) / Lanes.scalarCount
  }

  /// Adds to a cell what a group of draws has.
  @inline(__always)
  mutating func add(_ lanes: Lanes, to cell: Int, in group: Int) {
    sums[cell * groups + group] += lanes
  }

  /// The number of a cell.
  subscript(cell: Int) -> Uncertain {
    sums[(cell * groups)..<((cell + 1) * groups)].withUnsafeBufferPointer { number($0) }
  }

  /// The sum of some cells in their order.
  func sum(_ cells: some Sequence<Int>) -> Uncertain {
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: groups) { total in
      total.initialize(repeating: .zero)
      for cell in cells {
        for group in 0..<groups { total[group] += sums[cell * groups + group] }
      }
      return number(UnsafeBufferPointer(total))
    }
  }

  private func number(_ lanes: UnsafeBufferPointer<Lanes>) -> Uncertain {
    guard let draws else { return .known(lanes[0][0]) }
    return .drawn(
      Array(unsafeUninitializedCapacity: draws) { numbers, used in
        UnsafeMutableRawBufferPointer(numbers).copyMemory(
          from: UnsafeRawBufferPointer(
            rebasing: UnsafeRawBufferPointer(lanes)[..<(draws * MemoryLayout<Double>.stride)]))
        used = draws
      })
  }
}

extension Uncertain {
  /// Eight draws side by side; the last draw fills what is left of the last group.
  func lanes(_ group: Int) -> Lanes {
    switch self {
    case .known(let number): return Lanes(repeating: number)
    case .drawn(let numbers):
      let first = group * Lanes.scalarCount
      guard first + Lanes.scalarCount <= numbers.count else {
        var lanes = Lanes(repeating: numbers[numbers.count - 1])
        for draw in first..<numbers.count { lanes[draw - first] = numbers[draw] }
        return lanes
      }
      return numbers.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: first * MemoryLayout<Double>.stride, as: Lanes.self)
      }
    }
  }
}
