import Parameters

extension ListedKind {
  /// Published series by id.
  static let series = ListedKind(
    id: "series", singular: "series", sentence: "Published series that the model is fitted to.",
    columns: ["Id", "Label"],
    rows: { try $0.data().series.all().map { [$0.id, $0.label] } },
    card: { id, library in
      let data = try library.data()
      guard data.series.ids.contains(id) else { return nil }
      let series = try data.series(id)
      var card = Card(id: id, title: series.label)
      card.add("unit", "\(series.unit.id): \(series.unit.sentence)")
      card.add("prices", series.prices?.description)
      card.add("time", series.time.rawValue)
      card.add("rounded to", series.rounding == 0 ? nil : shortestText(series.rounding))
      let years = series.entries.map(\.year)
      card.add("years", "\(years.min() ?? 0) to \(years.max() ?? 0)")
      let found = Set(series.entries.map(\.source)).sorted()
      card.add("sources", found.compactMap { data.sources[$0]?.reference }.joined(separator: "; "))
      card.add("notes", series.notes)
      var table = TextTable(
        columns: [.text("year")] + series.dimensions.map { .text($0.name) }
          + [.number("value"), .text("basis")])
      for entry in series.entries {
        table.add(
          [String(entry.year)] + entry.categories
            + [
              entry.value.map(shortestText) ?? entry.status?.rawValue ?? "", entry.basis.rawValue,
            ])
      }
      card.add("values", table)
      return card
    })
}
