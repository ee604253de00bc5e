import Sensitivity
import Parameters

/// A sensitivity analysis for the terminal: the inputs that matter most to each figure.
struct SensitivitySummary {
  private let files: SensitivityFiles
  private let rows: [SensitivityFiles.Row]

  /// Inputs shown of each figure.
  private static let shown = 5

  init(_ files: SensitivityFiles) {
    self.files = files
    rows = files.rows(of: files.result)
  }

  /// The words.
  ///
  /// - Parameter width: The most characters in a line.
  func text(width: Int = 80) -> String {
    let (batch, result) = (files.batch, files.result)
    var words =
      "\(batch.method.id): \(result.baseRuns) base runs, \(result.runs) runs in all, of "
      + "\(batch.inputs.problem.groups.count) inputs, seed \(batch.settings.seed). "
      + BatchInputs.caveat
    if let failures = result.failures {
      words +=
        " \(failures.failed) runs failed; the \(failures.blocks) base runs they are part of are left "
        + "out. failures.csv lists them."
    }
    if let rule = files.batch.rule {
      words +=
        " The rule (\(rule.kind) above \(shortestText(rule.above)) within "
        + "\(shortestText(rule.within))) is \(files.isMet ? "met" : "not met")."
    }
    var keys: [String] = []
    for row in rows where !keys.contains(Self.key(row)) { keys.append(Self.key(row)) }
    return Paragraph.text(words, width: width)
      + keys.map { key in "\n" + table(of: rows.filter { Self.key($0) == key }, width) }.joined()
  }

  private static func key(_ row: SensitivityFiles.Row) -> String {
    "\(row.scenario) \(row.indicator.id) \(row.year)"
  }

  /// One figure: its inputs by rank, and what belongs to none.
  private func table(of rows: [SensitivityFiles.Row], _ width: Int) -> String {
    let method = files.batch.method
    let named = rows.filter { $0.measure.other == nil }
    let all = [Measure.allName, Measure.dummyName]
    let ranked = named.filter {
      $0.measure.kind == method.rankedBy && !all.contains($0.measure.input) && $0.estimate != nil
    }.sorted { abs($0.estimate!.value) > abs($1.estimate!.value) }
    let first = rows[0]
    let title =
      "\(first.indicator.label) (\(first.indicator.id)), \(first.year), \(first.scenario)\n"
    guard !ranked.isEmpty else {
      return Paragraph.text(title, width: width)
        + "    \(named.compactMap(\.note).first ?? "no figure")\n"
    }
    let kinds = method.kinds.filter { kind in
      named.contains { $0.measure.kind == kind.id && !all.contains($0.measure.input) }
    }
    var table = TextTable(columns: [.text("Input")] + kinds.map { .number($0.id) })
    let inputs = ranked.prefix(Self.shown).map(\.measure.input)
    for input in inputs + (named.contains { $0.measure.input == all[1] } ? [all[1]] : []) {
      table.add(
        [input]
          + kinds.map { kind in
            let found = named.first {
              $0.measure.input == input && $0.measure.kind == kind.id
            }
            guard let row = found else { return "" }
            // Three intervals side by side do not fit a line, nor a long one beside another; the file
            // has all.
            let full = Self.cell(row)
            let hasRoom = kinds.count <= 2 && full.count <= Self.widest
            return hasRoom || kind.id == method.rankedBy
              ? full : Self.cell(row, withInterval: false)
          })
    }
    let more = ranked.count - inputs.count
    let whole = named.filter { $0.measure.input == all[0] && $0.estimate != nil }
      .map { "    \($0.measure.kind) of all: \(Self.cell($0))\n" }.joined()
    return Paragraph.text(title, width: width) + table.text(width: width) + whole
      + (more > 0 ? "    and \(more) inputs with less\n" : "") + boxes(of: rows, width)
  }

  /// Boxes shown of each figure.
  private static let shownBoxes = 6

  /// The boxes of scenario discovery, one paragraph each.
  private func boxes(of rows: [SensitivityFiles.Row], _ width: Int) -> String {
    guard files.batch.method.findsBoxes else { return "" }
    let joint = Set(files.batch.inputs.inputs.filter { !$0.isSingle }.map(\.name))
    var names: [String] = []
    for case let name? in rows.map(\.measure.other) where !names.contains(name) {
      names.append(name)
    }
    let more = names.count - Self.shownBoxes
    return names.prefix(Self.shownBoxes).map { name in
      let own = rows.filter { $0.measure.other == name }
      let figures = own.filter { $0.measure.input == Measure.allName }.map { row in
        let shown = ["coverage", "density"].contains(row.measure.kind)
        return "\(row.measure.kind) \(Self.cell(row, withInterval: shown))"
      }
      let limits = own.compactMap { row -> String? in
        let input = row.measure.input + (joint.contains(row.measure.input) ? " (place)" : "")
        return switch row.measure.kind {
        case "lower": "\(input) from \(Self.cell(row))"
        case "upper": "\(input) up to \(Self.cell(row))"
        case "labels": "\(input) \(row.note ?? "")"
        default: nil
        }
      }
      let place = limits.isEmpty ? "everywhere" : limits.joined(separator: ", ")
      return Paragraph.text(
        "\(name): \(place): \(figures.joined(separator: ", ")).", width: width)
    }.joined() + (more > 0 ? "    and \(more) more boxes\n" : "")
  }

  /// Most characters of a figure with its interval beside that by which inputs are ranked.
  private static let widest = 24

  private static func cell(_ row: SensitivityFiles.Row, withInterval: Bool = true) -> String {
    guard let estimate = row.estimate else { return "" }
    let size = max(abs(estimate.interval.lowerBound), abs(estimate.interval.upperBound))
    let decimals = size >= 1000 ? 0 : size >= 10 ? 1 : size >= 0.095 || size == 0 ? 2 : 3
    func text(_ number: Double) -> String { FixedDecimal.grouped(number, decimals: decimals) }
    guard estimate.halfWidth > 0, withInterval else { return text(estimate.value) }
    return "\(text(estimate.value)) (\(text(estimate.interval.lowerBound)) to "
      + "\(text(estimate.interval.upperBound)))"
  }
}
