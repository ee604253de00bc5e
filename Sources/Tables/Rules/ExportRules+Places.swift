import Parameters

extension ExportRules {
  /// Rules about places. Columns of levels other than nation, region and local authority are not
  /// looked at.
  static let places: [ExportRule] = [
    ExportRule(
      .fail, "geographic-level", "geographic_level is one of the guide's list.",
      pair: { pair in
        pair.breaches(in: ["geographic_level"]) {
          levels.contains($0) ? nil : "'\($0)' is not in the guide's list"
        }
      }),
    ExportRule(
      .fail, "country", "Every row names a country by code and name; England is E92000001.",
      pair: rows(["country_code", "country_name"]) { _, _, texts in
        let isEngland = texts == [Area.england.code, Area.england.name]
        return isEngland || isUnknown(code: texts[0], name: texts[1])
          ? nil : "'\(texts[0])', '\(texts[1])' is not England"
      }),
    ExportRule(
      .fail, "region-missing", "A regional row has region_code and region_name.",
      pair: rows(["region_code", "region_name"]) { _, level, texts in
        level == .regional && texts.contains("") ? "a regional row without its region" : nil
      }),
    ExportRule(
      .fail, "region-lookup", "region_code and region_name are a pair of the lookup.",
      pair: rows(["region_code", "region_name"]) { places, _, texts in
        texts.contains("") || places.hasRegion(code: texts[0], name: texts[1])
          ? nil : "'\(texts[0])', '\(texts[1])' is no region of the lookup"
      }),
    ExportRule(
      .fail, "la-columns", "The three columns of local authorities are all there, or none.",
      pair: { pair in
        let missing = authorityColumns.filter { pair.data.column($0) == nil }
        let levels = pair.data.column("geographic_level")?.levels ?? []
        let areNeeded = levels.contains(Area.Level.localAuthority.rawValue)
        guard areNeeded || missing.count < authorityColumns.count else { return [] }
        return missing.map { .init(file: pair.name, row: 1, column: $0, text: "is missing") }
      }),
    ExportRule(
      .fail, "la-missing", "A row of a local authority has its number and name.",
      pair: rows(["old_la_code", "la_name"]) { _, level, texts in
        level == .localAuthority && texts.contains("") ? "a local authority without them" : nil
      }),
    ExportRule(
      .fail, "la-lookup", "Codes and name of a local authority are those of the lookup.",
      pair: rows(authorityColumns) { places, _, texts in
        let isBlank = texts[0].isEmpty || texts[2].isEmpty
        return isBlank
          || places.hasAuthority(oldCode: texts[0], newCode: texts[1], name: texts[2])
          ? nil : "\(texts.joined(separator: ", ")) is not in the lookup"
      }),
    ExportRule(
      .warn, "la-region", "A row of a local authority has its region.",
      pair: rows(["region_code", "region_name"]) { _, level, texts in
        level == .localAuthority && texts.contains("") ? "a local authority without region" : nil
      }),
    ExportRule(
      .fail, "place-not-applicable",
      "Place columns are blank where they do not apply: regions for the nation, authorities for "
        + "regions.",
      pair: rows(["region_code", "region_name"] + authorityColumns) { _, level, texts in
        let mustBeBlank =
          switch level {
          case .national: texts[...]
          case .regional: texts[2...]
          case .localAuthority, nil: texts[..<0]
          }
        return mustBeBlank.first { !$0.isEmpty }.map { "'\($0)' in a row of a larger place" }
      }),
    ExportRule(
      .fail, "time-place-total", "Columns of time and place hold no 'Total' or 'All'.",
      pair: { pair in
        pair.breaches(in: ColumnName.timeAndPlace) {
          ["total", "all"].contains($0.lowercased()) ? "'\($0)' is no time or place" : nil
        }
      }),
    ExportRule(
      .warn, "place-name-length", "Names of places have at most 120 characters.",
      pair: { pair in
        pair.breaches(in: ["country_name", "region_name", "la_name"]) {
          $0.count > ColumnName.longestItem ? "has \($0.count) characters" : nil
        }
      }),
    ExportRule(
      .warn, "place-code-length", "Codes of places have at most 30 characters.",
      pair: { pair in
        pair.breaches(in: ["country_code", "region_code", "old_la_code", "new_la_code"]) {
          $0.count > ColumnName.longestCode ? "has \($0.count) characters" : nil
        }
      }),
  ]

  private static let authorityColumns = ["old_la_code", "new_la_code", "la_name"]

  private static let levels: Set<String> = [
    "National", "Regional", "Local authority", "RSC region", "Parliamentary constituency",
    "Local authority district", "Local skills improvement plan area",
    "Local enterprise partnership", "English devolved area", "Opportunity area", "Ward", "MAT",
    "Sponsor", "School", "Provider", "Planning area", "Institution",
  ]

  private static func isUnknown(code: String, name: String) -> Bool {
    code == "z" || code == "x" && name == "Not available"
  }

  /// A check of every distinct combination of level and some place columns.
  private static func rows(
    _ names: [String], _ fault: @escaping @Sendable (Places, Area.Level?, [String]) -> String?
  ) -> @Sendable (ExportPair) -> [ExportRule.Breach] {
    { pair in
      pair.combinations(of: ["geographic_level"] + names).compactMap { texts, row in
        fault(pair.places, Area.Level(rawValue: texts[0]), Array(texts.dropFirst())).map {
          .init(file: pair.name, row: row, column: names.joined(separator: "+"), text: $0)
        }
      }
    }
  }
}
