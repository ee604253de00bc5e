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
    let rows = effects.map { scenario, change in
      [
        change.label, scenario, change.leverNames, size(of: change), evidence(change.grades),
        change.reasons.joined(separator: " "),
      ]
    }
    let table = PageTable(
      caption: "Assumptions that scenarios change",
      header: ["What", "Scenario", "Through", "Change", "Evidence", "Why"], rows: rows)
    return (rows.isEmpty ? "<p>No scenario changes a rate, a price or a share.</p>\n" : table.html)
      .followed(by: withoutEffect(all)).followed(by: basis(page))
  }

  /// Levers that change nothing, for want of evidence, named once.
  private static func withoutEffect(_ all: [(scenario: String, change: LeverChange)]) -> HTML {
    let acting = Set(
      all.filter { $0.change.hasEffect && $0.change.label != LeverChange.spendingLabel }
        .flatMap(\.change.levers))
    let idle = all.filter { !$0.change.hasEffect && acting.isDisjoint(with: $0.change.levers) }
    let names = Set(idle.map(\.change.leverNames)).sorted()
    guard !names.isEmpty else { return "" }
    var rows: [[String]] = []
    for name in names {
      let change = idle.first { $0.change.leverNames == name }!.change
      rows.append([name, evidence(change.grades), change.reasons.joined(separator: " ")])
    }
    let table = PageTable(
      caption: "Reforms that run without an effect", header: ["Reform", "Evidence", "Why"],
      rows: rows)
    return """
      <p>\(names.count) \(names.count == 1 ? "reform runs" : "reforms run") without an effect, because none
      is published, and at most \(names.count == 1 ? "adds" : "add") spending.</p>
      \(table.details(names.count == 1 ? "Which it is" : "Which they are"))
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
    return words.isEmpty ? "-" : words.joined(separator: " ")
  }

  /// What all parameters rest on.
  private static func basis(_ page: ReportPage) -> HTML {
    guard let counts = page.comparison.runs[0].summary.parameters, let total = counts["total"]
    else {
      return ""
    }
    let words = ["published", "estimated", "assumed", "forecast"].map {
      "\(counts[$0] ?? 0) are \($0)"
    }
    return """
      <p>Of the model's \(total) assumptions \(words.joined(separator: ", ")). The run's
      <code>assumptions.csv</code> holds each with its source or reason.</p>

      """
  }
}

extension HTML {
  /// Both, one after the other.
  func followed(by other: HTML) -> HTML { "\(self)\(other)" }
}
