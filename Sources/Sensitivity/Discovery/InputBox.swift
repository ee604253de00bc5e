/// A box of inputs: limits of some of them, or some labels of a category.
struct InputBox: Sendable, Equatable {
  /// What an input is kept to.
  enum Limits: Sendable, Equatable {
    /// A number between two limits, both within; an infinite one is none.
    case range(ClosedRange<Double>)
    /// A category, by which of its labels are within.
    case labels([Bool])

    func contains(_ value: Double) -> Bool {
      switch self {
      case .range(let range): range.contains(value)
      case .labels(let kept): kept[Int(value)]
      }
    }

    var isOpen: Bool {
      switch self {
      case .range(let range): range == -.infinity ... .infinity
      case .labels(let kept): kept.allSatisfy { $0 }
      }
    }
  }

  /// One an input.
  var limits: [Limits]

  /// A box that holds everything.
  ///
  /// - Parameter columns: The inputs.
  init(_ columns: [InputColumn]) {
    limits = columns.map { column in
      switch column.kind {
      case .number, .whole: .range(-.infinity ... .infinity)
      case .category(let labels): .labels(Array(repeating: true, count: labels.count))
      }
    }
  }

  /// Places of inputs that are kept to a part of their values.
  var restricted: [Int] { limits.indices.filter { !limits[$0].isOpen } }

  /// Whether a run lies within, but for the limits of one input if one is given.
  func contains(_ run: Int, _ columns: [InputColumn], but free: Int? = nil) -> Bool {
    limits.indices.allSatisfy {
      $0 == free || limits[$0].contains(columns[$0].values[run])
    }
  }

  /// Raises the lower limit of a number.
  mutating func limit(_ input: Int, from value: Double) {
    guard case .range(let range) = limits[input] else { return }
    limits[input] = .range(value...max(range.upperBound, value))
  }

  /// Lowers the upper limit of a number.
  mutating func limit(_ input: Int, to value: Double) {
    guard case .range(let range) = limits[input] else { return }
    limits[input] = .range(min(range.lowerBound, value)...value)
  }

  /// Keeps a category to some of its labels.
  mutating func limit(_ input: Int, toLabels kept: (Int) -> Bool) {
    guard case .labels(let before) = limits[input] else { return }
    limits[input] = .labels(before.indices.map { before[$0] && kept($0) })
  }
}

/// The values of one input in all runs.
struct InputColumn: Sendable {
  enum Kind: Sendable {
    case number, whole
    case category([String])
  }

  let name: String
  let kind: Kind
  let values: [Double]

  /// A limit between a value that is out and one that is in: of whole numbers the latter.
  func limit(out: Double, within: Double) -> Double {
    if case .whole = kind { return within }
    let middle = out / 2 + within / 2
    // Between neighbouring numbers there is none.
    return middle == out ? within : middle
  }
}
