/// One value of a YAML file: a text, a list or a record, with its line and a name for messages.
///
/// Every getter returns `nil` after reporting a fault, never a default.
public struct YAMLValue {
  /// The line on which the value starts, from 1.
  public let line: Int?
  /// Where faults of the file are gathered.
  public let faults: FaultCollector
  private let content: YAMLNode.Content
  private let owner: String
  private let part: Part

  /// Which part of its owner a value is. Names are put together only for messages.
  private enum Part {
    case whole
    case item(Int)
    /// The value of a key.
    case key(String)
    /// A key itself.
    case aKey
  }

  private init(_ node: YAMLNode, _ part: Part, of owner: String, faults: FaultCollector) {
    self.line = node.line
    self.content = node.content
    self.owner = owner
    self.part = part
    self.faults = faults
  }

  init(_ node: YAMLNode, name: String, faults: FaultCollector) {
    self.init(node, .whole, of: name, faults: faults)
  }

  /// What the value is called in messages.
  public var name: String {
    switch part {
    case .whole: owner
    case .item(let number): "item \(number) of \(owner)"
    case .key(let key): "\(owner), \(key)"
    case .aKey: "a key of \(owner)"
    }
  }

  /// Whether the value is a list.
  public var isList: Bool { if case .list = content { true } else { false } }
  /// Whether the value is a record (a mapping).
  public var isRecord: Bool { if case .record = content { true } else { false } }
  /// Where the value stands.
  public var place: Place { Place(file: faults.file, line: line) }

  /// Reports a fault at this value.
  public func report(_ kind: any FaultKind) {
    faults.report(kind, line: line)
  }

  /// The same value under another name.
  public func named(_ name: String) -> YAMLValue {
    YAMLValue(YAMLNode(content: content, line: line), name: name, faults: faults)
  }

  /// A text that is not empty. Plain `null` and `~` are no text.
  public func text() -> String? {
    guard let (text, _) = something else { return refuse("text") }
    return text
  }

  /// A finite number, written without quotes.
  public func number() -> Double? {
    guard let (text, isPlain) = something else { return refuse("a number") }
    guard isPlain, let number = strictNumber(text) else {
      report(InputFault.notANumber(of: name, found: text))
      return nil
    }
    return number
  }

  /// A whole number, written without a point or quotes.
  public func integer() -> Int? {
    guard case .text(let text, isPlain: true) = content, let integer = Int(text)
    else { return refuse("a whole number") }
    return integer
  }

  /// `true` or `false`.
  public func flag() -> Bool? {
    guard case .text(let text, isPlain: true) = content, let flag = Bool(text)
    else { return refuse("true or false") }
    return flag
  }

  /// A day, `YYYY-MM-DD`.
  public func day() -> Day? {
    guard case .text(let text, _) = content, let day = Day(text)
    else { return refuse("a day such as 2024-04-01") }
    return day
  }

  /// The items of a list.
  public func list() -> [YAMLValue]? {
    guard case .list(let items) = content else { return refuse("a list") }
    let name = name
    return items.enumerated().map { index, item in
      YAMLValue(item, .item(index + 1), of: name, faults: faults)
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
  public func pairs() -> [(key: String, value: YAMLValue)]? { pairs(of: name) }

  private func pairs(of name: String) -> [(key: String, value: YAMLValue)]? {
    guard case .record(let written) = content else {
      return refuse("a record of keys and values", name: name)
    }
    var pairs: [(key: String, value: YAMLValue)] = []
    pairs.reserveCapacity(written.count)
    for pair in written {
      let key = YAMLValue(pair.key, .aKey, of: name, faults: faults)
      guard let text = key.text() else { continue }
      pairs.append((text, YAMLValue(pair.value, .key(text), of: name, faults: faults)))
    }
    return pairs.count == written.count ? pairs : nil
  }

  /// A record with fixed keys.
  ///
  /// - Parameter name: What the record is called in messages; its present name if `nil`.
  public func record(_ name: String? = nil) -> YAMLRecord? {
    let name = name ?? self.name
    return pairs(of: name).map {
      YAMLRecord(name: name, line: line, pairs: $0, faults: faults)
    }
  }

  /// One name of a closed list.
  ///
  /// - Parameters:
  ///   - kind: What the names are, in messages: `unit`, `source`.
  ///   - names: All valid names.
  public func choice(of kind: String, among names: [String]) -> String? {
    choice(of: kind, among: names) { names.contains($0) ? $0 : nil }
  }

  /// What one name of a closed list stands for.
  ///
  /// - Parameters:
  ///   - kind: What the names are, in messages.
  ///   - names: All valid names, for the message.
  ///   - named: What a name stands for; `nil` for one that is not valid.
  public func choice<Choice>(
    of kind: String, among names: @autoclosure () -> [String], _ named: (String) -> Choice?
  ) -> Choice? {
    guard let text = text() else { return nil }
    guard let choice = named(text) else {
      report(InputFault.unknownName(of: kind, found: text, among: names()))
      return nil
    }
    return choice
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

  private func refuse<Result>(_ expected: String, name: String? = nil) -> Result? {
    let found =
      switch content {
      case .text(let text, _): something == nil ? "nothing" : "'\(text)'"
      case .list: "a list"
      case .record: "a record"
      }
    report(InputFault.wrongType(of: name ?? self.name, expected: expected, found: found))
    return nil
  }

  /// The text, unless it is empty or a plain `~` or `null`.
  private var something: (text: String, isPlain: Bool)? {
    guard case .text(let text, let isPlain) = content, !text.isEmpty,
      !isPlain || text != "~" && text != "null"
    else { return nil }
    return (text, isPlain)
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
