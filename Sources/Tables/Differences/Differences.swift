/// What differs between two things, as tables for a reader.
public struct Differences: Sendable {
  /// The tables with their headings; none where nothing differs.
  public private(set) var sections: [(heading: String, table: TextTable)] = []

  init() {}

  /// Whether nothing differs.
  public var isEmpty: Bool { sections.isEmpty }

  /// Adds a table; none without rows.
  mutating func add(_ heading: String, _ table: TextTable) {
    if !table.rows.isEmpty { sections.append((heading, table)) }
  }

  /// The tables for the terminal, blank lines between them; one sentence where nothing differs.
  ///
  /// - Parameter width: The most characters in a line.
  public func text(width: Int = 80) -> String {
    guard !isEmpty else { return "Nothing differs.\n" }
    return sections.map { "\($0.heading)\n" + $0.table.text(width: width) }.joined(separator: "\n")
  }

  /// The tables as arrays of objects by heading.
  public var json: JSONValue {
    .object(sections.map { .init($0.heading, $0.table.json) })
  }
}
