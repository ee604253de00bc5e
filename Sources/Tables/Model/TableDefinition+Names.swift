extension TableDefinition {
  /// Checks the file's name and the names and labels of all columns.
  func checkNames() throws(TableError) {
    guard ColumnName.isFileStem(stem) else { throw .fileStem(stem) }
    guard !indicators.isEmpty else { throw .noIndicators(table: stem) }
    let names = filters.map(\.heading.id) + indicators.map(\.heading.id)
    let labels = filters.map(\.heading.label) + indicators.map(\.heading.label)
    var seen = Set(ColumnName.timeAndPlace)
    var seenLabels: Set<String> = []
    for (name, label) in zip(names, labels) {
      if let fault = nameFault(name) {
        throw .columnName(table: stem, column: name, fault: fault)
      }
      guard seen.insert(name).inserted else {
        throw .duplicateColumn(table: stem, column: name)
      }
      if let fault = labelFault(label, isNew: seenLabels.insert(label).inserted) {
        throw .label(table: stem, column: name, label: label, fault: fault)
      }
    }
    for name in indicators.map(\.heading.id) {
      guard let word = ColumnName.forbiddenWord(in: name) else { continue }
      throw .columnName(table: stem, column: name, fault: "contains '\(word)'")
    }
  }

  private func nameFault(_ name: String) -> String? {
    if !ColumnName.isSnakeCase(name) { return "is not snake_case" }
    if name.count > ColumnName.longest { return "has \(name.count) characters" }
    if name == "characteristic" { return "is a name kept for another use" }
    return nil
  }

  private func labelFault(_ label: String, isNew: Bool) -> String? {
    if label.allSatisfy(\.isWhitespace) { return "is blank" }
    if label.count > ColumnName.longestLabel { return "has \(label.count) characters" }
    return isNew ? nil : "is used twice"
  }
}
