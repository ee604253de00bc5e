import CareModel
import Foundation
import Parameters
import Scenarios
import Sensitivity

@testable import Tables

/// Batches over the data that ship, of one projected year.
enum BatchSample {
  static let folder = Result { try ScenarioFolder(CatalogueSample.data.get()) }

  static func model(
    _ scenarios: [String] = ["baseline"], _ indicators: [String] = ["gap", "children"],
    years: [Int] = [2025], adding overrides: [Override] = []
  ) throws -> BatchModel {
    let folder = try folder.get()
    return try BatchModel(
      of: folder.scenarios(named: scenarios), in: folder, data: CatalogueSample.data.get(),
      indicators: indicators.map { try BatchIndicator.named($0, at: Place(file: "test")) },
      years: years, adding: overrides, fundingBase: FundingBase.spendingPower.id)
  }

  static func analysis(
    _ method: SensitivityMethod, _ model: BatchModel, inputs: [String], baseRuns: Int? = 64,
    threads: Int? = nil, until rule: StoppingRule? = nil,
    _ change: (inout Settings) -> Void = { _ in }
  ) throws -> SensitivityBatch {
    var settings = Settings()
    change(&settings)
    return try SensitivityBatch(
      method, of: model,
      inputs: BatchInputs(inputs, grouped: method.joinsGroups, in: model.parameters),
      settings: settings, baseRuns: baseRuns, until: rule, arguments: ["sensitivity"],
      blockArguments: ["sensitivity"], version: "test", dataDigest: "none", threads: threads)
  }

  /// The lines of a file of some output.
  static func lines(_ output: BatchOutput, _ path: String) throws -> [[String]] {
    try text(output, path).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static func text(_ output: BatchOutput, _ path: String) throws -> String {
    let file = output.folder.files.first { $0.path == path }
    return String(decoding: try file?.bytes ?? [], as: UTF8.self)
  }

  static func output(_ batch: any Batch) throws -> BatchOutput {
    try BatchRun(batch).output(spool: FileManager.default.temporaryDirectory)
  }
}

/// Runs a body with a folder that is removed afterwards.
func withBatchFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("carecast-batch-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}
