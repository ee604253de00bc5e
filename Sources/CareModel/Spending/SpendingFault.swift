public import Parameters
public import Statistics

/// What a file of spending assumptions can get wrong.
public enum SpendingFault: Error, Hashable, Sendable {
  /// A unit cost is missing (`nil`) or below 0; `placement` is `nil` for lines with one cost.
  case unitCost(line: String, placement: String?, value: Uncertain?)
  /// An income share is missing (`nil`) or not 0 to 1.
  case incomeShare(line: String, value: Uncertain?)
  /// A line has no price index.
  case priceIndex(line: String)
  /// Two lines have one id.
  case repeatedLine(String)
}

extension SpendingFault: CustomStringConvertible {
  /// Where, what, and what to do.
  public var description: String {
    switch self {
    case .unitCost(let line, let placement, let value):
      let cell = placement.map { "\(line), \($0)" } ?? line
      return "unit cost of \(cell) is \(words(value)): give pounds, 0 or more"
    case .incomeShare(let line, let value):
      return "income share of \(line) is \(words(value)): give a share from 0 to 1"
    case .priceIndex(let line):
      return "line \(line) has no price index: give price.drift.\(line) and "
        + "price.innovation.\(line)"
    case .repeatedLine(let line):
      return "line \(line) occurs twice: keep one"
    }
  }

  private func words(_ value: Uncertain?) -> String { value.map { "\($0)" } ?? "missing" }
}

/// Every fault of a set of spending assumptions, with the year it was found in.
public struct SpendingFaults: Error, Hashable, Sendable {
  /// The year looked at.
  public let year: FinancialYear
  /// The faults, in the order of the lines.
  public let faults: [SpendingFault]
}

extension SpendingFaults: CausedByInput {
  /// One line for each fault.
  public var description: String {
    faults.map { "\(year): \($0)" }.joined(separator: "\n")
  }
}
