import CareModel
import Parameters

/// Applies the levers and overrides of a plan to the parameters.
struct ScenarioResolver {
  let folder: ScenarioFolder
  let plan: ScenarioPlan

  /// The parameters with all changes, and a row for each number and span of days.
  ///
  /// - Throws: `InputError` where an override has no effect or stands twice, or a result lies
  ///   outside the valid range.
  func parameters() throws -> (ParameterSet, [ScenarioChange]) {
    var set = folder.parameters
    var changes: [ScenarioChange] = []
    for numbers in try changedNumbers() {
      let parameter = numbers[0].parameter
      let pieces = try numbers.map { try $0.pieces() }
      set = try apply(pieces, to: numbers, of: parameter, in: set)
      for (number, pieces) in zip(numbers, pieces) {
        changes += try pieces.map { try change(number, $0, in: set) }
      }
    }
    return (set, changes)
  }

  /// The numbers that any layer acts on, by parameter, in the order of ids and keys.
  private func changedNumbers() throws -> [[ChangedNumber]] {
    var numbers: [String: [[String]: ChangedNumber]] = [:]
    func add(_ layer: ChangeLayer, to id: String, _ keys: [String], isOverride: Bool) {
      let parameter = folder.parameters[id]!
      var number =
        numbers[id, default: [:]][keys] ?? ChangedNumber(parameter: parameter, keys: keys)
      if isOverride { number.overrides.append(layer) } else { number.levers.append(layer) }
      numbers[id, default: [:]][keys] = number
    }
    for override in plan.overrides {
      let target = try checked(override)
      let layer = ChangeLayer(
        operation: override.operation, from: override.from, until: override.until,
        origin: "override", reason: override.reason, place: override.place)
      for keys in folder.parameters[target.id]!.keys where keys.starts(with: target.keys) {
        add(layer, to: target.id, keys, isOverride: true)
      }
    }
    for planned in plan.levers {
      for action in planned.lever.actions where !action.isNeutral {
        let parameter = folder.parameters[action.parameter]!
        for keys in action.keys(of: parameter) {
          for layer in layers(of: action, planned, action.operation.change) {
            add(layer, to: action.parameter, keys, isOverride: false)
          }
        }
        for (keys, named) in try action.complements(of: parameter, on: planned.start.start) {
          for layer in layers(of: action, planned, { action.operation.complement!($0, named) }) {
            add(layer, to: action.parameter, keys, isOverride: false)
          }
        }
      }
    }
    return try numbers.keys.sorted().map { id in
      try folder.parameters[id]!.keys.compactMap { numbers[id]![$0] }.map(ordered)
    }
  }

  /// The layers in the order in which they act.
  private func ordered(_ number: ChangedNumber) throws -> ChangedNumber {
    var number = number
    for (index, override) in number.overrides.enumerated() {
      let first = number.overrides[..<index].first { $0.from == override.from }
      if let first {
        throw InputError(
          ScenarioFault.overriddenTwice(
            path: number.path, date: override.from, first: first.place),
          at: override.place)
      }
    }
    number.overrides.sort { $0.from < $1.from }
    let multiplies = { (layer: ChangeLayer) in layer.operation.name == "multiply" }
    number.levers =
      number.levers.filter(multiplies) + number.levers.filter { !multiplies($0) }
    return number
  }

  private func checked(_ override: Override) throws -> ParameterPath {
    let target = try folder.parameters.resolve(override.path, at: override.place)
    let parameter = folder.parameters[target.id]!
    if let unit = override.unit, unit != parameter.unit {
      throw InputError(
        InputFault.unitMismatch(of: override.path, found: unit.id, expected: parameter.unit.id),
        at: override.place)
    }
    if let until = override.until, until <= override.from {
      throw InputError(
        InputFault.dateOrder(
          of: "the override of \(override.path)", date: until, after: override.from),
        at: override.place)
    }
    if let fault = ReadingDay.fault(
      of: override, on: target.id, years: folder.opening...folder.last)
    {
      throw InputError(fault, at: override.place)
    }
    return target
  }

  /// One layer for each financial year in which the action differs from the year before.
  private func layers(
    of action: LeverAction, _ planned: PlannedLever, _ change: (Double) -> ParameterOperation
  ) -> [ChangeLayer] {
    let phasing = planned.phasing
    let horizon = max(0, planned.start.distance(to: folder.last))
    let last = min(action.lastChange(phasing: phasing) ?? horizon, horizon)
    return (0...last).map { year in
      let amount = action.amount(
        inYear: year, strength: planned.strength * planned.times, phasing: phasing)
      let start = planned.start.advanced(by: year)
      return ChangeLayer(
        operation: change(amount), from: start.start,
        until: year == last ? nil : start.advanced(by: 1).start, origin: planned.lever.id,
        reason: planned.reason, place: planned.place)
    }
  }

  /// The set with the pieces of each number; one change of the whole parameter where all numbers
  /// have the same.
  private func apply(
    _ pieces: [[ChangePiece]], to numbers: [ChangedNumber], of parameter: Parameter,
    in set: ParameterSet
  ) throws -> ParameterSet {
    let isWhole =
      numbers.count == parameter.keys.count
      && pieces.allSatisfy { other in
        other.count == pieces[0].count && zip(other, pieces[0]).allSatisfy { $0.matches($1) }
      }
    let changed =
      isWhole
      ? [(path: parameter.id, pieces: pieces[0])]
      : zip(numbers, pieces).map { (path: $0.path, pieces: $1) }
    var set = set
    for (path, pieces) in changed {
      for piece in pieces {
        set = try set.changing(
          path, piece.operation, from: piece.from, until: piece.until, at: piece.layers[0].place)
      }
    }
    return set
  }

  private func change(
    _ number: ChangedNumber, _ piece: ChangePiece, in set: ParameterSet
  ) throws -> ScenarioChange {
    var reasons: [String] = []
    for layer in piece.layers where !reasons.contains(layer.reason) { reasons.append(layer.reason) }
    let grades = Dictionary(uniqueKeysWithValues: plan.levers.map { ($0.lever.id, $0.lever.grade) })
    return ScenarioChange(
      path: number.path, unit: number.parameter.unit, date: piece.from, until: piece.until,
      from: try? number.parameter.value(on: piece.from, number.keys),
      to: try set.value(of: number.parameter.id, on: piece.from, number.keys),
      origins: piece.layers.map(\.origin),
      grades: piece.layers.compactMap { grades[$0.origin] },
      reason: reasons.joined(separator: " "))
  }
}
