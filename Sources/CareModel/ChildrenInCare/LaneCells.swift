import Markov
import Statistics

/// A table of numbers being added up, eight draws side by side.
struct LaneCells: Sendable, Equatable {
  private let order: LaneOrder
  private let count: Int
  /// Group of draws × cell: what a group adds to lies together.
  private var sums: [Lanes]

  /// Cells of 0.
  init(count: Int, order: LaneOrder) {
    self.order = order
    self.count = count
    sums = Array(repeating: .zero, count: count * order.groups)
  }

  /// Adds to a cell what a group of draws has.
  @inline(__always)
  mutating func add(_ lanes: Lanes, to cell: Int, in group: Int) {
    sums[group * count + cell] += lanes
  }

  /// The number of a cell.
  subscript(cell: Int) -> Uncertain { order.number { sums[$0 * count + cell] } }

  /// The sum of some cells in their order.
  func sum(_ cells: some Collection<Int>) -> Uncertain {
    order.number { group in
      var total = Lanes.zero
      for cell in cells { total += sums[group * count + cell] }
      return total
    }
  }
}
