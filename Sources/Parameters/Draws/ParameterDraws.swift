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
  /// The draws. Draw 0 of a seed has every parameter at its value: the central run.
  public let draws: [Int]
  /// The streams of the draws.
  private let streams: [UInt32]
  /// Where each draw stands in the distribution of some numbers, if that is given.
  private let places: [String: [Double]]?

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
    streams = self.draws.map { UInt32($0) }
    places = nil
  }

  /// Draws at given places of the distributions: some numbers vary, all others have their values.
  ///
  /// - Parameters:
  ///   - places: By the path of each number that varies, where each draw stands in its distribution,
  ///     0 to 1; not a number where a draw has the value itself. At 0 and 1 stands what is nearest to
  ///     them.
  ///   - count: How many draws there are, at least one.
  public init(places: [String: [Double]], count: Int) {
    precondition(count >= 1 && places.values.allSatisfy { $0.count == count }, "\(count) draws")
    seed = 0
    draws = Array(0..<count)
    streams = []
    self.places = places
  }

  /// Whether it is given which numbers vary, and how.
  var areGiven: Bool { places != nil }

  /// Whether any number of a parameter varies.
  func vary(_ parameter: Parameter) -> Bool {
    guard let places else { return true }
    return parameter.keys.contains { places[pathText([parameter.id] + $0)] != nil }
  }

  /// What is drawn for each dated value of a parameter and each of its categories, in their order.
  ///
  /// - Parameter fit: Draws of the fit that some of the numbers rest on.
  /// - Throws: `StatisticsError` where a spread has no distribution.
  func values(of parameter: Parameter, fit: FittedDraws? = nil) throws -> [[Uncertain]] {
    try parameter.values.map { dated in
      let drawn = try zip(dated.table.keys, dated.table.values).map { keys, value in
        let path = pathText([parameter.id] + keys)
        // What is not drawn by the fit is moved by its prior at most.
        let isOwn = areGiven || fit?.draws(path) != true
        let own =
          try isOwn
          ? self.drawn(value, dated.spread, path: path, valid: parameter.valid) : .known(value)
        return fit?.number(at: path, about: own, valid: parameter.valid) ?? own
      }
      return parameter.unit.id == "share" ? sharesScaled(drawn, of: dated.table) : drawn
    }
  }

  private func drawn(
    _ value: Double, _ spread: Spread, path: String, valid: ClosedRange<Double>
  ) throws -> Uncertain {
    if let places, places[path] == nil { return .known(value) }
    guard let distribution = try spread.distribution(about: value) else { return .known(value) }
    let below = distribution.cumulative(at: valid.lowerBound.nextDown)
    let within = 1 - below - distribution.upperTail(at: valid.upperBound)
    func number(at uniform: Double) -> Double {
      let whole = within == 1 ? uniform : below + uniform * within
      // An end of the cut distribution may be one of the whole, which has no number.
      let drawn = distribution.value(uniform: min(max(whole, .leastNormalMagnitude), 1.nextDown))
      return min(max(drawn, valid.lowerBound), valid.upperBound)
    }
    if let given = places?[path] {
      return .drawn(given.map { $0.isNaN ? value : number(at: $0) })
    }
    let uniforms = RandomStream.uniforms(
      at: addressHash(path), in: streams, seed: seed, purpose: RandomPurpose.parameters.rawValue)
    return .drawn(zip(draws, uniforms).map { $0 == 0 ? value : number(at: $1) })
  }

  /// A standard normal number for each draw, for an innovation; 0 in draw 0, and in all where it is
  /// given which numbers vary.
  ///
  /// - Parameter name: What moves, and in which year.
  func normals(at name: String) -> Uncertain {
    guard !areGiven else { return 0 }
    var numbers = RandomStream.normals(
      at: addressHash(name), in: streams, seed: seed, purpose: RandomPurpose.innovations.rawValue)
    for (place, draw) in draws.enumerated() where draw == 0 { numbers[place] = 0 }
    return .drawn(numbers)
  }

  /// Shares times what brings their sum over the last dimension to that of the values themselves, if
  /// these add up to 1.
  private func sharesScaled(_ drawn: [Uncertain], of table: ValueTable) -> [Uncertain] {
    guard table.keys[0].count > 0 else { return drawn }
    var result = drawn
    let rows = Dictionary(grouping: table.keys.indices) { Array(table.keys[$0].dropLast()) }
    for row in rows.values {
      let whole = row.reduce(0) { $0 + table.values[$1] }
      guard abs(whole - 1) <= ValueTable.wholeTolerance else { continue }
      let sum = row.map { drawn[$0] }.sum()
      guard case .drawn = sum else { continue }
      let factor = Uncertain(whole) / sum
      for place in row { result[place] *= factor }
    }
    return result
  }
}

/// A number for a path that stays the same whatever else there is: FNV-1a of 64 bits.
public func addressHash(_ path: String) -> UInt64 {
  path.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}
