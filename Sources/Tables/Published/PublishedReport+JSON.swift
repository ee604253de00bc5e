import Parameters

extension PublishedReport {
  /// The report for a program: one object a figure, amounts unrounded and in the unit stated.
  public var json: JSONValue {
    .array(
      rows.map { row in
        [
          "id": .string(row.figure.id),
          "what": .string(row.figure.what),
          "unit": .string(row.figure.unit.id),
          "year": .integer(row.figure.year),
          "wording": .string(row.figure.wording.rawValue),
          "theirs": .number(row.figure.value),
          "prices": row.figure.prices.map { .string($0.description) } ?? .null,
          "ours": row.ours.value.map { .number($0) } ?? .null,
          "ours_kind": .string(row.ours.kind),
          "ours_is": .string(row.figure.ours),
          "difference": row.difference.map { .number($0) } ?? .null,
          "why": .string(row.figure.why),
          "source": Self.json(row.figure.source),
        ]
      })
  }

  private static func json(_ source: Source) -> JSONValue {
    [
      "id": .string(source.id), "publisher": .string(source.publisher),
      "title": .string(source.title), "released": .string(source.released),
      "address": .string(source.address), "via": source.via.map { .string($0) } ?? .null,
    ]
  }
}
