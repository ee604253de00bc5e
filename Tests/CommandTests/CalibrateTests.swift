import Foundation
import Testing

/// `carecast calibrate`, and the strength of its prior in other commands.
@Suite struct CalibrateTests {
  @Test(arguments: [
    ["calibrate"], ["calibrate", "--output", "fit", "--prior-strength", "0"],
    ["calibrate", "--output", "fit", "--prior-strength", "strong"],
  ])
  func whatCannotBeParsedEndsWith64(_ arguments: [String]) throws {
    let command = try Command(arguments)
    #expect(command.status == 64, Comment(rawValue: command.errors))
  }

  /// A stronger prior moves the central run; strength 1 is the kept fit.
  @Test func theStrengthOfThePriorActsOnARun() throws {
    func headline(_ more: [String]) throws -> String {
      let command = try Command(["project", "--scenario", "baseline", "--years", "3"] + more)
      #expect(command.status == 0, Comment(rawValue: command.errors))
      return command.output
    }
    let plain = try headline([])
    #expect(try headline(["--set", "calibration.prior-strength=1"]) == plain)
    #expect(try headline(["--set", "calibration.prior-strength=8"]) != plain)
  }

  @Test func aStrengthOutsideItsRangeEndsWith65() throws {
    let command = try Command("project", "--set", "calibration.prior-strength=1000")
    #expect(command.status == 65, Comment(rawValue: command.errors))
  }

  /// Parameters that the prior decided say so, and those of data do not.
  @Test func assumptionsFlagWhatThePriorDrives() throws {
    try withScratchFolder { scratch in
      let run = scratch.appendingPathComponent("run")
      #expect(
        try Command("project", "--scenario", "baseline", "--years", "1", "--output", run.path)
          .status == 0)
      let lines = try String(
        contentsOf: run.appendingPathComponent("assumptions.csv"), encoding: .utf8
      ).split(separator: "\n")
      let moves = lines.filter { $0.contains(",moves.rate.") }
      #expect(!moves.isEmpty && moves.allSatisfy { $0.contains(",prior,prior-driven,") })
      let rates = lines.filter { $0.contains(",entries.rate.") }
      #expect(!rates.isEmpty && rates.allSatisfy { $0.contains(",data,,") })
    }
  }
}
