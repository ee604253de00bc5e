import Scenarios

/// The files of a run.
public enum RunFiles {
  /// Where the pairs for Explore Education Statistics lie.
  static let exports = "ees"

  /// All files of a run: in `ees/` the pair of every table of the catalogue that has rows;
  /// `changes.csv`, `headline.csv` and `run.json`.
  ///
  /// - Parameters:
  ///   - results: The results.
  ///   - version: Version of carecast.
  ///   - arguments: The arguments as given, without the program's own name.
  ///   - dataDigest: Digest of all data the run has read.
  ///   - seed: The seed of all random numbers; `nil` if none was drawn.
  /// - Throws: `TableError` where a table cannot be made, `InputError` where a parameter is missing.
  public static func folder(
    for results: RunResults, version: String, arguments: [String], dataDigest: String,
    seed: UInt64? = nil
  ) throws -> OutputFolder {
    var folder = OutputFolder()
    for table in Catalogue.all {
      guard let made = try table.tableIfAny(of: results) else { continue }
      try folder.add(made.files(), in: exports)
    }
    try folder.add([
      ChangesFile.file(of: results), HeadlineFile.file(of: results),
      RunManifest(of: results, version, arguments, dataDigest, seed).file,
    ])
    return folder
  }
}

extension RunManifest {
  /// The manifest of a run: also says of every scenario what the reader must know.
  fileprivate init(
    of results: RunResults, _ version: String, _ arguments: [String], _ dataDigest: String,
    _ seed: UInt64?
  ) {
    self.init(
      version: version, arguments: arguments,
      scenarios: results.scenarios.map {
        Scenario(id: $0.id, text: $0.assumptions.scenario.text)
      }, dataDigest: dataDigest, seed: seed,
      additions: [
        .init(
          "warnings",
          .object(
            results.scenarios.map {
              .init($0.id, .array($0.assumptions.warnings.map(JSONValue.string)))
            }))
      ])
  }
}
