/// A YAML mapping with fixed keys. It remembers which keys were read, and `finish` reports the rest.
///
/// A getter with `required: false` returns `nil` for a key that is not there; one whose value is
/// wrong always reports a fault. So after `finish`, no faults means that every `nil` is an absence.
public final class YAMLRecord {
  /// What the record is called in messages.
  public let name: String
  /// The line on which the record starts, from 1.
  public let line: Int?
  /// Where faults of the file are gathered.
  public let faults: FaultCollector
  /// YAML allows no key twice: the parser has refused such a file.
  private let pairs: [(key: String, value: YAMLValue)]
  private var known: [String] = []

  init(
    name: String, line: Int?, pairs: [(key: String, value: YAMLValue)], faults: FaultCollector
  ) {
    self.name = name
    self.line = line
    self.faults = faults
    self.pairs = pairs
  }

  // A record has a few keys, so that looking through them is faster than hashing.
  private subscript(key: String) -> YAMLValue? { pairs.first { $0.key == key }?.value }

  /// Where the record starts.
  public var place: Place { Place(file: faults.file, line: line) }

  /// Whether the key is there. Does not count as reading it.
  public func has(_ key: String) -> Bool { self[key] != nil }

  /// Reports a fault at a key, or at the record where the key is not there.
  public func report(_ kind: any FaultKind, at key: String? = nil) {
    faults.report(kind, line: key.flatMap { self[$0]?.line } ?? line)
  }

  /// The value of a key.
  public func value(_ key: String, required: Bool = true) -> YAMLValue? {
    known.append(key)
    guard let value = self[key] else {
      if required { report(InputFault.missingKey(key, of: name)) }
      return nil
    }
    return value.named(key)
  }

  /// A text.
  public func text(_ key: String, required: Bool = true) -> String? {
    value(key, required: required)?.text()
  }

  /// A finite number.
  public func number(_ key: String, required: Bool = true) -> Double? {
    value(key, required: required)?.number()
  }

  /// A whole number.
  public func integer(_ key: String, required: Bool = true) -> Int? {
    value(key, required: required)?.integer()
  }

  /// `true` or `false`.
  public func flag(_ key: String, required: Bool = true) -> Bool? {
    value(key, required: required)?.flag()
  }

  /// A day.
  public func day(_ key: String, required: Bool = true) -> Day? {
    value(key, required: required)?.day()
  }

  /// The items of a list.
  public func list(_ key: String, required: Bool = true) -> [YAMLValue]? {
    value(key, required: required)?.list()
  }

  /// The texts of a list, or one text as a list of one.
  public func texts(_ key: String, required: Bool = true) -> [String]? {
    value(key, required: required)?.texts()
  }

  /// A record inside this one, under the name of its key.
  public func record(_ key: String, required: Bool = true) -> YAMLRecord? {
    value(key, required: required)?.record()
  }

  /// An id.
  public func identifier(_ key: String, required: Bool = true) -> String? {
    value(key, required: required)?.identifier()
  }

  /// One name of a closed list.
  public func choice(_ key: String, among names: [String], required: Bool = true) -> String? {
    value(key, required: required)?.choice(of: key, among: names)
  }

  /// One case of an enumeration, written as its raw value.
  public func choice<Choice>(
    _ key: String, of type: Choice.Type, required: Bool = true
  ) -> Choice? where Choice: RawRepresentable<String> & CaseIterable {
    value(key, required: required)?
      .choice(of: key, among: type.allCases.map(\.rawValue)) { Choice(rawValue: $0) }
  }

  /// A unit of the closed list.
  public func unit(_ key: String = "unit", required: Bool = true) -> MeasurementUnit? {
    value(key, required: required)?
      .choice(of: key, among: MeasurementUnit.all.map(\.id)) { MeasurementUnit(id: $0) }
  }

  /// Two numbers `[low, high]`, the first not above the second.
  public func range(_ key: String, required: Bool = true) -> ClosedRange<Double>? {
    guard let value = value(key, required: required), let items = value.list() else { return nil }
    guard items.count == 2 else {
      value.report(
        InputFault.wrongType(
          of: key, expected: "a list of two numbers", found: "a list of \(items.count)"))
      return nil
    }
    let numbers = items.compactMap { $0.number() }
    guard numbers.count == 2 else { return nil }
    guard numbers[0] <= numbers[1] else {
      value.report(InputFault.reversedRange(of: key, low: numbers[0], high: numbers[1]))
      return nil
    }
    return numbers[0]...numbers[1]
  }

  /// Reports every key that no getter asked for.
  public func finish() {
    for (key, _) in pairs where !known.contains(key) {
      report(InputFault.unknownKey(key, among: known), at: key)
    }
  }
}
