public import Statistics

/// A number that a function is asked to take, and how uncertain it is.
public struct Input: Sendable {
  /// What results call it; no other input or group has the name.
  public let name: String
  /// How likely its values are, whatever those of other inputs.
  public let distribution: any Distribution
  /// Its value where only others are varied.
  public let base: Double
  /// Of a category: what its values 0, 1, 2 … stand for. `nil` for a number.
  public let labels: [String]?
  /// Of a share: the row it is part of.
  let part: Part?

  /// A place in a row of shares.
  struct Part: Sendable, Equatable {
    let row: String
    let place: Int
    let distribution: DirichletDistribution
  }

  /// An input.
  ///
  /// - Parameters:
  ///   - name: Not that of another input.
  ///   - distribution: Its values; at least two. For integers `WholeNumberDistribution`, or a count.
  ///   - base: Finite; the median if not given.
  public init(_ name: String, _ distribution: any Distribution, base: Double? = nil) {
    self.init(
      name, distribution, base: base ?? distribution.quantile(at: 0.5), labels: nil, part: nil)
  }

  private init(
    _ name: String, _ distribution: any Distribution, base: Double, labels: [String]?, part: Part?
  ) {
    self.name = name
    self.distribution = distribution
    self.base = base
    self.labels = labels
    self.part = part
  }

  /// A category: the function takes the place of one of some labels, 0, 1, 2 …
  ///
  /// Their order counts for methods that look at how an output rises with an input (`src`, `srrc`, `pcc`,
  /// `prcc`, `regional`, `tornado`, `dgsm`), whose figures say so.
  ///
  /// - Parameters:
  ///   - name: Not that of another input.
  ///   - labels: At least two, each with its probability, > 0; the sum of all is 1.
  /// - Returns: An input whose base is the most probable label, the first of them.
  /// - Throws: `StatisticsError.parameter`; `repeatedName` for a label given twice.
  public static func category(
    _ name: String, _ labels: [(label: String, probability: Double)]
  ) throws -> Input {
    var seen: Set<String> = []
    for (label, _) in labels where !seen.insert(label).inserted {
      throw SensitivityError.repeatedName(label)
    }
    let distribution = try WholeNumberDistribution(
      from: 0, probabilities: labels.map(\.probability))
    let most = labels.indices.max { (labels[$0].probability, $1) < (labels[$1].probability, $0) }!
    return Input(
      name, distribution, base: Double(most), labels: labels.map(\.label), part: nil)
  }

  /// Shares that add up to 1 and are drawn together: one input each, in this order among the inputs of a
  /// problem.
  ///
  /// They form a group of the row's name. Shares are drawn by inversion, as
  /// ``Statistics/DirichletDistribution/shares(uniforms:)`` does: one coordinate of the design a share, the
  /// last of them without effect.
  ///
  /// - Parameters:
  ///   - row: The name of the group; not that of another.
  ///   - names: One a share, not those of other inputs.
  ///   - distribution: As many shares.
  /// - Returns: Inputs whose bases are the mean shares.
  public static func shares(
    _ row: String, of names: [String], _ distribution: DirichletDistribution
  ) -> [Input] {
    let concentrations = distribution.concentrations
    precondition(
      names.count == concentrations.count, "\(names.count) names, \(concentrations.count) shares")
    return zip(names, distribution.means).enumerated().map { place, share in
      Input(
        share.0, distribution.marginal(place), base: share.1, labels: nil,
        part: Part(row: row, place: place, distribution: distribution))
    }
  }
}

/// Inputs that add up to 1: a row of shares.
public struct ShareRow: Sendable, Equatable {
  /// What results call its group.
  public let name: String
  /// Places of its inputs among those of the problem, from 0.
  public let members: Range<Int>
  /// How the shares are distributed.
  public let distribution: DirichletDistribution

  /// Shares from the coordinates of a point.
  ///
  /// - Parameter coordinate: That of a member by its place in the row, between 0 and 1.
  func shares(_ coordinate: (Int) -> Double) -> [Double] {
    distribution.shares(uniforms: (0..<members.count - 1).map(coordinate))
  }
}
