import Parameters
import Scenarios
import Tables

extension PageSection {
  /// What scenarios change, with the reason and how well the effect is known.
  @Sendable static func changes(_ page: ReportPage) -> HTML {
    let all = page.comparison.scenarios.flatMap { scenario in
      scenario.changes.map { (scenario: scenario.title, change: $0) }
    }
    guard !all.isEmpty else {
      return
        "<p>Nothing: no scenario here changes an assumption of the baseline.</p>\n\(basis(page))"
    }
    let effects = all.filter { $0.change.hasEffect && $0.change.label != LeverChange.spendingLabel }
    let items = effects.map { scenario, change -> HTML in
      """
      <li><b>\(change.label): \(size(of: change))</b>. \(scenario), through \(change.leverNames).
      <i>Evidence:</i> \(evidence(change.grades)) <i>Why:</i> \(change.reasons.joined(separator: " "))</li>

      """
    }
    let list: HTML =
      items.isEmpty
      ? "<p>No scenario changes a rate, a price or a share.</p>\n"
      : "<ul class=\"changes\">\n\(items)</ul>\n"
    return "\(list)\(withoutEffect(all))\(basis(page))"
  }

  /// Levers that change nothing, for want of evidence, named once.
  private static func withoutEffect(_ all: [(scenario: String, change: LeverChange)]) -> HTML {
    let acting = Set(
      all.filter { $0.change.hasEffect && $0.change.label != LeverChange.spendingLabel }
        .flatMap(\.change.levers))
    let idle = all.filter { !$0.change.hasEffect && acting.isDisjoint(with: $0.change.levers) }
    let names = Set(idle.map(\.change.leverNames)).sorted()
    guard !names.isEmpty else { return "" }
    let items = names.map { name -> HTML in
      let change = idle.first { $0.change.leverNames == name }!.change
      return "<dt>\(name)</dt><dd>\(change.reasons.joined(separator: " "))</dd>\n"
    }
    let isOne = names.count == 1
    return """
      <p>\(names.count) \(isOne ? "reform runs" : "reforms run") without an effect, because none is
      published, or only a range around none can be assumed, and at most \(isOne ? "adds" : "add") spending.</p>
      <details><summary>\(isOne ? "Which it is" : "Which they are")</summary>
      <dl>
      \(items)</dl></details>

      """
  }

  /// How much a number is changed, from the least to the most over ages and years.
  private static func size(of change: LeverChange) -> String {
    guard let relative = change.relative else { return "set anew" }
    func text(_ share: Double) -> String { difference(100 * share, decimals: 1) + "%" }
    let ends = [text(relative.lowerBound), text(relative.upperBound)]
    return ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])"
  }

  /// Grades in words, each once; a hyphen where a change is no lever's.
  private static func evidence(_ grades: [EvidenceGrade]) -> String {
    let words = grades.reduce(into: [String]()) {
      if !$0.contains($1.sentence) { $0.append($1.sentence) }
    }
    return words.isEmpty ? "Not graded." : words.joined(separator: " ")
  }

  /// What all parameters rest on.
  private static func basis(_ page: ReportPage) -> HTML {
    guard let counts = page.comparison.runs[0].summary.parameters, let total = counts["total"]
    else { return "" }
    let words = Basis.allCases.map { "\(counts[$0.rawValue] ?? 0) \($0.rawValue)" }
    return """
      <p>The model's \(total) assumptions: \(words.joined(separator: ", ")). The run's
      <code>assumptions.csv</code> holds each with its source or reason.</p>

      """
  }
}
