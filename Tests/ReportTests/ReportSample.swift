import CareModel
import Datasets
import Ensemble
import Foundation
import Parameters
import Scenarios
import Statistics
import Tables
import Testing

@testable import Report

/// Runs over the data that ship, written to folders that are removed when the tests end.
enum ReportSample {
  /// Three scenarios, three years, without draws.
  static let results = Result {
    try projected(["baseline", "review-in-full", "review-delayed-two-years"])
  }
  /// Two scenarios with 40 draws.
  static let drawn = Result {
    try projected(
      ["baseline", "review-in-full"], ensemble: Ensemble(draws: 40, seed: 1, threads: nil))
  }

  static func projected(
    _ ids: [String], fundingBase: String = "spending-power", ensemble: Ensemble? = nil
  ) throws -> RunResults {
    let data = try DataFolder(Datasets.folder)
    let folder = try ScenarioFolder(data)
    return try RunResults(
      projecting: ids.map { try folder.scenario($0) }, in: folder, data: data, through: 2027,
      fundingBase: fundingBase, ensemble: ensemble)
  }

  /// Writes a run.
  ///
  /// - Parameters:
  ///   - folder: Where its folder is made.
  ///   - name: What that is called.
  /// - Returns: Its path.
  static func write(
    _ results: RunResults, to folder: URL, named name: String = "run",
    arguments: [String] = ["project"], version: String = "test", digest: String = "0123"
  ) throws -> String {
    let path = folder.appendingPathComponent(name).path
    try RunFiles.folder(
      for: results, version: version, arguments: arguments, dataDigest: digest
    ).write(to: path)
    return path
  }

  /// A run of the three scenarios.
  static func comparison(in folder: URL) throws -> Comparison {
    try Comparison([ReportedRun(write(results.get(), to: folder))])
  }

  /// A run with ranges.
  static func drawnComparison(in folder: URL) throws -> Comparison {
    let path = try write(
      drawn.get(), to: folder, named: "drawn",
      arguments: ["project", "--draws", "40", "--seed", "1"])
    return try Comparison([ReportedRun(path)])
  }

  /// gnuplot, where it is installed.
  static let gnuplot = try? Gnuplot(
    searching: ProcessInfo.processInfo.environment["PATH"] ?? "")

  /// What tests that draw say where it is not.
  static let withoutGnuplot: Comment = "gnuplot is not installed: apt-get install gnuplot-nox"
}

/// A folder for one test, removed afterwards.
func withFolder(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("carecast-report-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}

/// Replaces text in a file.
func edit(_ path: String, _ text: String, with other: String) throws {
  let old = try String(contentsOfFile: path, encoding: .utf8)
  let new = old.replacing(text, with: other)
  precondition(new != old, "\(path) does not hold \(text)")
  try Data(new.utf8).write(to: URL(fileURLWithPath: path))
}
