import ArgumentParser
import CAllocator
import Foundation
import LinearAlgebra

/// Projects England's children's social care under scenarios.
///
/// Every command states its name: making names of types takes two milliseconds at each start.
@main
struct Carecast: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "carecast",
    abstract: "Projects England's children's social care under scenarios.",
    discussion: """
      Ten years from 31 March 2024: children in care, placement moves, care leavers, spending, a \
      reform programme and the funding gap, from published data alone.

      Examples:
        carecast project
        carecast project --output run
        carecast project --scenario baseline --set entries.trend=0
      """,
    version: "0.1.0",
    subcommands: [
      Project.self, Compare.self, SensitivityCommand.self, SweepCommand.self, SolveCommand.self,
      Merge.self, ReportCommand.self, List.self, Show.self,
      Diff.self,
      Reproduce.self,
      Calibrate.self, BacktestCommand.self, RegisterCommand.self, Check.self, Bench.self,
    ])

  /// Runs the command, and ends with 65 where a name, file or value is wrong.
  static func main() {
    endBLASWorkers()
    carecast_share_memory()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error where WrongInput.isCause(of: error) {
      WrongInput.report(error)
    } catch {
      exit(withError: error)
    }
  }
}
