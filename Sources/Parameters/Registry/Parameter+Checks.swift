/// The lines on which a dated value was read, for messages.
struct DatedValueLines {
  let start: Int?
  let spread: Int?
  let cells: [Int?]
}

extension Parameter {
  /// Reports what is wrong with the dated values.
  ///
  /// - Parameter lines: As many as values; `nil` where they were not read from a file.
  func checkValues(lines: [DatedValueLines]?, reportingTo faults: FaultCollector) {
    if values.isEmpty { faults.report(InputFault.missingKey("values", of: id), line: place.line) }
    if case .index(let series) = afterLast, !series.dimensions.isEmpty {
      let found = "\(series.id), which has dimensions"
      faults.report(
        InputFault.wrongType(
          of: "the index of \(id)", expected: "a series without dimensions", found: found),
        line: place.line)
    }
    for (index, value) in values.enumerated() {
      let owner = "\(id) from \(value.from)"
      let valueLines = lines?[index]
      let start = valueLines?.start ?? place.line
      checkBasis(value, owner: owner, line: start, faults)
      checkCells(value, owner: owner, lines: valueLines, faults)
      if let problem = value.spread.problem(for: value.table.values) ?? fixedProblem(value) {
        faults.report(
          InputFault.invalidSpread(of: owner, problem: problem), line: valueLines?.spread ?? start)
      }
      if index > 0 {
        check(value, owner: owner, after: values[index - 1], line: start, faults)
      }
    }
  }

  private func check(
    _ value: DatedValue, owner: String, after previous: DatedValue, line: Int?,
    _ faults: FaultCollector
  ) {
    if value.from <= previous.from {
      faults.report(
        InputFault.dateOrder(of: id, date: value.from, after: previous.from), line: line)
    }
    if value.table.keys == keys { return }
    let found = Set(value.table.keys)
    let expected = Set(keys)
    if found != expected {
      faults.report(
        InputFault.differentCategories(
          of: owner, missing: expected.subtracting(found).map(pathText).sorted(),
          surplus: found.subtracting(expected).map(pathText).sorted()),
        line: line)
    }
  }

  private func checkBasis(
    _ value: DatedValue, owner: String, line: Int?, _ faults: FaultCollector
  ) {
    var missing: [String] = []
    if value.basis != .assumed, value.citation == nil { missing.append("source") }
    if value.basis == .estimated, value.how == nil { missing.append("how") }
    if value.basis == .assumed, value.reason == nil { missing.append("reason") }
    for key in missing {
      faults.report(InputFault.missingForBasis(value.basis, key: key, of: owner), line: line)
    }
  }

  private func checkCells(
    _ value: DatedValue, owner: String, lines: DatedValueLines?, _ faults: FaultCollector
  ) {
    for (index, number) in value.table.values.enumerated() where !valid.contains(number) {
      let keys = value.table.keys[index]
      let cell = keys.isEmpty ? owner : "\(pathText(keys)) of \(owner)"
      faults.report(
        InputFault.outOfRange(of: cell, value: number, allowed: valid),
        line: lines?.cells[index] ?? place.line)
    }
    if let keys = value.table.keys.first, keys.count != dimensions.count {
      faults.report(
        InputFault.wrongKeyCount(parameter: id, found: keys.count, expected: dimensions.count),
        line: lines?.start ?? place.line)
    }
  }

  /// Only a published constant is fixed, and something must say why.
  private func fixedProblem(_ value: DatedValue) -> String? {
    guard case .none(let reason) = value.spread.width else { return nil }
    if value.basis != .published { return "is fixed, which only a published constant can be" }
    return reason == nil && note == nil ? "is fixed and needs a reason" : nil
  }
}

/// Categories as paths and messages write them: `own-foster.16-17`.
func pathText(_ keys: [String]) -> String { keys.joined(separator: ".") }
