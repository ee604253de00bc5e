import Markov
import Statistics

/// A table of numbers being added up, eight draws side by side.
struct LaneCells: Sendable, Equatable {
  private let order: LaneOrder
  /// Cell × group of draws.
  private var sums: [Lanes]

  /// Cells of 0.
  init(count: Int, order: LaneOrder) {
    self.order = order
    sums = Array(repeating: .zero, count: count * order.groups)
  }

  /// Adds to a cell what a group of draws has.
  @inline(__always)
  mutating func add(_ lanes: Lanes, to cell: Int, in group: Int) {
    sums[cell * order.groups + group] += lanes
  }

  /// The number of a cell.
  subscript(cell: Int) -> Uncertain {
    let groups = order.groups
    return sums[(cell * groups)..<((cell + 1) * groups)].withUnsafeBufferPointer {
      order.number($0)
    }
  }

  /// The sum of some cells in their order.
  func sum(_ cells: some Sequence<Int>) -> Uncertain {
    let groups = order.groups
    return withUnsafeTemporaryAllocation(of: Lanes.self, capacity: groups) { total in
      total.initialize(repeating: .zero)
      for cell in cells {
        for group in 0..<groups { total[group] += sums[cell * groups + group] }
      }
      return order.number(UnsafeBufferPointer(total))
    }
  }
}
