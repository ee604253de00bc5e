public import Tables

/// What can be said of a run's folder without running it again.
public enum RunChecks {
  /// The checks of some runs.
  ///
  /// - Parameters:
  ///   - runs: The runs.
  ///   - places: The places that their tables may be about.
  ///   - dataDigest: The digest of the data at hand.
  /// - Throws: `TableError` where a folder cannot be read.
  public static func all(
    of runs: [ReportedRun], places: Places, dataDigest: String
  ) throws -> [PageCheck] {
    try runs.flatMap { run -> [PageCheck] in
      let exports = try ExportCheck(run.folder, places: places)
      let fails = exports.count(.fail)
      let ofRun = runs.count > 1 ? " of \(run.name)" : ""
      let isSame = run.summary.data == dataDigest
      return [
        PageCheck(
          "\(exports.pairs) tables\(ofRun) keep the rules of Explore Education Statistics: \(fails) "
            + "breaches, \(exports.count(.warn)) warnings", isPassed: fails == 0),
        PageCheck(
          "The data that the run\(ofRun) rests on are \(isSame ? "" : "not ")those of the carecast that "
            + "made this page", isPassed: isSame),
      ]
    }
  }
}
