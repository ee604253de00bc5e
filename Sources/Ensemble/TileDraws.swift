import LinearAlgebra
import Statistics

/// What the draws of a tile have beyond the central run, in little memory: differences in single
/// precision, exact to 6e-8 of themselves.
struct TileDraws: Sendable {
  /// The central numbers; not a number where there is none.
  private let central: [Double]
  /// Where each number's differences begin; -1 where it does not vary.
  private let starts: [Int32]
  private let differences: [Float]
  /// Draws of the tile without the central run.
  private let draws: Int

  /// Keeps the numbers of a tile whose first draw is the central run.
  init(_ numbers: [Uncertain?]) {
    var central: [Double] = []
    var starts: [Int32] = []
    var differences: [Float] = []
    var draws = 0
    for number in numbers {
      central.append(number?.central ?? .nan)
      if case .drawn(let values)? = number {
        starts.append(Int32(differences.count))
        draws = values.count - 1
        for value in values.dropFirst() { differences.append(Float(value - values[0])) }
      } else {
        starts.append(-1)
      }
    }
    (self.central, self.starts, self.differences) = (central, starts, differences)
    self.draws = draws
  }

  /// The interval of each number over all tiles, which are given in their order.
  static func intervals(of tiles: [TileDraws], threads: Int?) throws -> [Interval?] {
    let count = tiles[0].central.count
    for tile in tiles {
      precondition(tile.central.count == count, "\(tile.central.count) numbers beside \(count)")
    }
    let size = 256
    let parts = (count + size - 1) / size
    return try concurrently(0..<parts, threads: threads) { part in
      (part * size..<min((part + 1) * size, count)).map { interval(of: $0, in: tiles) }
    }.flatMap { $0 }
  }

  private static func interval(of number: Int, in tiles: [TileDraws]) -> Interval? {
    guard tiles.allSatisfy({ $0.starts[number] >= 0 }) else { return nil }
    var all: [Double] = []
    all.reserveCapacity(tiles.reduce(0) { $0 + $1.draws })
    for tile in tiles {
      let start = Int(tile.starts[number])
      for difference in tile.differences[start..<(start + tile.draws)] {
        all.append(Double(difference))
      }
    }
    return Interval(differences: all, about: tiles[0].central[number])
  }
}
