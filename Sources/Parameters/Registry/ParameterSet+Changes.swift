import Statistics

extension ParameterSet {
  /// The set with one change.
  ///
  /// - Parameters:
  ///   - path: A parameter or some of its categories, as `resolve` reads it.
  ///   - operation: What is done to each of its numbers.
  ///   - date: The first day on which it acts.
  ///   - until: The first day on which it acts no longer; `nil` if it goes on.
  ///   - unit: The unit of a number set or added, if the user gave one.
  ///   - place: Where the change was asked for, for messages.
  /// - Returns: The set, with one `Change` for each number at the end of `changes`.
  /// - Throws: `InputError` where the path names nothing, the unit is another, `until` is not after
  ///   the date, the numbers are already changed from that date, a number to multiply or add to has
  ///   no value on the date, or a result lies outside the valid range on a later date.
  public func changing(
    _ path: String, _ operation: ParameterOperation, from date: Day, until: Day? = nil,
    unit: MeasurementUnit? = nil, at place: Place
  ) throws -> ParameterSet {
    let target = try resolve(path, at: place)
    let before = try parameter(target.id, at: place)
    let adjustment = Adjustment(
      operation: operation, keys: target.keys, date: date, until: until)
    if let fault = fault(of: adjustment, on: before, path: path, unit: unit) {
      throw InputError(fault, at: place)
    }
    var after = before
    let later = after.adjustments.firstIndex { $0.date > date } ?? after.adjustments.endIndex
    after.adjustments.insert(adjustment, at: later)
    let keys = before.keys.filter { $0.starts(with: target.keys) }
    try after.checkRange(of: keys, from: date, until: until, at: place)
    var result = self
    result.changes += try keys.map { keys in
      Change(
        parameter: before.id, keys: keys, date: date, until: until, operation: operation,
        from: try? before.value(on: date, keys), to: try after.value(on: date, keys))
    }
    result.replace(with: after)
    return result
  }

  /// The set with a number set from a date on.
  public func setting(
    _ path: String, to value: Double, from date: Day, until: Day? = nil,
    unit: MeasurementUnit? = nil, at place: Place
  ) throws -> ParameterSet {
    try changing(path, .set(Uncertain(value)), from: date, until: until, unit: unit, at: place)
  }

  /// The set with a number multiplied from a date on.
  public func scaling(
    _ path: String, by factor: Double, from date: Day, until: Day? = nil, at place: Place
  ) throws -> ParameterSet {
    try changing(path, .multiply(Uncertain(factor)), from: date, until: until, at: place)
  }

  /// The set with an amount added to a number from a date on.
  public func adding(
    _ amount: Double, to path: String, from date: Day, until: Day? = nil,
    unit: MeasurementUnit? = nil, at place: Place
  ) throws -> ParameterSet {
    try changing(path, .add(Uncertain(amount)), from: date, until: until, unit: unit, at: place)
  }

  private func fault(
    of adjustment: Adjustment, on parameter: Parameter, path: String, unit: MeasurementUnit?
  ) -> InputFault? {
    let amount = adjustment.operation.amount
    if !amount.isFinite { return .notANumber(of: path, found: "\(amount)") }
    if let unit, unit != parameter.unit {
      return .unitMismatch(of: path, found: unit.id, expected: parameter.unit.id)
    }
    if let until = adjustment.until, until <= adjustment.date {
      return .dateOrder(of: "the change of \(path)", date: until, after: adjustment.date)
    }
    let same = parameter.adjustments.first {
      $0.date == adjustment.date && $0.overlaps(adjustment)
    }
    return same.map { .changedTwice(path: path, from: $0.date, until: $0.until) }
  }
}

extension Parameter {
  /// Throws where a number lies outside the valid range on a day from which it may differ.
  fileprivate func checkRange(
    of keys: [[String]], from date: Day, until: Day?, at place: Place
  ) throws {
    let faults = FaultCollector(file: place.file)
    for day in breakpoints where day >= date && until.map({ day < $0 }) ?? true {
      for keys in keys {
        let values = try value(on: day, keys, drawn: nil)
        let extremes = [values.lowest, values.highest]
        guard let value = extremes.first(where: { !valid.contains($0) }) else { continue }
        let path = pathText([id] + keys)
        faults.report(
          InputFault.outOfRange(of: "\(path) from \(day)", value: value, allowed: valid),
          line: place.line)
      }
    }
    try faults.throwIfAny()
  }
}
