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
    try check(keys)
    let active = adjustments.filter { $0.acts(on: day, keys) }
    let lastSet = active.lastIndex { $0.operation.name == "set" }
    var value =
      if let lastSet {
        try active[lastSet].operation.amount * growth(from: active[lastSet].date, to: day)
      } else {
        try publishedValue(on: day, keys)
      }
    for adjustment in active.dropFirst(lastSet.map { $0 + 1 } ?? 0) {
      switch adjustment.operation {
      case .set: break
      case .multiply(let factor): value *= factor
      case .add(let amount): value += amount
      }
    }
    return value
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
  public func datedValue(on day: Day) throws -> DatedValue {
    guard let value = values.last(where: { $0.from <= day }) else {
      throw noValue(on: day, "its first is from \(values[0].from)")
    }
    return value
  }

  private func publishedValue(on day: Day, _ keys: [String]) throws -> Double {
    let dated = try datedValue(on: day)
    guard let value = dated.table[keys] else { preconditionFailure("\(id) lacks \(keys)") }
    guard dated.from == values[values.count - 1].from else { return value }
    if case .error = afterLast, day > dated.from.financialYear.end {
      throw noValue(on: day, "its last applies to \(dated.from.financialYear.end)")
    }
    return try value * growth(from: dated.from, to: day)
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

  private func check(_ keys: [String]) throws {
    guard keys.count == dimensions.count else {
      throw InputError(
        InputFault.wrongKeyCount(parameter: id, found: keys.count, expected: dimensions.count),
        at: place)
    }
    guard values[0].table[keys] != nil else {
      throw InputError(
        InputFault.unknownName(
          of: "category of \(id)", found: pathText(keys), among: self.keys.map(pathText)),
        at: place)
    }
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
