import Foundation

/// The built command, run as a person would run it.
struct Command {
  let status: Int32
  let output: String
  let errors: String

  /// Runs `carecast` with arguments, standard output and error apart.
  init(_ arguments: String...) throws { try self.init(arguments) }

  /// Runs `carecast` with a list of arguments, and with variables added to its environment.
  init(_ arguments: [String], environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = try Self.products.appendingPathComponent("carecast")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("carecast-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files, not pipes: a full pipe would stop the command.
    let files = try ["output", "errors"].map { name in
      let url = folder.appendingPathComponent(name)
      try Data().write(to: url)
      return url
    }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOf: files[0], encoding: .utf8)
    errors = try String(contentsOf: files[1], encoding: .utf8)
  }

  /// Where the package's products lie: beside the bundle of the tests.
  private static var products: URL {
    get throws {
      let bundle = CommandLine.arguments.first { $0.contains("PackageTests") }
      return URL(fileURLWithPath: bundle ?? CommandLine.arguments[0]).deletingLastPathComponent()
    }
  }
}

/// A folder for one test, removed afterwards.
func withScratchFolder(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("carecast-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}
