extension ExportRules {
  /// Rules about time.
  static let time: [ExportRule] = [
    ExportRule(
      .fail, "time-period-number", "time_period holds digits only.",
      pair: { pair in
        pair.breaches(in: ["time_period"]) { isDigits($0) ? nil : "'\($0)' is not a number" }
      }),
    ExportRule(
      .fail, "time-identifier", "time_identifier is one of the guide's list.",
      pair: { pair in
        pair.breaches(in: ["time_identifier"]) {
          family(of: $0) == nil ? "'\($0)' is not in the guide's list" : nil
        }
      }),
    ExportRule(
      .fail, "time-identifier-mixed", "A file's time identifiers are of one family.",
      pair: { pair in
        let identifiers = pair.data.column("time_identifier")?.levels ?? []
        let families = Set(identifiers.compactMap { family(of: $0)?.name })
        guard families.count > 1 else { return [] }
        let text = families.sorted().joined(separator: "', '")
        return [.init(file: pair.name, column: "time_identifier", text: "mixes '\(text)'")]
      }),
    ExportRule(
      .fail, "time-period-digits",
      "time_period has the digits its identifier wants; six digits are consecutive years.",
      pair: { pair in
        pair.combinations(of: ["time_period", "time_identifier"]).compactMap { texts, row in
          guard
            let family = family(of: texts[1]), isDigits(texts[0]),
            !family.allows(texts[0])
          else { return nil }
          return .init(
            file: pair.name, row: row, column: "time_period",
            text: "\(texts[0]) is not a period of '\(texts[1])'")
        }
      }),
  ]

  /// Time identifiers that may stand in one file, and the digits of their periods.
  private struct Family: Sendable {
    let name: String
    let digits: Int
    let identifiers: Set<String>

    func allows(_ period: String) -> Bool {
      guard period.utf8.count == digits, let number = Int(period) else { return false }
      return digits == 4 || TimeIdentifier.areConsecutiveYears(number)
    }
  }

  private static func family(of identifier: String) -> Family? {
    families.first { $0.identifiers.contains(identifier) }
  }

  private static let families: [Family] =
    [
      ("Calendar year", 4), ("Reporting year", 4), ("Academic year", 6), ("Financial year", 6),
      ("Tax year", 6), ("Autumn and spring term", 6),
    ].map { Family(name: $0, digits: $1, identifiers: [$0]) } + [
      Family(
        name: "Financial quarter", digits: 6,
        identifiers: Set((1...4).map { "Financial year Q\($0)" })),
      Family(
        name: "Half of a financial year", digits: 6,
        identifiers: ["Part 1 (April to September)", "Part 2 (October to March)"]),
      Family(
        name: "Term", digits: 6, identifiers: ["Autumn term", "Spring term", "Summer term"]),
      Family(
        name: "Month", digits: 4,
        identifiers: [
          "January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December",
        ]),
      Family(name: "Week", digits: 4, identifiers: Set((1...52).map { "Week \($0)" })),
    ]

  /// Whether a text is one or more ASCII digits.
  static func isDigits(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
