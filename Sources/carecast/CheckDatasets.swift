import ArgumentParser
import CareModel
import Datasets
import Parameters
import Scenarios
import Tables

/// Reads every file that ships, strictly.
struct CheckDatasets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasets",
    abstract: "Read every data file strictly: units, sources, digests, ranges, the fit, scenarios.")

  func run() throws {
    let data = try DataFolder(Datasets.folder)
    let inputs = try CareModelInputs(from: data)
    try data.checkFit()
    _ = try data.fittedDistribution()
    let scenarios = try ScenarioFolder(data)
    let cited = try CitedFigure.all(in: data)
    for name in scenarios.scenarios.map(\.id) + scenarios.levers.map(\.id) {
      _ = try scenarios.scenario(named: name).assumptions(from: scenarios)
    }
    print(
      """
      \(data.sources.all.count) sources, \(data.series.ids.count) series, \
      \(data.parameters.all.count) parameters, \(inputs.placements.count) placement types, \
      \(scenarios.levers.count) levers, \(scenarios.scenarios.count) scenarios and \
      \(cited.count) figures of others read: no fault.
      """)
  }
}
