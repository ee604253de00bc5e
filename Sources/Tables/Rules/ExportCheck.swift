import Foundation

/// The checking of a folder of exports: what was looked at, and what was found.
public struct ExportCheck: Sendable {
  /// The folder that was looked at.
  public let folder: String
  /// Number of pairs in it, a data file and its metadata.
  public let pairs: Int
  /// Where it breaks which rules, in the order of the rules.
  public let findings: [ExportRule.Finding]

  /// Checks the pairs of a folder; of a run's folder those in its `ees/`.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - places: The places they may be about.
  /// - Throws: `TableError.notRead`; `noPairs` if the folder holds no pair.
  public init(_ folder: String, places: Places) throws(TableError) {
    let url = URL(fileURLWithPath: folder, isDirectory: true)
    let isRun = FileManager.default.fileExists(
      atPath: url.appendingPathComponent(RunManifest.fileName).path)
    self.folder = isRun ? url.appendingPathComponent(RunFiles.exports).relativePath : folder
    let files = try ExportFolder(reading: self.folder, places: places)
    pairs =
      files.names.filter {
        $0.hasSuffix(ExportFolder.metadataEnding)
          && files.names.contains(ExportFolder.partner(of: $0))
      }.count
    guard pairs > 0 else { throw .noPairs(self.folder) }
    findings = ExportRules.findings(in: files)
  }

  /// Number of findings of a severity.
  public func count(_ severity: ExportRule.Severity) -> Int {
    findings.filter { $0.severity == severity }.count
  }

  /// Throws `TableError.rulesBroken` if a rule is broken that has to be put right.
  public func throwIfAnyFails() throws(TableError) {
    let fails = count(.fail)
    guard fails == 0 else { throw .rulesBroken(folder: folder, fails: fails) }
  }

  /// The findings, each with what is allowed below it, and a last line that counts them.
  public var text: String {
    let lines = findings.flatMap { ["\($0)", "  Rule: \($0.allowed)"] }
    return (lines + [summary]).joined(separator: "\n")
  }

  private var summary: String {
    "\(folder): pairs \(pairs), rules \(ExportRules.all.count), FAIL \(count(.fail)), "
      + "WARN \(count(.warn))"
  }

  /// The same as JSON.
  public var json: JSONValue {
    [
      "folder": .string(folder),
      "pairs": .integer(pairs),
      "rules": .integer(ExportRules.all.count),
      "fail": .integer(count(.fail)),
      "warn": .integer(count(.warn)),
      "findings": .array(findings.map(\.json)),
    ]
  }
}

extension ExportRule.Finding {
  fileprivate var json: JSONValue {
    [
      "severity": .string(severity.rawValue),
      "rule": .string(rule),
      "file": .string(file),
      "row": row.map(JSONValue.integer) ?? .null,
      "column": column.map(JSONValue.string) ?? .null,
      "text": .string(text),
      "allowed": .string(allowed),
    ]
  }
}
