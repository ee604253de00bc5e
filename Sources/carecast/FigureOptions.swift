import ArgumentParser
import CareModel
import Parameters
import Tables

/// Which figures of a run are looked at.
struct FigureOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Figures that are looked at: "
        + BatchIndicator.all.map(\.id).joined(separator: ", ")
        + ". If not given, the headline figures that there are.", valueName: "id"))
  var indicators: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Years to 31 March in which they are, 2025 to 2047.", valueName: "year"))
  var years = [2034]

  func validate() throws {
    try Self.check(years, of: "--years")
    guard !years.isEmpty, Set(years).count == years.count else {
      throw ValidationError("--years names no year, or one twice.")
    }
    guard Set(indicators).count == indicators.count else {
      throw ValidationError("--indicators names a figure twice.")
    }
  }

  /// Throws unless all years are projected.
  static func check(_ years: [Int], of option: String) throws {
    let allowed = CareModelInputs.openingYear + 1...CareModelInputs.openingYear + 23
    if let wrong = years.first(where: { !allowed.contains($0) }) {
      throw ValidationError(
        "\(option) has \(wrong). Allowed: \(allowed.lowerBound) to \(allowed.upperBound), the end of "
          + "the population data.")
    }
  }

  /// The options in a fixed form.
  var arguments: [String] {
    ["--years"] + years.map(String.init)
      + (indicators.isEmpty ? [] : ["--indicators"] + indicators)
  }

  /// The figures; none: the headline figures.
  func chosenIndicators() throws -> [BatchIndicator] {
    try indicators.map { try BatchIndicator.named($0, at: Place(file: "--indicators")) }
  }
}
