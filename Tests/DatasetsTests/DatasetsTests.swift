import Datasets
import Foundation
import Parameters
import Testing

/// The data folder as it ships.
@Suite struct DatasetsTests {
  let data: DataFolder

  init() throws {
    data = try DataFolder(Datasets.folder)
  }

  /// Loading checks units, order of rows, digests, sources and ranges of every file.
  @Test func everyFileLoads() throws {
    #expect(!data.sources.all.isEmpty && !data.series.ids.isEmpty && !data.parameters.all.isEmpty)
    let folders = try FileManager.default.contentsOfDirectory(
      at: Datasets.folder.appending(path: "series"), includingPropertiesForKeys: nil)
    #expect(
      Set(data.series.ids) == Set(folders.map(\.lastPathComponent).filter { !$0.hasPrefix(".") }))
  }

  /// Parameters, series and sources are named in one another and in scenarios: an id is one thing.
  @Test func everyIdIsUnique() throws {
    let ids = data.parameters.ids + data.series.ids + data.sources.ids
    let repeated = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    #expect(repeated.isEmpty, "used twice: \(repeated)")
  }

  /// What a citation names is a source, in the files that `DataFolder` does not read too.
  @Test func everyCitedSourceExists() throws {
    let unknown = try citations().filter { data.sources[$0.source] == nil }
    #expect(unknown.isEmpty, "\(unknown.map { "\($0.file): \($0.source)" })")
  }

  /// A source that nothing was carried over from has no place in the list.
  @Test func everySourceIsCited() throws {
    let cited = Set(try citations().map(\.source))
    let unused = data.sources.ids.filter { !cited.contains($0) }
    #expect(unused.isEmpty, "cited nowhere: \(unused)")
  }

  /// In one series a year is of one release.
  @Test func everyYearOfASeriesIsOfOneVintage() throws {
    for series in try data.series.all() {
      for (year, rows) in Dictionary(grouping: series.entries, by: \.year) {
        let sources = Set(rows.map(\.source))
        #expect(sources.count == 1, "\(series.id), \(year): \(sources.sorted())")
      }
    }
  }

  /// A category that no row has, or a cell twice, would be a fault of the list of categories.
  @Test func everyCategoryOfASeriesOccurs() throws {
    for series in try data.series.all() {
      for (position, dimension) in series.dimensions.enumerated() {
        let found = Set(series.entries.map { $0.categories[position] })
        let absent = dimension.categories.filter { !found.contains($0) }
        #expect(absent.isEmpty, "\(series.id), \(dimension.name): no row for \(absent)")
      }
    }
  }

  /// Outturn ends at 31 March 2024; later figures are forecasts, projections or announcements of
  /// sources that say so.
  @Test func noOutturnIsLaterThanTheModel() throws {
    for series in try data.series.all() where series.unit.id == "children" {
      guard series.time == .reportingYear, !series.id.hasPrefix("published-figures") else {
        continue
      }
      #expect(series.years.allSatisfy { $0 <= 2024 }, "\(series.id): \(series.years)")
    }
  }

  /// One digit changed in one row of a series is found by its digest.
  @Test func aChangedFigureIsFoundByItsDigest() throws {
    let copy = FileManager.default.temporaryDirectory.appending(
      path: "carecast-datasets-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: copy) }
    try FileManager.default.createDirectory(
      at: copy.appending(path: "series"), withIntermediateDirectories: true)
    for part in ["sources", "series/children-looked-after"] {
      try FileManager.default.copyItem(
        at: Datasets.folder.appending(path: part), to: copy.appending(path: part))
    }
    let before = try DataFolder.digest(of: copy)
    #expect(try DataFolder(copy).series.ids.count == 1)

    let file = copy.appending(path: "series/children-looked-after/data.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    let changed = text.replacing("83530", with: "83540", maxReplacements: 1)
    try #require(changed != text)
    try Data(changed.utf8).write(to: file)
    let error = try #require(throws: InputError.self) { try DataFolder(copy) }
    #expect(error.description.contains("the digest is sha256:"), "\(error)")
    #expect(try DataFolder.digest(of: copy) != before)
  }
}

extension DatasetsTests {
  /// A source that a file cites.
  struct CitedSource {
    let file: String
    let source: String
  }

  /// Every citation: rows of series, values of parameters, and wherever else a mapping has `id` and
  /// `at` (levers, scenarios, placements, lines).
  private func citations() throws -> [CitedSource] {
    var found = try data.series.all().flatMap { series in
      series.entries.map { CitedSource(file: "series/\(series.id)", source: $0.source) }
    }
    for parameter in data.parameters.all {
      found += parameter.values.compactMap(\.citation).map {
        CitedSource(file: parameter.place.file, source: $0.source)
      }
    }
    for url in try yamlFiles(below: Datasets.folder) {
      let file = url.lastPathComponent
      let cited = try YAMLFile.read(url, as: file) { root in Optional(sources(in: root)) }
      found += cited.map { CitedSource(file: file, source: $0) }
    }
    return found
  }

  private func sources(in value: YAMLValue) -> [String] {
    if value.isList { return value.list()?.flatMap { sources(in: $0) } ?? [] }
    guard value.isRecord, let pairs = value.pairs() else { return [] }
    let keys = Set(pairs.map(\.key))
    return pairs.flatMap { key, value -> [String] in
      key == "id" && keys.contains("at") ? [value.text()].compactMap { $0 } : sources(in: value)
    }
  }
}

/// Every YAML file below a folder, but for those that list sources.
private func yamlFiles(below folder: URL) throws -> [URL] {
  let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  return paths.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("sources/") }.sorted().map {
    folder.appending(path: $0)
  }
}
