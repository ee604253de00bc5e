import Foundation
import Parameters

/// What ends a command with 65, the code for data that are wrong: a name, a file or a value.
///
/// What cannot be parsed as a command ends with 64, which is ArgumentParser's.
enum WrongInput {
  /// Exit code for wrong data, EX_DATAERR of sysexits.
  static let exitCode: Int32 = 65

  /// Whether an error is of that kind.
  static func isCause(of error: any Error) -> Bool {
    error is any CausedByInput
  }

  /// Prints the error on standard error and ends the process.
  static func report(_ error: any Error) -> Never {
    FileHandle.standardError.write(Data("Error: \(error)\n".utf8))
    Foundation.exit(exitCode)
  }
}
