/// What the parameters of a run are called, by the paths of their numbers.
struct ParameterLabels: Sendable {
  private let labels: [String: String]

  /// Reads `assumptions.csv`.
  ///
  /// - Throws: `ReportError.noFile`, `InputError`.
  init(_ files: RunFolder) throws {
    let table = try files.table("assumptions.csv", needed: ["parameter", "label"])
    labels = (0..<table.count).reduce(into: [:]) { labels, row in
      let (path, label) = (table.text("parameter", row), table.text("label", row))
      labels[path] = label
      // The parameter itself, of which the path may be one number.
      var parts = path.split(separator: ".")
      while parts.count > 1 {
        parts.removeLast()
        let whole = parts.joined(separator: ".")
        if labels[whole] == nil { labels[whole] = label }
      }
    }
  }

  /// The label of a path, or of a parameter's id; the path itself where the run has no such parameter.
  func label(of path: String) -> String { labels[path] ?? path }
}
