internal import Yams

/// One value of a YAML file: a text, a list or a record, with its line and a name for messages.
///
/// Every getter returns `nil` after reporting a fault, never a default.
public struct YAMLValue {
  /// The line on which the value starts, from 1.
  public let line: Int?
  /// What the value is called in messages.
  public let name: String
  /// Where faults of the file are gathered.
  public let faults: FaultCollector
  private let node: Node

  init(_ node: Node, name: String, faults: FaultCollector) {
    self.node = node
    self.name = name
    self.faults = faults
    self.line = node.mark?.line
  }

  /// Whether the value is a list.
  public var isList: Bool { node.sequence != nil }
  /// Whether the value is a record (a mapping).
  public var isRecord: Bool { node.mapping != nil }
  /// Where the value stands.
  public var place: Place { Place(file: faults.file, line: line) }

  /// Reports a fault at this value.
  public func report(_ kind: any FaultKind) {
    faults.report(kind, line: line)
  }

  /// The same value under another name.
  public func named(_ name: String) -> YAMLValue {
    YAMLValue(node, name: name, faults: faults)
  }

  /// A text that is not empty. Plain `null` and `~` are no text.
  public func text() -> String? {
    guard let scalar = node.scalar, !isNothing(scalar) else { return refuse("text") }
    return scalar.string
  }

  /// A finite number, written without quotes.
  public func number() -> Double? {
    guard let scalar = node.scalar, !isNothing(scalar) else { return refuse("a number") }
    guard scalar.style == .plain, let number = strictNumber(scalar.string) else {
      report(InputFault.notANumber(of: name, found: scalar.string))
      return nil
    }
    return number
  }

  /// A whole number, written without a point or quotes.
  public func integer() -> Int? {
    guard let scalar = node.scalar, scalar.style == .plain, let integer = Int(scalar.string)
    else { return refuse("a whole number") }
    return integer
  }

  /// `true` or `false`.
  public func flag() -> Bool? {
    guard let scalar = node.scalar, scalar.style == .plain, let flag = Bool(scalar.string)
    else { return refuse("true or false") }
    return flag
  }

  /// A day, `YYYY-MM-DD`.
  public func day() -> Day? {
    guard let scalar = node.scalar, let day = Day(scalar.string)
    else { return refuse("a day such as 2024-04-01") }
    return day
  }

  /// The items of a list.
  public func list() -> [YAMLValue]? {
    guard let sequence = node.sequence else { return refuse("a list") }
    return sequence.enumerated().map { index, item in
      YAMLValue(item, name: "item \(index + 1) of \(name)", faults: faults)
    }
  }

  /// The texts of a list, or one text as a list of one.
  public func texts() -> [String]? {
    guard isList, let items = list() else { return text().map { [$0] } }
    let texts = items.compactMap { $0.text() }
    return texts.count == items.count ? texts : nil
  }

  /// The pairs of a record whose keys are data, in the order of the file. For records with fixed
  /// keys use `record`.
  public func pairs() -> [(key: String, value: YAMLValue)]? {
    guard let mapping = node.mapping else { return refuse("a record of keys and values") }
    var pairs: [(key: String, value: YAMLValue)] = []
    for (key, value) in mapping {
      guard let text = YAMLValue(key, name: "a key of \(name)", faults: faults).text()
      else { continue }
      pairs.append((text, YAMLValue(value, name: "\(name), \(text)", faults: faults)))
    }
    return pairs.count == mapping.count ? pairs : nil
  }

  /// A record with fixed keys.
  ///
  /// - Parameter name: What the record is called in messages; its present name if `nil`.
  public func record(_ name: String? = nil) -> YAMLRecord? {
    named(name ?? self.name).pairs().map {
      YAMLRecord(name: name ?? self.name, line: line, pairs: $0, faults: faults)
    }
  }

  /// One name of a closed list.
  ///
  /// - Parameters:
  ///   - kind: What the names are, in messages: `unit`, `source`.
  ///   - names: All valid names.
  public func choice(of kind: String, among names: [String]) -> String? {
    guard let text = text() else { return nil }
    guard names.contains(text) else {
      report(InputFault.unknownName(of: kind, found: text, among: names))
      return nil
    }
    return text
  }

  /// An id: lower-case letters, digits and `-`, in parts joined by `.`.
  public func identifier() -> String? {
    guard let text = text() else { return nil }
    guard isIdentifier(text) else {
      report(InputFault.invalidIdentifier(found: text))
      return nil
    }
    return text
  }

  private func refuse<Result>(_ expected: String) -> Result? {
    let found =
      switch node {
      case .scalar(let scalar): isNothing(scalar) ? "nothing" : "'\(scalar.string)'"
      case .sequence: "a list"
      case .mapping: "a record"
      case .alias: "an alias"
      }
    report(InputFault.wrongType(of: name, expected: expected, found: found))
    return nil
  }

  private func isNothing(_ scalar: Node.Scalar) -> Bool {
    scalar.string.isEmpty || (scalar.style == .plain && ["~", "null"].contains(scalar.string))
  }
}

/// Whether a text can be an id: lower-case letters, digits and `-`, in parts joined by `.`.
func isIdentifier(_ text: String) -> Bool {
  text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
    !part.isEmpty
      && part.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
