import ArgumentParser
import CareModel
import Datasets
import Parameters
import Tables

/// Sets scenarios beside the first one: value, value, difference. Or an authority beside its neighbours.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare scenarios with the first one, or a council with its neighbours.",
    discussion: """
      Scenarios are set beside the first: baseline, scenario, difference. With --neighbours an \
      authority is set beside the ten that the Department for Education holds to be most like it, \
      under the first scenario.

      Examples:
        carecast compare
        carecast compare --scenario baseline review-in-full --years 5
        carecast compare --areas Kent --neighbours
      """)

  @OptionGroup var options: RunOptions

  @Option(
    help: ArgumentHelp("The authority to compare: a name, code or number.", valueName: "area"))
  var areas: String?

  @Flag(help: "Set it beside its statistical neighbours.")
  var neighbours = false

  func validate() throws {
    guard (areas != nil) == neighbours else {
      throw ValidationError("--areas names an authority to set beside its --neighbours: give both.")
    }
    guard neighbours || options.scenario.count >= 2 else {
      throw ValidationError("compare needs two scenarios or more, the one to compare with first.")
    }
    guard !neighbours || options.draws == nil else {
      throw ValidationError("--neighbours compares central runs: leave --draws out.")
    }
  }

  func run() throws {
    guard let areas else {
      let results = try options.results()
      RunOptions.warn(results)
      print(try ComparisonSummary(of: results).text(style: Terminal.style))
      return
    }
    print(try comparison(of: areas).text())
  }

  private func comparison(of name: String) throws -> NeighbourComparison {
    let library = DataLibrary(Datasets.folder)
    let all = try library.areas()
    let place = Place(file: "--areas")
    let area = try all.named(name, at: place)
    guard area.level == .localAuthority else {
      throw InputError(
        InputFault.unknownName(
          of: "local authority", found: area.name, among: all.authorities.map(\.name)), at: place)
    }
    var options = options
    options.scenario = [options.scenario[0]]
    let england = try options.results()
    RunOptions.warn(england, ofParts: true)
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let inputs = try CareModelInputs(from: data)
    let chosen = [area] + (try library.neighbours(of: all).neighbours(of: area)) + [.england]
    let results = try AreaResults(of: chosen, within: england, data: data)
    return try NeighbourComparison(
      of: chosen.map(results.results),
      children: chosen.map { area in
        try england.scenarios[0].projection.years.reduce(into: [:]) {
          $0[$1.year] =
            try results.shares.shares(of: area).population
            * inputs.population.children(inReportingYear: $1.year).reduce(0, +)
        }
      })
  }
}
