import CareModel
import Parameters
import Statistics

extension Scenario {
  /// The text of a scenario file that stands by itself and gives the same parameters and spending.
  ///
  /// It has the scenario's base, but extends nothing: every lever has its final start and strength,
  /// its claims and slippages stand beside it, and every override is written out. The same scenario gives the
  /// same bytes.
  ///
  /// - Parameters:
  ///   - folder: The parameters, levers and scenarios.
  ///   - id: The id it gets, which must also be the name of its file; by default the scenario's own,
  ///     where a `+` becomes `-and-`.
  ///   - more: Further overrides, such as those of a command line, written out with the rest.
  /// - Throws: `InputError` where the scenario cannot be resolved.
  public func resolvedFile(
    in folder: ScenarioFolder, id: String? = nil, adding more: [Override] = []
  ) throws -> String {
    let flat = try FlatScenario(self, in: folder, adding: more)
    let own = self.id.split(separator: "+").joined(separator: "-and-")
    var lines = [
      "id: \(id ?? own)", "title: \(quotedYAML(title))", "question: \(quotedYAML(question))",
      "author: \(quotedYAML(author))", "reference: \(quotedYAML(reference))",
    ]
    if let base = try folder.base(of: self) { lines.append("base: \(base.id)") }
    if let opening { lines.append("opening: \(opening.id)") }
    lines += Self.section("levers", flat.levers.map(\.lines))
    for key in [LeverWrapper.Key.claim, .slippage] {
      let wrappers = flat.levers.flatMap(\.namedWrappers).filter { $0.kind.key == key }
      lines += Self.section(key.rawValue, wrappers.map(\.lines))
    }
    lines += Self.section(
      "overrides", try flat.overrides.map { try $0.lines(in: folder.parameters) })
    return lines.joined(separator: "\n") + "\n"
  }

  /// The scenario with its resolved file as its text, for one that was not read from a file.
  func withResolvedText(in folder: ScenarioFolder) throws -> Scenario {
    Scenario(
      id: id, title: title, question: question, author: author, reference: reference,
      parent: parent, opening: opening, levers: levers, wrappers: wrappers, overrides: overrides,
      text: try resolvedFile(in: folder), place: place)
  }

  /// A key with a list of records; nothing where there is none.
  private static func section(_ key: String, _ items: [[String]]) -> [String] {
    guard !items.isEmpty else { return [] }
    return ["\(key):"]
      + items.flatMap { lines in
        ["  - \(lines[0])"] + lines.dropFirst().map { "    \($0)" }
      }
  }
}

extension PlannedLever {
  fileprivate var lines: [String] {
    [
      "id: \(lever.id)", "start: \(start.label)", "strength: \(shortestText(strength))",
      "reason: \(quotedYAML(ownReason))",
    ]
  }
}

extension LeverWrapper {
  /// A claim or a slippage as a record.
  fileprivate var lines: [String] {
    let size =
      switch kind {
      case .slippage(let share, let years): ["share: \(shortestText(share))", "years: \(years)"]
      case .claim(let times): ["times: \(shortestText(times))"]
      case .delay, .delivery:
        preconditionFailure("\(kind) is written into the levers, not beside them")
      }
    return size + [
      "levers: [\((levers ?? []).joined(separator: ", "))]", "reason: \(quotedYAML(reason))",
    ]
  }
}

extension Override {
  fileprivate func lines(in parameters: ParameterSet) throws -> [String] {
    var lines = [
      "path: \(quotedYAML(path))", "\(operation.name): \(shortestText(operation.amount.central))",
    ]
    if case .multiply = operation {
    } else {
      let target = try parameters.resolve(path, at: place)
      lines.append("unit: \(quotedYAML(parameters[target.id]!.unit.id))")
    }
    lines.append("from: \(from)")
    if let until { lines.append("until: \(until)") }
    return lines + ["reason: \(quotedYAML(reason))"]
  }
}
