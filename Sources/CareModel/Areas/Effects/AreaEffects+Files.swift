public import Foundation
public import Parameters

extension AreaEffects {
  /// The names of the files in `fitted/`.
  public static let estimateFile = "area-effects.csv"
  /// See ``estimateFile``.
  public static let spreadFile = "area-effect-spreads.csv"

  private static let estimateHeader = ["effect", "area", "estimate", "deviation", "own_share"]
  private static let spreadHeader = [
    "effect", "between_regions", "between_authorities", "yearly_change", "persistence", "dispersion",
  ]

  /// The estimates as a CSV file: effect by effect, authorities by their codes.
  public var estimateText: String {
    let rows = AreaEffect.all.flatMap { effect in
      (self[effect]?.estimates ?? [:]).sorted { $0.key < $1.key }.map { code, estimate in
        [effect.id, code]
          + [estimate.value, estimate.deviation, estimate.ownShare].map { shortestText($0) }
      }
    }
    return Self.lines([Self.estimateHeader] + rows)
  }

  /// The spreads as a CSV file.
  public var spreadText: String {
    let rows = AreaEffect.all.compactMap { effect in
      self[effect].map { fitted in
        [effect.id] + Self.numbers(of: fitted.spread).map { shortestText($0) }
      }
    }
    return Self.lines([Self.spreadHeader] + rows)
  }

  private static func numbers(of spread: Spread) -> [Double] {
    [
      spread.betweenRegions, spread.betweenAuthorities, spread.yearlyChange, spread.persistence,
      spread.dispersion,
    ]
  }

  private static func lines(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// Reads both files.
  ///
  /// - Parameters:
  ///   - folder: Where they lie.
  ///   - name: The folder's name in messages.
  ///   - areas: Each authority has a row for each effect.
  /// - Throws: `InputError` with all faults of the spreads, or else of the estimates.
  public static func read(_ folder: URL, as name: String, areas: Areas) throws -> AreaEffects {
    let spreads = try read(
      folder.appendingPathComponent(spreadFile), as: "\(name)/\(spreadFile)", spreadHeader,
      keys: 1, among: AreaEffect.all.map { [$0.id] }, allowed: spreadRanges)
    let codes = areas.authorities.map(\.code)
    let estimates = try read(
      folder.appendingPathComponent(estimateFile), as: "\(name)/\(estimateFile)", estimateHeader,
      keys: 2, among: AreaEffect.all.flatMap { effect in codes.map { [effect.id, $0] } },
      allowed: estimateRanges)
    return AreaEffects(
      Dictionary(
        uniqueKeysWithValues: AreaEffect.all.map { effect in
          let s = spreads[[effect.id]]!
          return (
            effect,
            Fitted(
              spread: Spread(
                betweenRegions: s[0], betweenAuthorities: s[1], yearlyChange: s[2],
                persistence: s[3], dispersion: s[4]),
              estimates: Dictionary(
                uniqueKeysWithValues: codes.map { code in
                  let e = estimates[[effect.id, code]]!
                  return (code, Estimate(value: e[0], deviation: e[1], ownShare: e[2]))
                }))
          )
        }))
  }

  private static let spreadRanges: [ClosedRange<Double>] = [0...5, 0...5, 0...5, 0...1, 0.01...100]
  private static let estimateRanges: [ClosedRange<Double>] = [-5...5, 0...5, 0...1]

  /// Reads a table of numbers that has one row for each of some keys.
  private static func read(
    _ url: URL, as file: String, _ header: [String], keys: Int, among expected: [[String]],
    allowed: [ClosedRange<Double>]
  ) throws -> [[String]: [Double]] {
    let table = try CSVTable(contentsOf: url, as: file)
    let faults = FaultCollector(file: file)
    guard table.header == header else {
      faults.report(InputFault.wrongHeader(found: table.header, expected: header), line: 1)
      try faults.throwIfAny()
      return [:]
    }
    let known = Set(expected)
    var lines: [[String]: Int] = [:]
    var rows: [[String]: [Double]] = [:]
    for row in table.rows {
      let key = Array(row.fields[..<keys])
      let named = key.joined(separator: " ")
      guard known.contains(key) else {
        faults.report(
          InputFault.unknownName(
            of: header[..<keys].joined(separator: " and "), found: named,
            among: expected.map { $0.joined(separator: " ") }), line: row.line)
        continue
      }
      if let first = lines.updateValue(row.line, forKey: key) {
        faults.report(InputFault.duplicateRow(row: named, first: first), line: row.line)
      }
      rows[key] = zip(row.fields.dropFirst(keys), allowed).enumerated().map { place, cell in
        let (text, range) = cell
        guard let number = strictNumber(text) else {
          faults.report(InputFault.notANumber(of: named, found: text), line: row.line)
          return 0
        }
        if !range.contains(number) {
          faults.report(
            InputFault.outOfRange(
              of: "\(header[keys + place]) of \(named)", value: number, allowed: range),
            line: row.line)
        }
        return number
      }
    }
    for key in expected where lines[key] == nil {
      faults.report(
        InputFault.missingKey(key.joined(separator: " "), of: "the rows"), line: nil)
    }
    try faults.throwIfAny()
    return rows
  }
}
