/// What is needed to run a run again, written as `run.json`. It holds no clock: the same run on the
/// same kind of machine gives the same bytes.
public struct RunManifest: Sendable, Hashable {
  /// Name of the file; a folder that holds it is a previous run.
  public static let fileName = "run.json"

  /// Version of carecast.
  public let version: String
  /// The arguments as given, without the program's own name.
  public let arguments: [String]
  /// The scenarios that were run.
  public let scenarios: [Scenario]
  /// Digest of all data the run has read, such as `sha256:…`.
  public let dataDigest: String
  /// The seed of all random numbers; `nil` if none was drawn.
  public let seed: UInt64?
  /// Operating system and processor, such as `linux x86_64`.
  public let platform: String
  /// Anything else worth recording, written last.
  public let additions: [JSONValue.Member]

  /// A scenario with the whole text of its file.
  public struct Scenario: Sendable, Hashable {
    /// Its id.
    public let id: String
    /// The file's text.
    public let text: String

    /// A scenario by its id and its file's text.
    public init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  /// A manifest; see the properties.
  public init(
    version: String, arguments: [String], scenarios: [Scenario], dataDigest: String,
    seed: UInt64?, platform: String = RunManifest.platform, additions: [JSONValue.Member] = []
  ) {
    self.version = version
    self.arguments = arguments
    self.scenarios = scenarios
    self.dataDigest = dataDigest
    self.seed = seed
    self.platform = platform
    self.additions = additions
  }

  /// The manifest as JSON. The seed is a string of digits: many readers would round the number.
  public var json: JSONValue {
    .object(
      [
        .init("program", "carecast"),
        .init("version", .string(version)),
        .init("arguments", .array(arguments.map(JSONValue.string))),
        .init(
          "scenarios",
          .array(scenarios.map { ["id": .string($0.id), "text": .string($0.text)] })),
        .init("data", .string(dataDigest)),
        .init("seed", seed.map { .string(String($0)) } ?? .null),
        .init("platform", .string(platform)),
      ] + additions)
  }

  /// The file `run.json`.
  public var file: OutputFile {
    OutputFile(path: RunManifest.fileName, bytes: Array(json.text.utf8))
  }

  /// Operating system and processor for which the program was built.
  public static var platform: String { "\(operatingSystem) \(processor)" }

  private static var operatingSystem: String {
    #if os(Linux)
      "linux"
    #elseif os(macOS)
      "macos"
    #elseif os(Windows)
      "windows"
    #else
      "other"
    #endif
  }

  private static var processor: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "other"
    #endif
  }
}
