/// Where something was read: a file, and a line where one is known.
public struct Place: Hashable, Sendable, CustomStringConvertible {
  /// The file as the user knows it, relative to the data folder; or an option such as `--set`.
  public let file: String
  /// The line, from 1.
  public let line: Int?

  /// A place in a file.
  public init(file: String, line: Int? = nil) {
    self.file = file
    self.line = line
  }

  /// `file:line`
  public var description: String { line.map { "\(file):\($0)" } ?? file }
}

/// The facts of one thing that is wrong. Each target has one enum of its own.
public protocol FaultKind: Error {
  /// What is wrong, with the facts: one sentence without its full stop.
  var what: String { get }
  /// What would be right, or `nil` where the sentence says so.
  var allowed: String? { get }
  /// The valid name nearest to the one found, or `nil`.
  var nearest: String? { get }
}

/// One thing that is wrong in a file.
public struct Fault: Sendable {
  /// Where.
  public let place: Place
  /// What, as facts.
  public let kind: any FaultKind

  /// A fault at a place.
  public init(_ kind: any FaultKind, at place: Place) {
    self.kind = kind
    self.place = place
  }

  /// The file.
  public var file: String { place.file }
  /// The line, from 1, where one is known.
  public var line: Int? { place.line }
  /// What is wrong.
  public var what: String { kind.what }
  /// What would be right.
  public var allowed: String? { kind.allowed }
  /// The nearest valid name.
  public var nearest: String? { kind.nearest }
}

extension Fault: CustomStringConvertible {
  /// `file:line: what. Allowed: … Did you mean "x"?`
  public var description: String {
    var text = "\(place): \(what)."
    if let allowed { text += " Allowed: \(allowed)." }
    if let nearest { text += " Did you mean \"\(nearest)\"?" }
    return text
  }
}

/// Everything that is wrong with what was read: all faults of a file together.
public struct InputError: CausedByInput {
  /// At least one fault, in the order found.
  public let faults: [Fault]

  /// An error that holds these faults; there must be one.
  public init(_ faults: [Fault]) {
    precondition(!faults.isEmpty, "an input error needs a fault, found 0")
    self.faults = faults
  }

  /// An error of one fault.
  public init(_ kind: any FaultKind, at place: Place) {
    self.init([Fault(kind, at: place)])
  }

  /// One fault a line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
