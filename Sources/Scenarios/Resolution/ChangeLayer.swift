import Parameters
import Statistics

/// One operation on one number over a span of days, by a lever or an override.
struct ChangeLayer {
  let operation: ParameterOperation
  let from: Day
  let until: Day?
  /// The lever's id, or `override`.
  let origin: String
  let reason: String
  let place: Place

  func acts(on day: Day) -> Bool { from <= day && until.map { day < $0 } ?? true }
}

/// What all layers of one number come to over a span of days in which none starts or ends.
struct ChangePiece {
  let from: Day
  let until: Day?
  let operation: ParameterOperation
  let layers: [ChangeLayer]

  /// Whether both do the same over the same days.
  func matches(_ other: ChangePiece) -> Bool {
    from == other.from && until == other.until && operation == other.operation
  }
}

/// The layers of one number of a parameter.
struct ChangedNumber {
  let parameter: Parameter
  let keys: [String]
  /// By date; two never start on one day.
  var overrides: [ChangeLayer] = []
  /// Those of levers that multiply, then those that add.
  var levers: [ChangeLayer] = []

  var path: String { ParameterPath(id: parameter.id, keys: keys).text }

  /// The spans of days on which the number is changed, with one operation each.
  ///
  /// Overrides act first, in the order of their dates; levers act on what results. Factors and
  /// amounts are put together as one map `x ↦ a·x + b`; a number set makes it constant.
  ///
  /// - Throws: `InputError` where a number that grows by an index is both added to and multiplied:
  ///   no single operation does that in later years.
  func pieces() throws -> [ChangePiece] {
    let layers = overrides + levers
    let starts = Set(layers.map(\.from) + layers.compactMap(\.until))
    let multiplied = layers.contains { $0.operation.name == "multiply" }
    let added = layers.contains { $0.operation.name == "add" }
    let first = starts.min()!
    let dated = multiplied && added ? parameter.values.map(\.from).filter { $0 > first } : []
    let days = starts.union(dated).sorted()
    return try days.indices.compactMap { index in
      let active = layers.filter { $0.acts(on: days[index]) }
      guard let operation = try operation(of: active, on: days[index]) else { return nil }
      let until = index + 1 < days.count ? days[index + 1] : nil
      return ChangePiece(from: days[index], until: until, operation: operation, layers: active)
    }
  }

  /// What layers come to on a day; `nil` if they change nothing.
  private func operation(
    of layers: [ChangeLayer], on day: Day
  ) throws -> ParameterOperation? {
    var factor: Uncertain = 1
    var amount: Uncertain = 0
    var isSet = false
    var added = false
    for layer in layers {
      switch layer.operation {
      case .set(let value):
        (factor, amount, isSet, added) = (
          0, try grown(value, by: layer, to: day), true, false
        )
      case .multiply(let number): (factor, amount) = (factor * number, amount * number)
      case .add(let number): (amount, added) = (amount + number, added || number != 0)
      }
    }
    let isMixed = added && (isSet || factor != 1)
    if isMixed, parameter.afterLast != .hold {
      throw InputError(
        ScenarioFault.addedAndMultiplied(path: path, date: day), at: layers[0].place)
    }
    if isSet { return .set(amount) }
    if isMixed { return .set(factor * Uncertain(try parameter.value(on: day, keys)) + amount) }
    if added { return .add(amount) }
    return factor == 1 ? nil : .multiply(factor)
  }

  /// A number set on a day, uprated to a later one as the parameter is.
  private func grown(_ value: Uncertain, by layer: ChangeLayer, to day: Day) throws -> Uncertain {
    guard case .index = parameter.afterLast else { return value }
    return try DrawnParameters(
      ParameterSet([parameter]).changing(path, .set(value), from: layer.from, at: layer.place)
    ).value(of: parameter.id, on: day, keys)
  }
}
