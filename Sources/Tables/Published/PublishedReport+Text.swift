import Parameters

extension PublishedReport {
  /// The report for the terminal: a table, then what is behind each row, then the sources.
  ///
  /// - Parameter width: The most characters in a line; addresses are not broken.
  public func text(width: Int = 80) -> String {
    var table = TextTable(
      columns: [
        .number("No."), .text("What others published"), .number("Theirs"), .number("Ours"),
        .number("Difference"),
      ])
    for (index, row) in rows.enumerated() {
      table.add(["\(index + 1)", row.heading, row.theirsText, row.oursText, row.differenceText])
    }
    let notes = rows.enumerated().map { index, row in
      Paragraph.text(
        "\(row.explanation) [\(row.figure.source.id)]", width: width,
        label: Self.label(index + 1))
    }
    let list = sources.map { source in
      "[\(source.id)]\n" + Paragraph.text(Self.citation(of: source), width: width, label: "    ")
    }
    return [
      table.text(width: width), Paragraph.text(Self.legend, width: width),
      "What ours is, and why they differ\n" + notes.joined(), "Sources\n" + list.joined(),
    ].joined(separator: "\n")
  }

  private static func label(_ number: Int) -> String {
    number < 10 ? " \(number)  " : "\(number)  "
  }

  private static func citation(of source: Source) -> String {
    let released = source.released == "not-stated" ? "" : " (\(source.released))"
    return "\(source.publisher): \(source.title)\(released), \(source.address)"
      + (source.via.map { "; \($0)" } ?? "")
  }
}
