import Parameters
import Scenarios

/// What a lever, or several that act on the same numbers, change in a scenario: all rows of
/// `changes.csv` of one parameter, without its categories.
struct LeverChange: Sendable, Equatable {
  /// What is changed, for a reader: the parameter's label.
  let label: String
  /// The ids of the levers, and `override`, in the order in which they act.
  let levers: [String]
  /// How well each lever's effect is known, in their order; none for an override.
  let grades: [EvidenceGrade]
  /// Why.
  var reasons: [String] = []
  /// The number after over the number before, less 1: the least and the most of all rows; `nil`
  /// where no number is changed, or one was 0.
  var relative: ClosedRange<Double>?
  /// Whether a number is another than before.
  var hasEffect = false

  /// What paths of the programme's spending begin with; they are no parameters.
  private static let spendingPrefix = "programme.spending."
  /// What the programme's spending is called.
  static let spendingLabel = "Spending of the programme"

  /// What a reader calls the levers: their ids as words.
  var leverNames: String {
    levers.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      .map(Self.name).joined(separator: "; ")
  }

  /// An id of a lever as words.
  static func name(_ id: String) -> String {
    if id == "override" { return "Changed by hand" }
    let words = id.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The changes of every scenario by its id, in the order of the file.
  ///
  /// - Throws: `ReportError.noFile`; `InputError` where the file is not as a run has it.
  static func all(
    in files: RunFolder, labels: ParameterLabels
  ) throws -> [String: [LeverChange]] {
    let path = "changes.csv"
    let table = try files.table(
      path,
      needed: ["scenario", "parameter", "from", "to", "lever", "evidence", "reason"])
    var changes: [String: [LeverChange]] = [:]
    for row in 0..<table.count {
      let scenario = table.text("scenario", row)
      let numberPath = table.text("parameter", row)
      let levers = words(table.text("lever", row))
      let label =
        numberPath.hasPrefix(spendingPrefix) ? spendingLabel : labels.label(of: numberPath)
      let grades = try words(table.text("evidence", row)).map { word in
        guard let grade = EvidenceGrade(rawValue: word) else {
          throw InputError(
            InputFault.unknownName(
              of: "evidence grade", found: word, among: EvidenceGrade.allCases.map(\.rawValue)),
            at: Place(file: files.name(path), line: row + 2))
        }
        return grade
      }
      var list = changes[scenario] ?? []
      let known = list.firstIndex {
        $0.label == label && Set($0.levers) == Set(levers)
      }
      let index = known ?? list.count
      if known == nil {
        list.append(LeverChange(label: label, levers: levers, grades: grades))
      }
      list[index].add(
        from: try table.number("from", row), to: try table.number("to", row),
        reason: table.text("reason", row))
      changes[scenario] = list
    }
    return changes
  }

  private mutating func add(from: Double?, to: Double?, reason: String) {
    if !reasons.contains(reason) { reasons.append(reason) }
    guard let to, from != to else { return }
    hasEffect = true
    guard let from, from != 0 else { return }
    let change = to / from - 1
    relative =
      relative.map { min($0.lowerBound, change)...max($0.upperBound, change) }
      ?? change...change
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
