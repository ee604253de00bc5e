public import Parameters
public import Sensitivity
public import Statistics

/// An assumption that a batch varies: a number of a parameter, or several that move together.
public struct BatchInput: Sendable {
  /// The path of a number, or of the parameter or categories whose numbers move together.
  public let name: String
  /// The paths of its numbers.
  public let paths: [String]
  /// Of one number: its distribution. Of several: where each stands in its own, 0 to 1.
  public let distribution: any Distribution
  /// Its value where it is not varied: its numbers then have their values.
  public let base: Double

  /// One number, in its unit.
  init(_ number: UncertainNumber) {
    name = number.path
    paths = [number.path]
    distribution = number.distribution
    base = number.value
  }

  /// Numbers that stand at the same place of their distributions.
  ///
  /// - Throws: `StatisticsError`
  init(_ name: String, together numbers: [UncertainNumber]) throws {
    self.name = name
    paths = numbers.map(\.path)
    // Cut at its own ends: a uniform distribution itself has ends that can be reached, these have not.
    distribution = try TruncatedDistribution(
      UniformDistribution(minimum: 0, maximum: 1), to: 0...1)
    base = numbers[0].distribution.cumulative(at: numbers[0].value)
  }

  /// Whether it is one number.
  public var isSingle: Bool { paths.count == 1 }

  /// Where its numbers stand in their distributions, 0 to 1; not a number at its base.
  func place(of value: Double) -> Double {
    if value == base { return .nan }
    return isSingle ? distribution.cumulative(at: value) : value
  }
}

/// The inputs of a sensitivity analysis.
public struct BatchInputs: Sendable {
  /// The inputs in the order of their names.
  public let inputs: [BatchInput]
  /// The same for the methods.
  public let problem: Problem

  /// What a reader must know of them.
  static let caveat =
    "Each input varies by itself over its own spread: fitted ones are not tied together as in "
    + "carecast project --draws, and no year moves away from its trend. Spreads of parameters that "
    + "are assumed are assumed too."

  /// Parameters that no draw reaches: effects and amounts of levers are not drawn.
  private static let undrawn = "programme."

  /// Inputs by name.
  ///
  /// The numbers of a parameter move together, each at the same place of its own distribution. Shares
  /// that add up to 1 cannot: each is an input, and those of one name form a group.
  ///
  /// - Parameters:
  ///   - names: Parameters, or parameters and categories: `entries.rate`, `entries.rate.16-17`. None:
  ///     every parameter with a spread that is drawn.
  ///   - apart: Whether every number moves by itself; those of one name form a group.
  ///   - grouped: Whether groups are formed.
  ///   - parameters: All there are.
  /// - Throws: `InputError` where a name names nothing; `BatchError.noSpread`, `inputTwice`.
  public init(
    _ names: [String], apart: Bool = false, grouped: Bool = true, in parameters: ParameterSet
  ) throws {
    let place = Place(file: "--inputs")
    let targets =
      names.isEmpty
      ? parameters.ids.filter { !$0.hasPrefix(Self.undrawn) }
        .map { ParameterPath(id: $0) }
      : try names.map { try parameters.resolve($0, at: place) }
    var owners: [String: String] = [:]
    var inputs: [BatchInput] = []
    var groups: [String: [String]] = [:]
    for target in targets {
      let name = target.text
      let numbers = try parameters.parameter(target.id).uncertainNumbers().filter {
        name == target.id || $0.path == name || $0.path.hasPrefix(name + ".")
      }
      if numbers.isEmpty || name.hasPrefix(Self.undrawn) {
        if names.isEmpty { continue }
        throw BatchError.noSpread(input: name, isUndrawn: !numbers.isEmpty)
      }
      for number in numbers {
        if let other = owners.updateValue(name, forKey: number.path) {
          throw BatchError.inputTwice(path: number.path, first: other, second: name)
        }
      }
      if numbers.count == 1 {
        inputs.append(BatchInput(numbers[0]))
      } else if apart || numbers.contains(where: \.isPartOfWhole) {
        inputs += numbers.map(BatchInput.init)
        if grouped { groups[name] = numbers.map(\.path) }
      } else {
        inputs.append(try BatchInput(name, together: numbers))
      }
    }
    self.inputs = inputs
    problem = try Problem(
      inputs.map { Input($0.name, $0.distribution, base: $0.base) }, groups: groups)
  }

  /// The draws that rows of inputs stand for.
  ///
  /// - Parameter rows: One list of inputs a draw, in their order.
  func draws(at rows: [ArraySlice<Double>]) -> ParameterDraws {
    var places: [String: [Double]] = [:]
    for (index, input) in inputs.enumerated() {
      let column = rows.map { input.place(of: $0[$0.startIndex + index]) }
      if column.allSatisfy(\.isNaN) { continue }
      for path in input.paths { places[path] = column }
    }
    return ParameterDraws(places: places, count: rows.count)
  }
}
