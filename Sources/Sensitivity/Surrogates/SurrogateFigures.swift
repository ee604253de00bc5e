import Statistics

/// An index that a surrogate gives.
enum SurrogateIndex {
  case first(InputGroup)
  case total(InputGroup)
  case second(InputGroup, InputGroup)
}

/// The figures of a surrogate for one output, and what they say of how well it follows the function.
struct SurrogateFigures {
  /// Groups, the dummy's last if there is one.
  let groups: [InputGroup]
  /// Whether figures of pairs are given too.
  let pairs: Bool
  let output: String

  /// The share of the variance left unexplained above which figures are noted as unreliable.
  private static let poor = 0.1

  /// The groups of a problem, with the dummy's as the last if there is one.
  static func groups(of problem: Problem, _ settings: Settings) -> [InputGroup] {
    problem.groups
      + (settings.dummy
        ? [InputGroup(name: Measure.dummyName, members: [problem.inputs.count])] : [])
  }

  /// What coordinates of all inputs are drawn from, the dummy's last if there is one; `nil` for what has no
  /// effect.
  static func distributions(
    of problem: Problem, _ settings: Settings
  ) throws -> [(any Distribution)?] {
    problem.inputs.indices.map { problem.coordinateDistribution(of: $0) }
      + (settings.dummy ? [try UniformDistribution(minimum: 0, maximum: 1)] : [])
  }

  /// Where there are none.
  func none(_ note: String) -> [Measure] {
    groups.map { Measure("total-order", of: $0.name, output: output, nil, note: note) }
  }

  /// All figures.
  ///
  /// - Parameters:
  ///   - foretold: Share of the variance that is foretold of runs left out, Q².
  ///   - surrogate: What the surrogate is called in notes, in the plural.
  ///   - others: Figures of the surrogate itself.
  ///   - estimate: An index; none where it is not defined.
  func all(
    foretold: Estimate, by surrogate: String, others: [(kind: String, value: Double)],
    _ estimate: (SurrogateIndex) throws -> Estimate?
  ) rethrows -> [Measure] {
    let percent = Int((100 * min(1 - foretold.value, 1)).rounded())
    let note =
      1 - foretold.value > Self.poor
      ? "unreliable: \(surrogate) leave \(percent) % of the variance unexplained" : nil
    func measure(
      _ kind: String, _ name: String, with other: String? = nil, _ index: SurrogateIndex
    ) throws -> Measure {
      let found = try estimate(index)
      return Measure(
        kind, of: name, with: other, output: output, found,
        note: found == nil
          ? "not defined: \(surrogate) explain nothing in the runs or in a resample" : note)
    }
    var result = try groups.map { try measure("first-order", $0.name, .first($0)) }
    result += try groups.map { try measure("total-order", $0.name, .total($0)) }
    if pairs {
      for (i, a) in groups.enumerated() {
        for b in groups[(i + 1)...] where b.name != Measure.dummyName {
          result.append(try measure("second-order", a.name, with: b.name, .second(a, b)))
        }
      }
    }
    result.append(
      Measure("q-squared", of: Measure.allName, output: output, foretold, note: note))
    return result
      + others.map { Measure($0, of: Measure.allName, output: output, Estimate(exact: $1)) }
  }
}
