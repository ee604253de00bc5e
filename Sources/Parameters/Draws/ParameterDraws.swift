import Foundation
import Statistics

/// Which draws of the parameters' values are wanted.
///
/// The numbers of a fit are drawn together, as its joint distribution has them. Every other number
/// of every parameter is drawn from its spread by itself, by inversion of one uniform
/// number that depends on the seed, the draw and the number's path alone. All dated values of a
/// number rise and fall together, and so do those of all scenarios; a parameter more or less changes
/// no other. Draws outside the parameter's valid range cannot happen: the distribution is cut off
/// there. Shares that add up to 1 over their last dimension are divided by their sum in every draw.
public struct ParameterDraws: Sendable, Equatable {
  /// What all draws of a run share.
  public let seed: UInt64
  /// The draws. Draw 0 has every parameter at its value: the central run.
  public let draws: [Int]

  /// Some draws of a run.
  ///
  /// - Parameters:
  ///   - seed: What all draws of a run share.
  ///   - draws: At least one, each ≥ 0.
  public init(seed: UInt64, draws: some Sequence<Int>) {
    self.seed = seed
    self.draws = Array(draws)
    precondition(
      !self.draws.isEmpty && self.draws.allSatisfy { $0 >= 0 }, "draws \(self.draws)")
  }

  /// What is drawn for each dated value of a parameter and each of its categories, in their order.
  ///
  /// - Parameter fit: Draws of the fit that some of the numbers rest on.
  /// - Throws: `StatisticsError` where a spread has no distribution.
  func values(of parameter: Parameter, fit: FittedDraws? = nil) throws -> [[Uncertain]] {
    try parameter.values.map { dated in
      let drawn = try zip(dated.table.keys, dated.table.values).map { keys, value in
        let path = pathText([parameter.id] + keys)
        return try fit?.number(at: path, value: value, valid: parameter.valid)
          ?? self.drawn(value, dated.spread, path: path, valid: parameter.valid)
      }
      return parameter.unit.id == "share" ? sharesScaled(drawn, of: dated.table) : drawn
    }
  }

  private func drawn(
    _ value: Double, _ spread: Spread, path: String, valid: ClosedRange<Double>
  ) throws -> Uncertain {
    guard let distribution = try spread.distribution(about: value) else { return .known(value) }
    let below = distribution.cumulative(at: valid.lowerBound.nextDown)
    let within = 1 - below - distribution.upperTail(at: valid.upperBound)
    let index = addressHash(path)
    return .drawn(
      draws.map { draw in
        if draw == 0 { return value }
        let uniform = RandomStream(
          seed: seed, purpose: RandomPurpose.parameters.rawValue, draw: UInt32(draw)
        ).uniform(at: index)
        let drawn = distribution.value(uniform: within == 1 ? uniform : below + uniform * within)
        return min(max(drawn, valid.lowerBound), valid.upperBound)
      })
  }

  /// A standard normal number for each draw, for an innovation; 0 in draw 0.
  ///
  /// - Parameter name: What moves, and in which year.
  func normals(at name: String) -> Uncertain {
    let index = addressHash(name)
    return .drawn(
      draws.map { draw in
        draw == 0
          ? 0
          : RandomStream(
            seed: seed, purpose: RandomPurpose.innovations.rawValue, draw: UInt32(draw)
          ).normal(at: index)
      })
  }

  /// Shares times what brings their sum over the last dimension to that of the values themselves, if
  /// these add up to 1.
  private func sharesScaled(_ drawn: [Uncertain], of table: ValueTable) -> [Uncertain] {
    guard table.keys[0].count > 0 else { return drawn }
    var result = drawn
    let rows = Dictionary(grouping: table.keys.indices) { Array(table.keys[$0].dropLast()) }
    for row in rows.values {
      let whole = row.reduce(0) { $0 + table.values[$1] }
      guard abs(whole - 1) <= 1e-6 else { continue }
      let sum = row.map { drawn[$0] }.sum()
      guard case .drawn = sum else { continue }
      let factor = Uncertain(whole) / sum
      for place in row { result[place] *= factor }
    }
    return result
  }
}

/// A number for a path that stays the same whatever else there is: FNV-1a of 64 bits.
private func addressHash(_ path: String) -> UInt64 {
  path.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}
