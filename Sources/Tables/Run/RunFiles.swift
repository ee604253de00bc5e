public import Foundation
import Parameters
import Scenarios
import Ensemble
import LinearAlgebra

/// The files of a run.
public enum RunFiles {
  /// Where the pairs for Explore Education Statistics lie.
  static let exports = "ees"

  /// All files of a run: every table of the catalogue that has rows, in every form asked for;
  /// `assumptions.csv`, `changes.csv` and `headline.csv`; a description of each of these for
  /// programs; `datapackage.json` and `run.json`.
  ///
  /// - Parameters:
  ///   - results: The results.
  ///   - formats: The forms in which tables are written.
  ///   - version: Version of carecast.
  ///   - arguments: The arguments as given, without the program's own name.
  ///   - dataDigest: Digest of all data the run has read.
  ///   - keepsDraws: Whether `draws.csv` is written too, in a run with draws.
  ///   - budget: What spending is set against in `budget.csv`.
  /// - Throws: `TableError` where a table cannot be made, `InputError` where a parameter is missing.
  public static func folder(
    for results: RunResults, formats: [RunFormat] = [.ees], version: String, arguments: [String],
    dataDigest: String, keepsDraws: Bool = false, budget: Budget? = nil
  ) throws -> OutputFolder {
    if budget != nil { try results.require("a budget") }
    let tables = try tables(of: results)
    let budgets: [@Sendable () throws -> [DescribedFile]] =
      budget.map { budget in
        [{ @Sendable in [try BudgetFile.file(of: BudgetFile.rows(of: budget, in: results))] }]
      } ?? []
    return try folder(
      for: results, version, arguments, dataDigest, keepsDraws: keepsDraws,
      workbook: formats.hasWorkbook ? tables : nil,
      tables: formats.map { format in { @Sendable in try format.files(tables) } } + budgets)
  }

  /// The files of a run of several areas: tables have the rows of one area after those of another.
  /// Everything else is of England.
  ///
  /// - Parameters:
  ///   - results: The results.
  ///   - spool: Where tables wait to be moved to their place; on the same disk.
  ///   - keepsDraws: Whether `draws.csv` is written too, in a run with draws.
  ///   - budget: What spending is set against in `budget.csv`.
  ///   - report: Told how many areas are done.
  /// - Throws: As for one area; `TableError.notWritten` where a table cannot be put on disk.
  public static func folder(
    for results: AreaResults, formats: [RunFormat] = [.ees], version: String, arguments: [String],
    dataDigest: String, spool: URL, keepsDraws: Bool = false, budget: Budget? = nil,
    report: @Sendable (Int) -> Void = { _ in }
  ) throws -> OutputFolder {
    if formats.hasWorkbook { try RunWorkbook.check(areas: results.areas.count) }
    let made = try AreaFiles.files(
      of: results, formats: formats, spool: spool, budget: budget, report: report)
    return try folder(
      for: results.england.amongAreas(), version, arguments, dataDigest, keepsDraws: keepsDraws,
      workbook: formats.hasWorkbook ? made.tables : nil, tables: [{ made.files }])
  }

  /// Every table of the catalogue that has rows.
  static func tables(of results: RunResults) throws -> [OutputTable] {
    try concurrently(Catalogue.all.indices) {
      try Catalogue.all[$0].tableIfAny(of: results).map { table in
        results.intervals.map { $0.widened(table) } ?? table
      }
    }.compactMap { $0 }
  }

  private static func folder(
    for results: RunResults, _ version: String, _ arguments: [String], _ dataDigest: String,
    keepsDraws: Bool, workbook: [OutputTable]?, tables: [@Sendable () throws -> [DescribedFile]]
  ) throws -> OutputFolder {
    let parts: [@Sendable () throws -> [DescribedFile]] =
      tables + [
        { [try AssumptionsFile.file(of: results)] }, { [try ChangesFile.file(of: results)] },
        { [try HeadlineFile.file(of: results)] },
        { keepsDraws ? [try DrawsFile.file(of: results)].compactMap { $0 } : [] },
      ]
    let described = try concurrently(parts.indices) { try parts[$0]() }.flatMap { $0 }
    return try OutputFolder(
      described,
      others: workbook.map { [try RunWorkbook.file(of: results, $0, version: version)] } ?? [],
      sources: results.sources,
      manifest: RunManifest(of: results, version, arguments, dataDigest))
  }
}

extension RunManifest {
  /// The manifest of a run: also says what the run rests on, and of every scenario what the reader
  /// must know.
  fileprivate init(
    of results: RunResults, _ version: String, _ arguments: [String], _ dataDigest: String
  ) throws {
    self.init(
      version: version, arguments: arguments,
      scenarios: results.scenarios.map { Scenario($0.assumptions) }, dataDigest: dataDigest,
      seed: results.intervals?.ensemble.seed,
      additions: [
        .init("parameters", try AssumptionCount(of: results).json),
        .init(
          "warnings",
          .object(
            results.scenarios.map {
              .init($0.id, .array($0.assumptions.warnings.map { .string($0.sentence) }))
            })),
      ] + (results.coversParts ? [.init("areas", .string(AreaBasis.sentence(of: results)))] : [])
        + (results.intervals.map { [.init("intervals", .string($0.sentence))] } ?? []))
  }
}
