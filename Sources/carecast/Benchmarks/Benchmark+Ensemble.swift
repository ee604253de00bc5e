import CareModel
import Datasets
import Ensemble
import Parameters
import Scenarios
import Tables

extension Benchmark {
  /// The whole job: England's baseline, ten years, every table with intervals, from data that have
  /// been read.
  static let ensemble = Benchmark(
    id: "ensemble", sentence: "draws of England's baseline over ten years, with every table"
  ) { options in
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let folder = try ScenarioFolder(data)
    let baseline = try folder.scenarios(named: ["baseline"])
    return try Set([1, options.threads]).sorted().map { (threads: Int) in
      try Measurement(
        "ensemble.\(threads)-thread", amount: options.draws, unit: "draws/s",
        repetitions: options.repetitions
      ) {
        _ = try RunResults(
          projecting: baseline, in: folder, data: data, through: CareModelInputs.openingYear + 10,
          ensemble: Ensemble(draws: options.draws, seed: 1, threads: threads))
      }
    }
  }
}
