import ArgumentParser
import Datasets
import Foundation
import LinearAlgebra
import Parameters
import Scenarios
import Sensitivity
import Tables

/// Says which assumptions matter.
struct SensitivityCommand: BatchCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Say which assumptions matter to a figure, how much and how surely.",
    discussion: """
      Parameters are drawn from their spreads by the design of a method, the model is run for each \
      row, and the figures that result are taken apart. All methods give an interval for every \
      figure they draw. `carecast list methods` says what each is for.

      Examples:
        carecast sensitivity --method tornado
        carecast sensitivity --method morris --indicators gap children --years 2029 2034
        carecast sensitivity --method sobol --inputs entries.rate entries.trend price.drift \
      --runs 1024 --second-order --output run-sobol
        carecast sensitivity --method prim --indicators gap --cases highest 0.2
        carecast sensitivity --method evppi --scenario baseline stable-homes --indicators \
      gap_cumulative
      """)

  @Option(help: "Method, one of \(SensitivityMethod.all.map(\.id).joined(separator: ", ")).")
  var method = "sobol"

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Scenarios, all on the same draws: as for carecast project.", valueName: "name"))
  var scenario = ["baseline"]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Parameters, or parameters and categories; every parameter that is drawn, if not given. The "
        + "numbers of one move together, but for shares that add up to 1.", valueName: "path"))
  var inputs: [String] = []

  @Flag(help: "Move every number of an input by itself.")
  var apart = false

  @Option(
    help: ArgumentHelp(
      "Base runs. Each is one run; with sobol 2 + G runs for G inputs (2 + 2 G with --second-order), "
        + "with morris, dgsm and shapley 1 + G, with fast a curve of --curve-points for each of 1 + G, with tornado "
        + "1 + 2 G and with fractional-factorial about 2 G, and there is one. If not given, as many as make "
        + "about \(SensitivityBatch.usualRuns) runs.", valueName: "number"))
  var runs: Int?

  @Option(help: "What the design depends on: the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Flag(
    help:
      "Figures of pairs too, with sobol, polynomial-chaos, gaussian-process and fractional-factorial."
  )
  var secondOrder = false

  @Option(
    help: "Formulas of sobol: \(SobolEstimator.all.map(\.id).joined(separator: ", ")).")
  var estimator = SobolEstimator.saltelli.id

  @Option(help: "Scrambles of the quasi-random points, from which intervals come: 4 to 64.")
  var replicates = 32

  @Option(help: "Take independent points instead, and this many bootstrap resamples: 20 to 10000.")
  var resamples: Int?

  @Option(help: "Levels of morris, even.")
  var levels = 4

  @Option(help: "Trajectories among which morris picks those that lie furthest apart.")
  var candidates = 0

  @Option(help: "Slices of pawn, 2 to 255.")
  var slices = 10

  @Option(help: "Cosines of each input with rbd-fast, 1 to 100.")
  var harmonics = Settings().harmonics

  @Option(help: "Points of a curve of fast, 45 to 65521.")
  var curvePoints = Settings().curvePoints

  @Option(help: "Share of the runs below the split of regional, between 0 and 1.")
  var split = 0.5

  @Option(
    help:
      "The lower probability at which tornado and fractional-factorial take each input; the other is as far from 1."
  )
  var tail = 0.1

  @Option(
    help: ArgumentHelp(
      "Observations of the study that evsi values. The default is worth as much as what is known now.",
      valueName: "number"))
  var studySize = Settings().studySize

  @Option(
    help: ArgumentHelp(
      "How many observations what is known now of an input is worth, with evsi: the variance of one over "
        + "that of the input.", valueName: "number"))
  var priorSize = Settings().priorSize

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Runs that prim and cart look for: those above or below a value of the indicator, or the highest "
        + "or lowest share of them, such as highest 0.1.", valueName: "word number"))
  var cases: [String] = []

  @Option(help: "The most boxes that prim gives.")
  var boxes = Settings().boxes

  @Option(help: "Share of a box's runs that prim takes away at a time.")
  var peel = Settings().peel

  @Option(help: "The least share of the runs in a box of prim or a leaf of cart.")
  var leastMass = Settings().leastMass

  @Option(
    help:
      "What cart tells apart: \(TreeTarget.allCases.map(\.rawValue).joined(separator: " or "))."
  )
  var tree = TreeTarget.cases.rawValue

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Double the runs until every figure of a kind that is above a size has an interval of at most a "
        + "half-width, such as total-order 0.05 0.02; at most --runs.",
      valueName: "kind size half-width"))
  var until: [String] = []

  @Flag(help: "Leave out every base run with a run that failed, instead of refusing.")
  var dropFailed = false

  @OptionGroup var figures: FigureOptions
  @OptionGroup var options: ModelOptions
  @OptionGroup var out: BatchOutputOptions

  func validate() throws {
    if let runs, runs < 1 { throw ValidationError("--runs is \(runs). Allowed: 1 or more.") }
    guard Set(scenario).count == scenario.count, !scenario.isEmpty else {
      throw ValidationError("--scenario names no scenario, or one twice.")
    }
    guard until.isEmpty || out.shard == nil else {
      throw ValidationError("--until decides from all runs when to stop; leave it or --shard out.")
    }
  }

  func run() throws {
    let digest = Background { try DataFolder.digest(of: Datasets.folder) }
    let batch = try analysis { try digest.value() }
    Progress.say(
      "\(batch.baseRuns) base runs of \(batch.unitRows), \(batch.baseRuns * batch.unitRows) runs")
    try out.carryOut(batch, saying: "blocks of runs")
  }

  func batch(dataDigest: String) throws -> any Batch { try analysis { dataDigest } }

  /// The analysis.
  private func analysis(_ dataDigest: () throws -> String) throws -> SensitivityBatch {
    let method = try SensitivityMethod.all.named(
      method, of: "method", at: Place(file: "--method"), by: \.id)
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let all = try ScenarioFolder(data)
    let scenarios = try all.scenarios(named: scenario)
    let folder = try all.opened(for: scenarios)
    let model = try BatchModel(
      of: scenarios, in: folder, data: data,
      indicators: figures.chosenIndicators(), years: figures.years,
      adding: options.overrides(in: folder), fundingBase: options.funding)
    let inputs = try BatchInputs(
      inputs, apart: apart, grouped: method.joinsGroups, in: model.parameters)
    return try SensitivityBatch(
      method, of: model, inputs: inputs, settings: settings(), baseRuns: runs,
      until: rule(of: method), arguments: arguments, blockArguments: blockArguments,
      version: Carecast.configuration.version, dataDigest: dataDigest(), threads: options.threads)
  }

  /// The arguments in a fixed form that decide the runs.
  private var blockArguments: [String] {
    ["sensitivity", "--method", method, "--scenario"] + scenario
      + (inputs.isEmpty ? [] : ["--inputs"] + inputs) + (apart ? ["--apart"] : [])
      + (runs.map { ["--runs", String($0)] } ?? []) + ["--seed", String(seed)]
      + (secondOrder ? ["--second-order"] : []) + ["--estimator", estimator]
      + ["--replicates", String(replicates)]
      + (resamples.map { ["--resamples", String($0)] } ?? [])
      + ["--levels", String(levels), "--candidates", String(candidates)]
      + ["--slices", String(slices), "--split", String(split), "--tail", String(tail)]
      + ["--harmonics", String(harmonics), "--curve-points", String(curvePoints)]
      + ["--study-size", String(studySize), "--prior-size", String(priorSize)]
      + ["--cases"] + (cases.isEmpty ? Self.text(of: Settings().cases) : cases)
      + ["--boxes", String(boxes), "--peel", String(peel), "--least-mass", String(leastMass)]
      + ["--tree", tree] + figures.arguments + options.arguments
  }

  /// The arguments in a fixed form that decide the output, for the manifest.
  private var arguments: [String] {
    blockArguments + (until.isEmpty ? [] : ["--until"] + until)
      + (dropFailed ? ["--drop-failed"] : [])
  }

  private func settings() throws -> Settings {
    let estimator = try SobolEstimator.all.named(
      estimator, of: "estimator", at: Place(file: "--estimator"), by: \.id)
    var settings = Settings()
    settings.seed = seed
    settings.sampling =
      resamples.map { .monteCarlo(resamples: $0) } ?? .quasiRandom(replicates: replicates)
    settings.failures = dropFailed ? .dropBlocks : .refuse
    settings.estimator = estimator
    settings.secondOrder = secondOrder
    settings.levels = levels
    settings.candidates = candidates
    settings.slices = slices
    settings.harmonics = harmonics
    settings.curvePoints = curvePoints
    settings.split = split
    settings.tail = tail
    settings.studySize = studySize
    settings.priorSize = priorSize
    settings.cases = try chosenCases()
    settings.boxes = boxes
    settings.peel = peel
    settings.leastMass = leastMass
    let target = try TreeTarget.allCases.named(
      tree, of: "target", at: Place(file: "--tree"), by: \.rawValue)
    settings.tree = target
    return settings
  }

  private static func text(of cases: CasesOfInterest) -> [String] {
    [cases.word.word, String(cases.word.number)]
  }

  private func chosenCases() throws -> CasesOfInterest {
    if cases.isEmpty { return Settings().cases }
    guard cases.count == 2, let number = Double(cases[1]),
      let chosen = CasesOfInterest(cases[0], number)
    else {
      throw BatchError.cases(cases.joined(separator: " "), words: CasesOfInterest.words)
    }
    return chosen
  }

  private func rule(of method: SensitivityMethod) throws -> StoppingRule? {
    if until.isEmpty { return nil }
    let kinds = method.kinds.map(\.id)
    guard until.count == 3, kinds.contains(until[0]), let above = Double(until[1]),
      let within = Double(until[2]), above >= 0, above.isFinite, within > 0, within.isFinite
    else { throw BatchError.rule(until.joined(separator: " "), kinds: kinds) }
    return StoppingRule(kind: until[0], above: above, within: within)
  }
}
