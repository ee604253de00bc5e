public import Foundation
import LinearAlgebra

/// Everything in a data folder that the parameters rest on: sources, series and parameters.
public struct DataFolder: Sendable {
  /// Where the folder lies.
  public let url: URL
  /// `sources/*.yaml`
  public let sources: Sources
  /// `series/*/`, read as they are asked for.
  public let series: SeriesFolder
  /// `parameters/*.yaml` and `fitted/*.yaml`
  public let parameters: ParameterSet

  /// Reads a folder. A part that is not there is empty.
  ///
  /// - Parameters:
  ///   - url: Where it lies.
  ///   - everySeries: Whether to read all series at once, to check them; else each is read when it
  ///     is asked for.
  /// - Throws: `InputError` with the faults of all files of the first part that has any: sources,
  ///   then series, then parameters. Later parts would repeat the faults of those they name.
  public init(_ url: URL, everySeries: Bool = true) throws {
    let folder = { (name: String) in url.appendingPathComponent(name) }
    let sources = try Sources(folder: folder("sources"), as: "sources")
    let series = try SeriesFolder(folder("series"), sources: sources)
    if everySeries { _ = try series.all() }
    let names = ParameterFile.Names(sources: sources, series: series)
    // The fitted file is the longest, so it is begun first.
    let files = try ["fitted", "parameters"].flatMap { try yamlFiles(in: folder($0), as: $0) }
    let parameters = try readTogether(files) {
      try ParameterFile.read($0.url, as: $0.name, names: names)
    }
    self.url = url
    self.sources = sources
    self.series = series
    self.parameters = try ParameterSet(parameters.flatMap { $0 })
  }

  /// The series of that id.
  ///
  /// - Throws: `InputError` with the nearest id where there is none, or with the faults of its files.
  public func series(_ id: String) throws -> Series { try series.series(id) }

  /// England, its regions and its authorities: `areas.yaml`.
  ///
  /// - Throws: `InputError` with all faults of the file.
  public func areas() throws -> Areas { try Areas(url.appendingPathComponent("areas.yaml")) }

  /// The authorities most like each authority: `statistical-neighbours.yaml`.
  ///
  /// - Throws: `InputError` with all faults of the file.
  public func neighbours(of areas: Areas) throws -> StatisticalNeighbours {
    try StatisticalNeighbours(
      url.appendingPathComponent("statistical-neighbours.yaml"), of: areas, sources: sources)
  }
}

extension DataFolder {
  /// The SHA-256 digest of every file of a folder, for the manifest of a run.
  ///
  /// It is the digest of one line per file, `<sha-256 of the file>  <relative path>`, in the order
  /// of the paths' bytes; hidden files are left out. In a shell:
  /// `find * -type f -not -path '*/.*' | LC_ALL=C sort | xargs sha256sum | sha256sum`.
  ///
  /// - Throws: `InputError` where a file cannot be read.
  public static func digest(of folder: URL) throws -> String {
    let paths = try paths(under: folder)
    let lines = try concurrently(paths.indices) { index in
      let path = paths[index]
      let bytes = try contents(ofFile: folder.appendingPathComponent(path), as: path)
      return "\(sha256(bytes))  \(path)\n"
    }
    return sha256(Array(lines.joined().utf8))
  }

  private static func paths(under folder: URL) throws -> [String] {
    let paths = try names(in: folder).flatMap { name -> [String] in
      let item = folder.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: item.path, isDirectory: &isFolder)
      return exists && isFolder.boolValue
        ? try Self.paths(under: item).map { "\(name)/\($0)" } : [name]
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
