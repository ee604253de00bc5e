import Parameters
import Scenarios

extension OutputFolder {
  /// CSV files, a description of each for programs, the data package and the manifest.
  ///
  /// - Parameters:
  ///   - described: The CSV files.
  ///   - others: Files of other kinds.
  ///   - sources: Where the figures behind them were published.
  ///   - manifest: What is needed to have them again.
  /// - Throws: `TableError` where a path is wrong or there twice.
  init(
    _ described: [DescribedFile], others: [OutputFile] = [], sources: Sources,
    manifest: RunManifest
  ) throws {
    self.init()
    try add(described.map(\.file) + others)
    try add(described.map(CSVWFile.file))
    try add([
      DataPackage.file(of: described, version: manifest.version, sources: sources), manifest.file,
    ])
  }
}

extension RunManifest.Scenario {
  /// A scenario that was resolved.
  init(_ resolved: ScenarioAssumptions) {
    self.init(id: resolved.scenario.id, text: resolved.scenario.text)
  }
}
