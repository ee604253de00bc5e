import Foundation
import Parameters

/// All there is to say of one thing: facts, then tables.
public struct Card: Sendable {
  /// What is said of it under one word.
  struct Fact: Sendable {
    let label: String
    let text: String
  }

  /// A table with its heading.
  struct Section: Sendable {
    let heading: String
    let table: TextTable
  }

  /// The id.
  public let id: String
  /// What it is.
  public let title: String
  var facts: [Fact] = []
  var sections: [Section] = []

  init(id: String, title: String) {
    self.id = id
    self.title = title
  }

  /// Adds a fact; none without text.
  mutating func add(_ label: String, _ text: String?) {
    if let text, !text.isEmpty { facts.append(Fact(label: label, text: text)) }
  }

  /// Adds a table; none without rows.
  mutating func add(_ heading: String, _ table: TextTable) {
    if !table.rows.isEmpty { sections.append(Section(heading: heading, table: table)) }
  }

  /// The card for the terminal.
  ///
  /// - Parameter width: The most characters in a line.
  public func text(width: Int = 80) -> String {
    let all = [Fact(label: "id", text: id), Fact(label: "title", text: title)] + facts
    let indent = (all.map(\.label.count).max() ?? 0) + 2
    let lines = all.map { fact in
      Paragraph.text(
        fact.text, width: width,
        label: fact.label + String(repeating: " ", count: indent - fact.label.count))
    }
    return (lines + sections.map { "\n\($0.heading)\n" + $0.table.text(width: width) }).joined()
  }

  /// The card as an object: facts by label, tables as arrays of objects by heading.
  public var json: JSONValue {
    .object(
      [.init("id", .string(id)), .init("title", .string(title))]
        + facts.map { .init($0.label, .string($0.text)) }
        + sections.map { .init($0.heading, $0.table.json) })
  }
}

/// A number for a reader, to six significant digits; the exact one is in the data file.
func readable(_ number: Double) -> String {
  guard number != 0, number.isFinite else { return shortestText(number) }
  let scale = pow(10, 5 - log10(abs(number)).rounded(.down))
  return shortestText((number * scale).rounded() / scale)
}

extension TextTable {
  /// The rows as objects by heading.
  public var json: JSONValue {
    .array(
      rows.map { row in
        .object(zip(columns, row).map { .init($0.heading, .string($1)) })
      })
  }
}
