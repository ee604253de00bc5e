import Foundation
import Parameters

/// What `run.json` says of a run.
struct RunSummary: Decodable, Sendable {
  let version: String
  let arguments: [String]
  let scenarios: [Scenario]
  /// Digest of all data that the run has read.
  let data: String
  let platform: String
  /// How many parameters the run has, by what they rest on; not said of a sensitivity analysis.
  let parameters: [String: Int]?
  /// What the ranges are, where there are any.
  let intervals: String?
  /// What the reader must know, by scenario.
  let warnings: [String: [String]]?

  /// A scenario with the whole text of its file.
  struct Scenario: Decodable, Sendable {
    let id: String
    let text: String
  }

  /// Reads the manifest.
  ///
  /// - Throws: `InputError` where it is none.
  init(_ bytes: [UInt8], as file: String) throws {
    do {
      self = try JSONDecoder().decode(RunSummary.self, from: Data(bytes))
    } catch {
      throw InputError(
        InputFault.unreadableFile(reason: "it is no manifest of a run: \(error)"),
        at: Place(file: file))
    }
  }

  /// The value of an option among the arguments; `nil` where it is not given.
  func option(_ name: String) -> String? {
    guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else {
      return nil
    }
    return arguments[place + 1]
  }

  /// What a person would type to make it again.
  ///
  /// - Parameter output: The folder to write.
  func command(output: String) -> String {
    (["carecast"] + arguments + ["--output", output]).map(Self.quoted).joined(separator: " ")
  }

  /// An argument as a shell takes it literally.
  static func quoted(_ argument: String) -> String {
    let plain = argument.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0))
        || "-_./=@,:+%".unicodeScalars.contains($0)
    }
    guard !plain || argument.isEmpty else { return argument }
    return "'" + argument.replacing("'", with: "'\\''") + "'"
  }
}

/// What a scenario's file says to a reader.
struct ScenarioWords: Sendable, Equatable {
  let title: String
  let question: String
  /// Whether other scenarios are compared with it.
  let isBase: Bool

  /// Reads the text of a scenario.
  ///
  /// - Throws: `InputError` where it has no title or question.
  init(_ scenario: RunSummary.Scenario, as file: String) throws {
    self = try YAMLFile.parse(scenario.text, as: "\(file), scenario \(scenario.id)") { root in
      guard let record = root.record("the scenario") else { return nil }
      let (title, question) = (record.text("title"), record.text("question"))
      guard let title, let question else { return nil }
      return ScenarioWords(
        title: title, question: question,
        isBase: !record.has("base") && !record.has("extends"))
    }
  }

  init(title: String, question: String, isBase: Bool) {
    self.title = title
    self.question = question
    self.isBase = isBase
  }
}
