/// All rules for the files that Explore Education Statistics takes, and the checking of files.
public enum ExportRules {
  /// The rules, by what they are about.
  public static let all: [ExportRule] =
    files + columns + time + places + filters + indicators + metadata

  /// Checks the folder against every rule.
  ///
  /// - Returns: The findings in the order of the rules; empty if there is nothing to put right.
  public static func findings(in folder: ExportFolder) -> [ExportRule.Finding] {
    all.flatMap { $0.findings(in: folder) }
  }

  /// Checks files that have not been written yet.
  ///
  /// - Parameter places: The places they may be about.
  /// - Throws: `TableError.notRead` where one that lies on disk cannot be read.
  public static func findings(
    in files: [OutputFile], places: Places
  ) throws(TableError) -> [ExportRule.Finding] {
    findings(in: try ExportFolder(files: files, places: places))
  }
}
