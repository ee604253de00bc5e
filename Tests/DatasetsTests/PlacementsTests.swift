import Datasets
import Foundation
import Parameters
import Testing

/// Placement types are data: what a new one still lacks is listed here.
@Suite struct PlacementsTests {
  /// Dimensions whose categories are placement types.
  static let dimensions: Set = ["placement", "origin", "destination"]

  struct Placement: Sendable {
    let id: String
    let position: Int
    let headings: [String]
    let placementCodes: [String]
    let providerCodes: [String]
  }

  let data: DataFolder
  let placements: [Placement]

  init() throws {
    data = try DataFolder(Datasets.folder)
    let folder = Datasets.folder.appending(path: "placements")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "yaml" }
    placements = try files.map { url in
      try YAMLFile.read(url, as: "placements/\(url.lastPathComponent)") { root in
        guard let record = root.record("placement type"),
          let id = record.identifier("id"), let position = record.integer("position"),
          let headings = record.texts("published_headings"),
          let placementCodes = record.texts("placement_codes"),
          let providerCodes = record.texts("provider_codes")
        else { return nil }
        if url.deletingPathExtension().lastPathComponent != id { return nil }
        return Placement(
          id: id, position: position, headings: headings, placementCodes: placementCodes,
          providerCodes: providerCodes)
      }
    }.sorted { $0.position < $1.position }
  }

  @Test func positionsCountFromOne() {
    #expect(!placements.isEmpty)
    #expect(placements.map(\.position) == Array(1...placements.count))
  }

  /// Every parameter by placement has a number for each placement type, in every combination with
  /// its other dimensions, and for nothing else.
  @Test func everyParameterHasAValueForEveryPlacement() {
    let ids = placements.map(\.id)
    let parameters = data.parameters.all.filter {
      !Self.dimensions.isDisjoint(with: $0.dimensions)
    }
    #expect(parameters.count >= 7)
    var missing: [String] = []
    var surplus: [String] = []
    for parameter in parameters {
      let categories = parameter.dimensions.indices.map { position in
        Self.dimensions.contains(parameter.dimensions[position])
          ? ids : distinct(parameter.keys.map { $0[position] })
      }
      let expected = categories.reduce([[]]) { keys, next in
        keys.flatMap { key in next.map { key + [$0] } }
      }
      let found = Set(parameter.keys)
      missing += expected.filter { !found.contains($0) }.map { path(parameter, $0) }
      surplus += found.subtracting(expected).map { path(parameter, $0) }.sorted()
    }
    #expect(missing.isEmpty, "no value for \(missing.joined(separator: ", "))")
    #expect(surplus.isEmpty, "of no placement type: \(surplus.joined(separator: ", "))")
  }

  /// Lines driven by weeks in care name placement types; each type is in one at least, and has a
  /// price above 0 in every line that names it and 0 in the others.
  @Test func everyPlacementHasASpendingLineAndAPrice() throws {
    let file = Datasets.folder.appending(path: "spending-lines.yaml")
    let lines = try YAMLFile.read(file, as: "spending-lines.yaml") { root in
      root.record("the list of lines")?.list("lines")?.compactMap {
        item -> (id: String, placements: [String])? in
        guard let record = item.record("the line"), let id = record.identifier("id"),
          record.has("child_weeks"), let placements = record.texts("child_weeks")
        else { return nil }
        return (id, placements)
      }
    }
    let ids = Set(placements.map(\.id))
    let named = Set(lines.flatMap(\.placements))
    #expect(ids.subtracting(named).isEmpty, "in no line: \(ids.subtracting(named).sorted())")
    #expect(named.subtracting(ids).isEmpty, "no type: \(named.subtracting(ids).sorted())")
    for line in lines {
      let prices = try data.parameters.parameter("unit-cost.\(line.id)")
      for value in prices.values {
        let priced = zip(value.table.keys, value.table.values).filter { $0.1 > 0 }.map { $0.0[0] }
        #expect(
          Set(priced) == Set(line.placements),
          "\(prices.id) from \(value.from): prices for \(priced), weeks of \(line.placements)")
      }
    }
  }

  /// The first heading is the group of the newest release.
  @Test func everyFirstHeadingIsPublished() throws {
    let stock = try data.series("children-looked-after-by-placement")
    let groups = Set(stock.dimensions[0].categories).subtracting(["Total"])
    for placement in placements {
      let heading = try #require(placement.headings.first, "\(placement.id) has no heading")
      #expect(groups.contains(heading), "\(placement.id): \(heading) is not in \(stock.id)")
    }
    let covered = Set(placements.compactMap(\.headings.first))
    #expect(groups == covered, "published, of no type: \(groups.subtracting(covered).sorted())")
  }

  /// A placement with its provider is of one type only.
  @Test func everyCodeBelongsToOneType() {
    var owners: [String: [String]] = [:]
    for placement in placements {
      #expect(!placement.placementCodes.isEmpty && !placement.providerCodes.isEmpty)
      for code in placement.placementCodes {
        for provider in placement.providerCodes {
          owners["\(code) \(provider)", default: []].append(placement.id)
        }
      }
    }
    let shared = owners.filter { $0.value.count > 1 }
    #expect(shared.isEmpty, "codes of two types: \(shared)")
  }

  /// Every type is open to some age, and every age has a type open to it.
  @Test func everyAgeHasAnOpenPlacement() throws {
    let profile = try data.parameters.parameter("placement.age-profile")
    let table = profile.values[0].table
    for placement in placements {
      let open = table.keys.filter { $0[0] == placement.id && table[$0]! > 0 }
      #expect(!open.isEmpty, "\(placement.id) is open to no age")
    }
    for age in distinct(table.keys.map { $0[1] }) {
      #expect(table.keys.contains { $0[1] == age && table[$0]! > 0 }, "nothing is open at \(age)")
    }
  }

  private func path(_ parameter: Parameter, _ keys: [String]) -> String {
    ([parameter.id] + keys).joined(separator: ".")
  }

  private func distinct(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
