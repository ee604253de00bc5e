import Markov
import Statistics

/// A table of numbers being added up, eight draws side by side.
struct LaneCells {
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
  mutating func add(_ lanes: Lanes, to cell: Int, in group: Int) {
    sums[cell * groups + group] += lanes
  }

  /// The number of a cell.
  subscript(cell: Int) -> Uncertain {
    guard let draws else { return .known(sums[cell][0]) }
    return .drawn(
      (0..<draws).map {
        sums[cell * groups + $0 / Lanes.scalarCount][$0 % Lanes.scalarCount]
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

  /// How many draws there are; `nil` of a known number.
  var draws: Int? {
    if case .drawn(let numbers) = self { numbers.count } else { nil }
  }
}
