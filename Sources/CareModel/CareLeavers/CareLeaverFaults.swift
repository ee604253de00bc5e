public import Parameters
import Statistics

/// Everything wrong with the numbers given to the care leavers model, together.
public struct CareLeaverFaults: CausedByInput, Equatable {
  /// One sentence for each fault: what, allowed, what to do.
  public private(set) var sentences: [String] = []

  /// The sentences, one a line.
  public var description: String { sentences.joined(separator: "\n") }

  mutating func add(_ sentence: String) {
    sentences.append(sentence)
  }

  /// Notes a value outside its range; not a number is outside every range.
  mutating func check(_ value: Uncertain, _ name: String, _ range: ClosedRange<Double>) {
    if !range.contains(value) {
      add("\(name) is \(value), outside \(range.lowerBound) to \(range.upperBound)")
    }
  }

  /// Notes every key without a value and every value outside the range, in the order of `keys`.
  mutating func check<Key: RawRepresentable>(
    _ values: [Key: Uncertain], for keys: [Key], _ name: String, _ range: ClosedRange<Double>
  ) where Key.RawValue == String {
    for key in keys {
      if let value = values[key] {
        check(value, "\(name) \(key.rawValue)", range)
      } else {
        add("\(name) has no value for \(key.rawValue); give one")
      }
    }
  }

  func throwIfAny() throws {
    if !sentences.isEmpty { throw self }
  }
}
