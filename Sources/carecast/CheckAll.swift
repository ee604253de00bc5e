import ArgumentParser
import Parameters

/// Every check that needs no argument, one after the other.
struct CheckAll: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all",
    abstract: "Run every check that needs no argument (the default).")

  /// The checks, the quickest first.
  private static let checks: [any ParsableCommand.Type] = [
    CheckDatasets.self, CheckHindcast.self, CheckPublished.self,
  ]

  func run() throws {
    var failures: [any CausedByInput] = []
    for check in Self.checks {
      print("== \(check.configuration.commandName ?? "")\n")
      do {
        var command = try check.parseAsRoot([])
        try command.run()
      } catch let error as any CausedByInput {
        failures.append(error)
      }
      print()
    }
    guard failures.isEmpty else { throw ChecksFailed(failures: failures) }
  }
}

/// One or more checks failed.
struct ChecksFailed: CausedByInput {
  /// What was wrong, in the order of the checks.
  let failures: [any CausedByInput]

  var description: String {
    failures.map { "\($0)" }.joined(separator: "\n")
  }
}
