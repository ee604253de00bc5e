import Foundation
import Tables

/// What standard output is.
enum Terminal {
  /// Small charts and colour on a terminal alone; no colour where `NO_COLOR` is set, as
  /// https://no-color.org has it.
  static var style: TerminalStyle {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal =
      isatty(FileHandle.standardOutput.fileDescriptor) == 1 && environment["TERM"] != "dumb"
    return TerminalStyle(
      hasCharts: isTerminal,
      hasColour: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty)
  }
}
