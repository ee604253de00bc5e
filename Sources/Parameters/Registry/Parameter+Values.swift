import Statistics

extension Parameter {
  /// The value on a day.
  ///
  /// A dated value applies until the next date. The last one applies to the end of the financial
  /// year in which it starts; `afterLast` says what follows. Adjustments then act in the order of
  /// their dates.
  ///
  /// - Parameters:
  ///   - day: Not before the first value.
  ///   - keys: One category per dimension.
  /// - Returns: The value in the parameter's unit.
  /// - Throws: `InputError` where there is no value on that day, or no such category.
  public func value(on day: Day, _ keys: [String] = []) throws -> Double {
    try value(on: day, keys, drawn: nil).central
  }

  /// The value on a day, in every draw.
  ///
  /// - Parameter drawn: What was drawn for each dated value and combination of categories, in their
  ///   order; `nil` for the values as they stand.
  func value(on day: Day, _ keys: [String], drawn: [[Uncertain]]?) throws -> Uncertain {
    let first = try position(of: keys)
    let active = adjustments.isEmpty ? [] : adjustments.filter { $0.acts(on: day, keys) }
    let lastSet = active.lastIndex { $0.operation.name == "set" }
    var value =
      if let lastSet {
        active[lastSet].operation.amount * (try growth(from: active[lastSet].date, to: day))
      } else {
        try publishedValue(on: day, keys, first: first, drawn: drawn)
      }
    for adjustment in active.dropFirst(lastSet.map { $0 + 1 } ?? 0) {
      switch adjustment.operation {
      case .set: break
      case .multiply(let factor): value *= factor
      case .add(let amount): value += amount
      }
    }
    if case .drawn = value, !active.isEmpty { try checkDraws(value, keys, on: day) }
    return value
  }

  /// Throws where a change takes a draw out of the valid range, though it leaves the value in it.
  private func checkDraws(_ value: Uncertain, _ keys: [String], on day: Day) throws {
    for bound in [value.lowest, value.highest] where !valid.contains(bound) {
      throw InputError(
        InputFault.outOfRange(
          of: "a draw of \(pathText([id] + keys)) on \(day)", value: bound, allowed: valid),
        at: place)
    }
  }

  /// The values of a parameter with one dimension, in the order asked for.
  ///
  /// - Throws: `InputError` where there is no value on that day, or no such category.
  public func values(on day: Day, for categories: [String]) throws -> [Double] {
    try categories.map { try value(on: day, [$0]) }
  }

  /// All values on a day.
  ///
  /// - Throws: `InputError` where there is no value on that day.
  public func table(on day: Day) throws -> ValueTable {
    ValueTable(keys: keys, values: try keys.map { try value(on: day, $0) })
  }

  /// The dated value that applies on a day, with its basis and spread, before any adjustment.
  ///
  /// - Throws: `InputError` where the day lies before the first value.
  public func datedValue(on day: Day) throws -> DatedValue { values[try datedIndex(on: day)] }

  private func datedIndex(on day: Day) throws -> Int {
    guard let index = values.lastIndex(where: { $0.from <= day }) else {
      throw noValue(on: day, "its first is from \(values[0].from)")
    }
    return index
  }

  /// The value before any adjustment; `first` is where its categories stand in the first dated value.
  private func publishedValue(
    on day: Day, _ keys: [String], first: Int, drawn: [[Uncertain]]?
  ) throws -> Uncertain {
    let index = try datedIndex(on: day)
    let dated = values[index]
    guard let position = index == 0 ? first : dated.table.position(of: keys) else {
      preconditionFailure("\(id) lacks \(keys)")
    }
    let value = drawn.map { $0[index][position] } ?? Uncertain(dated.table.values[position])
    guard index == values.count - 1 else { return value }
    if case .error = afterLast, day > dated.from.financialYear.end {
      throw noValue(on: day, "its last applies to \(dated.from.financialYear.end)")
    }
    let growth = try growth(from: dated.from, to: day)
    return growth == 1 ? value : value * growth
  }

  /// What a last value is multiplied by some financial years later: 1, or the ratio of the index.
  private func growth(from start: Day, to day: Day) throws -> Double {
    guard case .index(let series) = afterLast, day.financialYear > start.financialYear
    else { return 1 }
    let level = try series.required(year: series.code(of: start.financialYear))
    guard level > 0 else {
      throw noValue(on: day, "its index \(series.id) is \(level) in \(start.financialYear)")
    }
    return try series.required(year: series.code(of: day.financialYear)) / level
  }

  /// Where the categories stand in the first dated value.
  private func position(of keys: [String]) throws -> Int {
    guard keys.count == dimensions.count else {
      throw InputError(
        InputFault.wrongKeyCount(parameter: id, found: keys.count, expected: dimensions.count),
        at: place)
    }
    guard let position = values[0].table.position(of: keys) else {
      throw InputError(
        InputFault.unknownName(
          of: "category of \(id)", found: pathText(keys), among: self.keys.map(pathText)),
        at: place)
    }
    return position
  }

  private func noValue(on day: Day, _ problem: String) -> InputError {
    InputError(InputFault.noValue(parameter: id, on: day, problem: problem), at: place)
  }
}

extension Parameter {
  /// The days on which a value may start to differ, other than by its index.
  var breakpoints: [Day] {
    let changed = adjustments.map(\.date) + adjustments.compactMap(\.until)
    return Set(values.map(\.from) + changed).sorted()
  }

  /// Whether both give the same value on every day.
  ///
  /// Compared on the days on which either may start to differ. Between them both are constant or
  /// grow by the same index.
  public func resolvesEqually(to other: Parameter) -> Bool {
    guard afterLast == other.afterLast, keys == other.keys else { return false }
    if values == other.values && adjustments == other.adjustments { return true }
    return Set(breakpoints + other.breakpoints).allSatisfy { day in
      keys.allSatisfy { (try? value(on: day, $0)) == (try? other.value(on: day, $0)) }
    }
  }
}
