public import Foundation

/// A publication that figures were carried over from.
public struct Source: Equatable, Sendable {
  /// The terms under which its figures are used.
  public enum Licence: String, CaseIterable, Sendable {
    /// Open Government Licence v3.0.
    case openGovernment = "OGL-UK-3.0"
    /// Single figures quoted from a copyright work, with attribution.
    case quoted = "quoted"
  }

  /// The id by which data files name it.
  public let id: String
  /// The publishing body.
  public let publisher: String
  /// The title of the publication.
  public let title: String
  /// When it appeared: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `not-stated`.
  public let released: String
  /// Where it can be read.
  public let address: String
  /// The terms of use.
  public let licence: Licence
  /// Title and address of the secondary publication it was read in, if it was.
  public let via: String?
}

extension Source {
  /// Reads the record of one source; `nil` after reporting at least one fault.
  init?(id: String, _ value: YAMLValue) {
    guard let record = value.record("source \(id)") else { return nil }
    let publisher = record.text("publisher")
    let title = record.text("title")
    let released = record.text("released")
    let address = record.text("address")
    let licence = record.choice("licence", of: Licence.self)
    let via = record.text("via", required: false)
    record.finish()
    if let released, !Source.isReleaseDate(released) {
      record.report(
        InputFault.wrongType(
          of: "released", expected: "YYYY-MM-DD, YYYY-MM, YYYY or not-stated",
          found: "'\(released)'"),
        at: "released")
      return nil
    }
    if let address, !address.hasPrefix("https://"), !address.hasPrefix("http://") {
      record.report(
        InputFault.wrongType(
          of: "address", expected: "an address that starts with https:// or http://",
          found: "'\(address)'"),
        at: "address")
      return nil
    }
    guard let publisher, let title, let released, let address, let licence else { return nil }
    self.init(
      id: id, publisher: publisher, title: title, released: released, address: address,
      licence: licence, via: via)
  }

  private static func isReleaseDate(_ text: String) -> Bool {
    switch text.utf8.count {
    case 4: Day(text + "-01-01") != nil
    case 7: Day(text + "-01") != nil
    case 10: Day(text) != nil || text == "not-stated"
    default: false
    }
  }
}

/// All sources, by id.
public struct Sources: Equatable, Sendable {
  /// The sources in the order of their ids.
  public let all: [Source]
  private let byID: [String: Source]

  /// The sources, each id once.
  public init(_ sources: [Source]) {
    all = sources.sorted { $0.id < $1.id }
    byID = Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0) })
  }

  /// Reads every `.yaml` file of a folder: each a mapping from id to source, an id in one file only.
  ///
  /// - Parameters:
  ///   - folder: The folder; one that is not there holds no sources.
  ///   - name: Its name in messages.
  /// - Throws: `InputError` with the faults of all files.
  public init(folder: URL, as name: String) throws {
    let read = try readTogether(yamlFiles(in: folder, as: name)) { file in
      try YAMLFile.read(file.url, as: file.name) { root in
        root.pairs()?.compactMap { id, value -> (source: Source, place: Place)? in
          guard isIdentifier(id) else {
            value.report(InputFault.invalidIdentifier(found: id))
            return nil
          }
          return Source(id: id, value).map { ($0, value.place) }
        }
      }
    }.flatMap { $0 }
    var places: [String: Place] = [:]
    let repeated = read.compactMap { source, place -> Fault? in
      guard let first = places.updateValue(place, forKey: source.id) else { return nil }
      return Fault(InputFault.duplicateIdentifier(source.id, first: first), at: place)
    }
    guard repeated.isEmpty else { throw InputError(repeated) }
    self.init(read.map(\.source))
  }

  /// All ids in order.
  public var ids: [String] { all.map(\.id) }

  /// Whether there is a source of that id.
  public func has(_ id: String) -> Bool { byID.index(forKey: id) != nil }

  /// The source of that id, or `nil`.
  public subscript(id: String) -> Source? { byID[id] }
}
