import Parameters
import Scenarios
import Sensitivity
import Statistics

extension SwitchingStudy {
  private struct Row {
    let draw: Int
    let status: String
    let value: Double?
  }

  /// What is printed: the value of the central run, and where those of the draws lie.
  ///
  /// - Parameter width: The most characters in a line.
  public func text(width: Int = 80) -> String {
    let figure = model.figures[0]
    let unit = figure.indicator.unit.isEmpty ? "" : " \(figure.indicator.unit)"
    let doing =
      switch input.verb {
      case .set: "set to"
      case .scale: "times"
      case .add: "plus"
      }
    var text = Paragraph.text(
      "\(figure.indicator.label) (\(figure.indicator.id)), \(figure.year), \(compared), is "
        + "\(shortestText(question.target))\(unit) with \(input.name) \(doing):", width: width)
    text += "\n  central run: \(words(values.draws[0]))\n"
    let drawn = SwitchingValues(Array(values.draws.dropFirst()))
    guard !drawn.draws.isEmpty else { return text + outside }
    if let low = drawn.quantile(at: 0.025), let middle = drawn.quantile(at: 0.5),
      let high = drawn.quantile(at: 0.975)
    {
      text +=
        "  draws: \(Self.short(middle)) (\(Self.short(low)) to \(Self.short(high))), the middle and "
        + "the middle 95%\n"
    }
    func share(_ share: Double) -> String { FixedDecimal.text(100 * share, decimals: 1) + "%" }
    text +=
      "  of \(drawn.draws.count) draws \(share(1 - drawn.shareAbove - drawn.shareBelow)) have such a "
      + "value, \(share(drawn.shareAbove)) stay above,\n  \(share(drawn.shareBelow)) stay below, "
      + "\(share(drawn.shareSeveral)) have more than one (the least counts)\n"
    return text + outside
      + Paragraph.text("\nSeed \(seed). \(counted).", width: width)
  }

  /// The scenario, and what it is set beside.
  private var compared: String { model.figures.map(\.scenario).joined(separator: " less ") }

  /// What the draws rest on.
  private var counted: String { model.drawCount.text }

  private var outside: String {
    "  looked for from \(Self.short(input.range.lowerBound)) to "
      + "\(Self.short(input.range.upperBound))\n"
  }

  private func words(_ found: Switching) -> String {
    switch found {
    case .at(let values): values.map(Self.short).joined(separator: ", ")
    case .staysAbove: "none; it stays above"
    case .staysBelow: "none; it stays below"
    }
  }

  /// Six digits that count.
  private static func short(_ number: Double) -> String {
    guard number != 0 else { return "0" }
    let decimals = max(0, min(15, 5 - Int(floorOfLog10(abs(number)))))
    var text = FixedDecimal.text(number, decimals: decimals)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text
  }

  private static func floorOfLog10(_ number: Double) -> Double {
    var (power, scaled) = (0.0, number)
    while scaled >= 10 { (power, scaled) = (power + 1, scaled / 10) }
    while scaled < 1 { (power, scaled) = (power - 1, scaled * 10) }
    return power
  }

  /// The files of a run: every switching value of every draw.
  ///
  /// - Parameters:
  ///   - arguments: The arguments that give the same, without the program's own name.
  ///   - version: Version of carecast.
  ///   - dataDigest: Digest of all data it has read.
  /// - Throws: `TableError`
  public func folder(
    arguments: [String], version: String, dataDigest: String
  ) throws -> OutputFolder {
    let rows = values.draws.enumerated().flatMap { draw, found -> [Row] in
      switch found {
      case .at(let values): values.map { Row(draw: draw, status: "found", value: $0) }
      case .staysAbove: [Row(draw: draw, status: "stays above", value: nil)]
      case .staysBelow: [Row(draw: draw, status: "stays below", value: nil)]
      }
    }
    let described = try RowFile<Row>(
      path: "solve.csv", title: "Values at which the indicator reaches the target", key: [],
      columns: [
        .whole("draw", "Draw; 0 is the central run") { $0.draw },
        .text("status", "Whether there is such a value in the range") { $0.status },
        .number("value", "What is done to \(input.name) (\(input.verb.rawValue))") { $0.value },
      ]
    ).file(of: rows)
    return try OutputFolder(
      [described], sources: model.sources,
      manifest: RunManifest(
        version: version, arguments: arguments,
        scenarios: model.scenarios.map(RunManifest.Scenario.init), dataDigest: dataDigest,
        seed: values.draws.count > 1 ? seed : nil,
        additions: [.init("spreads", .string(counted))]))
  }
}
