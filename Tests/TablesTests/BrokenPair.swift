import Tables

/// A pair that breaks a rule: the sample's good pair with texts replaced.
struct BrokenPair: Sendable {
  /// The id of the rule it breaks.
  let rule: String
  let files: [OutputFile]

  /// The sample's good pair.
  static let good: [OutputFile] = {
    do {
      return try Sample.definition().table(of: Sample.rows).files()
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// A pair made by hand.
  init(_ rule: String, files: [OutputFile]) {
    self.rule = rule
    self.files = files
  }

  /// The good pair with the first occurrences of some texts replaced, which have to be there.
  init(_ rule: String, data: [(String, String)] = [], meta: [(String, String)] = []) {
    self.rule = rule
    files = zip(BrokenPair.good, [data, meta]).map { file, changes in
      var text = file.text
      for (old, new) in changes {
        precondition(text.contains(old), "\(rule): no '\(old)' in \(file.path)")
        text = text.replacing(old, with: new, maxReplacements: 1)
      }
      return OutputFile(file.path, text)
    }
  }

  /// The good pair with all occurrences of a text replaced in both files.
  init(_ rule: String, everywhere old: String, _ new: String) {
    self.rule = rule
    files = BrokenPair.good.map {
      precondition($0.text.contains(old), "\(rule): no '\(old)' in \($0.path)")
      return OutputFile($0.path, $0.text.replacing(old, with: new))
    }
  }

  /// The good pair under another name.
  init(_ rule: String, stem: String) {
    self.rule = rule
    files = zip(BrokenPair.good, [".csv", ".meta.csv"]).map { OutputFile(stem + $1, $0.text) }
  }
}

extension BrokenPair {
  private static let lines = good[0].text.split(separator: "\n").map(String.init)
  private static let header = lines[0]
  private static let national = "National,E92000001,England,,,,,"
  private static let authority = "Local authority,E92000001,England,E12000001,North East"
  private static let long = String(repeating: "a", count: 121)
  private static let scenarioRow = "scenario,Filter,Scenario,,,,,,Baseline\n"
  private static let countRow = "children_count,Indicator,Number of children,,,0,,,\n"

  private static func data(_ text: String) -> [OutputFile] {
    [OutputFile("cs_sample.csv", text), good[1]]
  }

  /// At least one for each rule.
  static let all: [BrokenPair] = [
    BrokenPair("file-pair", files: [good[0]]),
    BrokenPair("file-pair", files: [good[1]]),
    BrokenPair("file-pair", files: good + [OutputFile("notes.txt", "x")]),
    BrokenPair("file-name", stem: "cs sample"),
    BrokenPair("file-name", stem: "CS_sample"),
    BrokenPair("file-name-length", stem: String(repeating: "a", count: 51)),
    BrokenPair("file-name-year", stem: "cs_202526"),
    BrokenPair("csv", files: data(good[0].text + "2026,Reporting year\n")),
    BrokenPair("no-rows", files: data(header + "\n")),
    BrokenPair(
      "row-limit", files: data("time_period\n" + String(repeating: "2024\n", count: 1_048_576))),
    BrokenPair("required-columns", data: [("country_name", "country")]),
    BrokenPair("duplicate-columns", data: [("scenario", "placement")]),
    BrokenPair("duplicate-columns", meta: [("indicator_unit", "label")]),
    BrokenPair("column-name-spaces", everywhere: "children_count", "children count"),
    BrokenPair("column-name-style", everywhere: "children_count", "Children_count"),
    BrokenPair("column-name-style", everywhere: "children_count", "1_children_count"),
    BrokenPair("column-name-length", data: [("scenario", String(long.prefix(51)))]),
    BrokenPair("characteristic-name", everywhere: "scenario", "characteristic"),
    BrokenPair("column-undescribed", meta: [(scenarioRow, "")]),
    BrokenPair("time-period-number", data: [("2024,", "2024/25,")]),
    BrokenPair("time-identifier", data: [("Reporting year", "Year")]),
    BrokenPair("time-identifier-mixed", data: [("Reporting year", "Calendar year")]),
    BrokenPair("time-period-digits", data: [("2024,", "202425,")]),
    BrokenPair("time-period-digits", data: [("2024,Reporting", "202426,Financial")]),
    BrokenPair("geographic-level", data: [("National", "Country")]),
    BrokenPair("country", data: [("E92000001", "E92000002")]),
    BrokenPair("country", data: [("England", "")]),
    BrokenPair("region-missing", data: [("E12000001,North East", ",")]),
    BrokenPair("region-lookup", data: [("E12000001,North East", "E12000001,North West")]),
    BrokenPair("la-columns", data: [("new_la_code", "la_code")]),
    BrokenPair("la-missing", data: [("805,E06000001", ",E06000001")]),
    BrokenPair("la-lookup", data: [("Hartlepool", "Hartlepol")]),
    BrokenPair("la-region", data: [(authority, "Local authority,E92000001,England,,")]),
    BrokenPair(
      "place-not-applicable", data: [(national, "National,E92000001,England,,North East,,,")]),
    BrokenPair("place-not-applicable", data: [("North East,,,", "North East,805,,")]),
    BrokenPair("time-place-total", data: [(national, "National,E92000001,England,,Total,,,")]),
    BrokenPair("time-place-total", data: [("Reporting year", "all")]),
    BrokenPair("place-name-length", data: [("Hartlepool", long)]),
    BrokenPair("place-code-length", data: [("E06000001", long)]),
    BrokenPair("filter-blank", data: [(",Foster,", ",,")]),
    BrokenPair("filter-spaces", data: [(",Foster,", ",Foster ,")]),
    BrokenPair("filter-item-length", data: [(",Foster,", ",\(long),")]),
    BrokenPair("filter-levels", files: data(good[0].text.replacing("Reform", with: "Baseline"))),
    BrokenPair(
      "filter-items",
      files: data(
        header + "\n"
          + (0...25_000).map { "2024,Reporting year,\(national),Baseline,item\($0),1,1\n" }
          .joined())),
    BrokenPair("filter-default", files: data(good[0].text.replacing("Total", with: "All"))),
    BrokenPair("filter-default", meta: [(",Baseline\n", ",Central\n")]),
    BrokenPair("sex-items", everywhere: "placement", "sex"),
    BrokenPair("duplicate-rows", files: data(good[0].text + lines[lines.count - 1] + "\n")),
    BrokenPair(
      "complete-matrix", files: data(lines.dropLast().map { $0 + "\n" }.joined())),
    BrokenPair("indicator-words", everywhere: "children_count", "comparable_count"),
    BrokenPair("indicator-words", everywhere: "children_count", "aromatic_count"),
    BrokenPair("indicator-words", everywhere: "children_count", "Male_count"),
    BrokenPair("indicator-blank", data: [(",1000,", ",,")]),
    BrokenPair("indicator-obsolete", data: [(",1000,", ",:,")]),
    BrokenPair("indicator-obsolete", data: [(",1000,", ",~,")]),
    BrokenPair("indicator-legacy", data: [(",1000,", ",N/A,")]),
    BrokenPair("indicator-legacy", data: [(",1000,", ",..,")]),
    BrokenPair("indicator-plain", data: [(",1000,", ",\"1,000\",")]),
    BrokenPair("indicator-plain", data: [(",1000,", ",£1000,")]),
    BrokenPair("indicator-plain", data: [(",1000,", ",1e3,")]),
    BrokenPair("indicator-plain", data: [(",1000,", ",1000%,")]),
    BrokenPair("null-text", data: [(",1000,", ",NA,")]),
    BrokenPair("null-text", data: [(",Foster,", ",NULL,")]),
    BrokenPair("null-text", meta: [("Filter by placement", "na")]),
    BrokenPair("meta-columns", meta: [("filter_hint", "hint")]),
    BrokenPair("meta-columns", meta: [(",filter_default", ",filter_standard")]),
    BrokenPair("meta-type", meta: [("scenario,Filter", "scenario,filter")]),
    BrokenPair("meta-name-in-data", meta: [("scenario,", "scenarios,")]),
    BrokenPair("meta-name-unique", meta: [(scenarioRow, scenarioRow + scenarioRow)]),
    BrokenPair("meta-time-place", meta: [("scenario,Filter", "time_period,Filter")]),
    BrokenPair("meta-label", meta: [("Number of children", "")]),
    BrokenPair("meta-label-unique", meta: [("Number of children", "Share of children")]),
    BrokenPair("meta-label-length", meta: [("Number of children", long)]),
    BrokenPair("meta-unit", meta: [("%", "percent")]),
    BrokenPair("meta-filter-unit", meta: [("Filter,Scenario,,,", "Filter,Scenario,,%,")]),
    BrokenPair("meta-filter-grouping", meta: [("Filter,Scenario,,", "Filter,Scenario,Group,")]),
    BrokenPair("meta-decimals", meta: [("%,1", "%,-1")]),
    BrokenPair("meta-decimals", meta: [("%,1", "%,1.5")]),
    BrokenPair("meta-decimals-set", meta: [("%,1", "%,")]),
    BrokenPair("meta-filter-decimals", meta: [("Filter,Scenario,,,", "Filter,Scenario,,,0")]),
    BrokenPair(
      "meta-indicator-hint",
      meta: [(countRow, "children_count,Indicator,Number of children,,,0,Count,,\n")]),
    BrokenPair(
      "meta-grouping-column", meta: [("Filter by placement,,", "Filter by placement,scenario,")]),
  ]
}
