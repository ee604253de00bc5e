public import Foundation

/// The authorities most like each authority, nearest first.
///
/// Laws: every authority has as many neighbours as every other, each once and none itself. Being a
/// neighbour need not be mutual.
public struct StatisticalNeighbours: Sendable {
  /// What neighbours are chosen by.
  public let notes: String
  private let codes: [String: [Area]]

  /// Reads the neighbours.
  ///
  /// - Parameters:
  ///   - url: The file `statistical-neighbours.yaml`.
  ///   - areas: The authorities.
  ///   - sources: What the file may cite.
  ///   - file: Its name in messages.
  /// - Throws: `InputError` with all faults of the file.
  public init(
    _ url: URL, of areas: Areas, sources: Sources, as file: String = "statistical-neighbours.yaml"
  ) throws {
    let authorities = areas.authorities
    (notes, codes) = try YAMLFile.read(url, as: file) { root in
      guard let record = root.record("the neighbours") else { return nil }
      let notes = record.text("notes")
      if let citation = record.record("source") {
        _ = citation.choice("id", among: sources.ids)
        _ = citation.text("at")
        citation.finish()
      }
      let rows = record.value("neighbours")?.pairs()
      record.finish()
      guard let notes, let rows else { return nil }
      for area in authorities where !rows.contains(where: { $0.key == area.code }) {
        record.report(InputFault.missingKey(area.code, of: "neighbours"), at: "neighbours")
      }
      return (notes, Self.read(rows, among: authorities))
    }
  }

  /// The neighbours of an authority, nearest first; none of a region or England.
  public func neighbours(of area: Area) -> [Area] { codes[area.code] ?? [] }

  /// Reads the neighbours of every authority, as many as the first has.
  private static func read(
    _ rows: [(key: String, value: YAMLValue)], among authorities: [Area]
  ) -> [String: [Area]] {
    let codes = authorities.map(\.code)
    let byCode = Dictionary(uniqueKeysWithValues: zip(codes, authorities))
    var wanted: Int?
    var result: [String: [Area]] = [:]
    for (code, value) in rows {
      guard let items = value.list() else { continue }
      let count = wanted ?? max(1, items.count)
      wanted = count
      if byCode[code] == nil {
        value.report(InputFault.unknownName(of: "authority", found: code, among: codes))
      } else if items.count != count {
        value.report(
          InputFault.wrongType(
            of: code, expected: "a list of \(count)", found: "a list of \(items.count)"))
      }
      for item in items {
        let named = item.choice(of: "authority", among: codes) { byCode[$0] }
        guard let area = named else { continue }
        if area.code == code || result[code, default: []].contains(area) {
          item.report(InputFault.duplicateIdentifier(area.code, first: value.place))
        }
        result[code, default: []].append(area)
      }
    }
    return result
  }
}
