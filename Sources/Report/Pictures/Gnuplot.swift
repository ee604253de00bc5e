public import Foundation

/// Runs gnuplot as a process of its own: the script on its standard input, the picture on its output.
public struct Gnuplot: Sendable {
  private let program: URL

  /// - Parameter program: Where gnuplot lies.
  public init(_ program: URL) {
    self.program = program
  }

  /// The first gnuplot of a search path.
  ///
  /// - Parameter path: Folders, `:` between them.
  /// - Throws: `ReportError.noGnuplot`.
  public init(searching path: String) throws {
    let places = path.split(separator: ":").map { "\($0)/gnuplot" }
    guard let found = places.first(where: FileManager.default.isExecutableFile) else {
      throw ReportError.noGnuplot
    }
    program = URL(fileURLWithPath: found)
  }

  /// Most bytes of a script: what a pipe holds, so that it can be written before gnuplot runs.
  private static let mostBytes = 60_000

  /// What gnuplot draws.
  ///
  /// - Parameters:
  ///   - script: The commands.
  ///   - picture: What it is called in messages.
  /// - Throws: `ReportError.notDrawn` where gnuplot says that something is wrong.
  func drawn(_ script: String, picture: String) throws -> [UInt8] {
    let bytes = Data(script.utf8)
    precondition(bytes.count <= Self.mostBytes, "a script of \(bytes.count) bytes")
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    let process = Process()
    process.executableURL = program
    // Without the user's own settings.
    process.arguments = ["-d"]
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
    let drawing: Data
    do {
      try input.fileHandleForWriting.write(contentsOf: bytes)
      try input.fileHandleForWriting.close()
      try process.run()
      drawing = try output.fileHandleForReading.readToEnd() ?? Data()
    } catch {
      throw ReportError.notDrawn(picture: picture, reason: error.localizedDescription)
    }
    let words = (try? errors.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0, !drawing.isEmpty else {
      let said = String(decoding: words, as: UTF8.self)
        .split(whereSeparator: \.isNewline).joined(separator: " ")
      throw ReportError.notDrawn(
        picture: picture,
        reason: said.isEmpty ? "it ended with \(process.terminationStatus)" : said)
    }
    return [UInt8](drawing)
  }
}
