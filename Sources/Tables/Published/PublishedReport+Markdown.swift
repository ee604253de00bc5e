import Parameters

extension PublishedReport {
  /// The report for the documentation: a table, what its signs say, and the sources.
  public var markdown: String {
    let sources = sources
    var lines = [
      "| what others published | theirs | ours | difference | what ours is, and why they differ |",
      "| --- | ---: | ---: | ---: | --- |",
    ]
    for row in rows {
      let number = sources.firstIndex { $0.id == row.figure.source.id }! + 1
      let cells = [
        "\(row.heading) [\(number)]", row.theirsText, row.oursText, row.differenceText,
        row.explanation,
      ]
      lines.append("| " + cells.map(Self.escaped).joined(separator: " | ") + " |")
    }
    lines += ["", Self.legend, "The number in square brackets is the source:", ""]
    lines += sources.enumerated().map { index, source in
      let released = source.released == "not-stated" ? "" : ", \(source.released)"
      return "\(index + 1). \(source.publisher): [\(source.title)](\(source.address))\(released)"
        + (source.via.map { "; \($0)" } ?? "")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func escaped(_ cell: String) -> String {
    String(cell.flatMap { $0 == "|" ? "\\|" : String($0) })
  }
}
