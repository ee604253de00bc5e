public import Foundation
import Yams

/// Reads YAML files strictly: every key must be read, every fault of a file is reported together.
///
/// ```swift
/// let lever = try YAMLFile.read(url, as: "levers/kinship.yaml") { root -> Lever? in
///   guard let record = root.record("the lever") else { return nil }
///   let id = record.identifier("id")
///   let note = record.text("note", required: false)
///   record.finish()
///   guard let id else { return nil }
///   return Lever(id: id, note: note)
/// }
/// ```
public enum YAMLFile {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - url: Where the file lies.
  ///   - file: Its name in messages.
  ///   - body: Makes a result of the root value, or reports why it cannot and returns `nil`.
  /// - Returns: The result, if no fault was reported.
  /// - Throws: `InputError` with all faults, or what `body` throws.
  public static func read<Result>(
    _ url: URL, as file: String, _ body: (YAMLValue) throws -> Result?
  ) throws -> Result {
    guard let text = String(validating: try contents(ofFile: url, as: file), as: UTF8.self) else {
      throw InputError(InputFault.notUTF8, at: Place(file: file))
    }
    return try parse(text, as: file, body)
  }

  /// Reads YAML text, as `read` does a file.
  public static func parse<Result>(
    _ text: String, as file: String, _ body: (YAMLValue) throws -> Result?
  ) throws -> Result {
    let faults = FaultCollector(file: file)
    var result: Result?
    do {
      if let root = try YAMLNode(text) {
        result = try body(YAMLValue(root, name: "the file", faults: faults))
      } else {
        faults.report(InputFault.emptyFile, line: nil)
      }
    } catch let error as YamlError {
      report(error, to: faults)
    }
    try faults.throwIfAny()
    guard let result else {
      preconditionFailure("the reader of \(file) returned nothing and reported no fault")
    }
    return result
  }

  private static func report(_ error: YamlError, to faults: FaultCollector) {
    switch error {
    case .duplicatedKeysInMapping(let keys, let context):
      for key in keys { faults.report(InputFault.duplicateKey(key), line: context.mark.line) }
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      faults.report(InputFault.invalidYAML(problem: problem), line: mark.line)
    case .reader(let problem, let offset, _, let yaml):
      let line = offset.map { yaml.prefix($0).count { $0.isNewline } + 1 }
      faults.report(InputFault.invalidYAML(problem: problem), line: line)
    default:
      faults.report(InputFault.invalidYAML(problem: "\(error)"), line: nil)
    }
  }
}
