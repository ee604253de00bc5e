/// Why a sensitivity analysis could not be made. Indices count from 0.
public enum SensitivityError: Error, Equatable, Sendable {
  /// A problem without inputs.
  case noInputs
  /// Two inputs, or an input and a group it is not alone in, have one name.
  case repeatedName(String)
  /// The value of an input where only others vary is not finite.
  case base(input: String, value: Double)
  /// Correlations that are not those of all inputs.
  case correlations(rows: Int, inputs: Int)
  /// A method that moves inputs without regard to each other, asked about ones that are correlated.
  case correlatedInputs(method: String, allowed: [String])
  /// Shares of a row that are not all there, side by side and in one group.
  case brokenRow(String)
  /// A share of a row is correlated with another input.
  case correlatedShare(String, row: String)
  /// A method that moves inputs without regard to each other, asked about shares that add up to 1.
  case sharesOfWhole(method: String, row: String, allowed: [String])
  /// A group without inputs.
  case emptyGroup(String)
  /// A group names an input that the problem does not have.
  case unknownInput(group: String, name: String, known: [String])
  /// An input stands in two groups, or twice in one.
  case groupedTwice(input: String, first: String, second: String)
  /// There is no method of this name.
  case unknownMethod(String, known: [String])
  /// A setting is outside what a method allows.
  case setting(name: String, value: Double, allowed: String)
  /// Results are asked for before enough base runs were made.
  case tooFewRuns(made: Int, least: Int)
  /// Some runs failed, and nobody asked for their blocks to be dropped.
  case failedRuns(FailureReport)
  /// Nothing is left when blocks with failed runs are dropped.
  case nothingLeft(FailureReport)
  /// A function whose switching value is looked for is not finite.
  case notFinite(at: Double, value: Double)
}

extension SensitivityError: CustomStringConvertible {
  /// What is wrong, what is allowed and what to do.
  public var description: String {
    switch self {
    case .noInputs: "no inputs: at least one is needed."
    case .repeatedName(let name):
      "two inputs, or an input and a group, are called '\(name)'. Rename one of them."
    case .base(let input, let value):
      "input '\(input)': its value where others vary is \(value), but must be finite. Give one."
    case .correlations(let rows, let inputs):
      "correlations of \(rows) inputs, but there are \(inputs). Give one row and column for each."
    case .correlatedInputs(let method, let allowed):
      "'\(method)' moves inputs without regard to each other, but these are correlated. Use one of "
        + "\(allowed.joined(separator: ", "))."
    case .brokenRow(let name):
      "row '\(name)': its shares must all be there, side by side in their order, and in one group."
    case .correlatedShare(let input, let row):
      "input '\(input)' is a share of row '\(row)', but correlated with others. Leave its "
        + "correlations at 0."
    case .sharesOfWhole(let method, let row, let allowed):
      "'\(method)' moves one input and no other, but the shares of '\(row)' add up to 1. Use one of "
        + "\(allowed.joined(separator: ", "))."
    case .emptyGroup(let name): "group '\(name)' has no inputs. Leave it out, or name some."
    case .unknownInput(let group, let name, let known):
      "group '\(group)': no input is called '\(name)'. There are \(known.joined(separator: ", "))."
    case .groupedTwice(let input, let first, let second):
      "input '\(input)' is in '\(first)' and again in '\(second)'. An input has one group."
    case .unknownMethod(let name, let known):
      "no method is called '\(name)'. There are \(known.joined(separator: ", "))."
    case .setting(let name, let value, let allowed):
      "setting '\(name)' is \(value), but must be \(allowed)."
    case .tooFewRuns(let made, let least):
      "\(made) base runs made, but at least \(least) are needed. Make more."
    case .failedRuns(let report):
      "\(report.description) Repair them, narrow the inputs, or ask for their blocks to be dropped."
    case .nothingLeft(let report): "\(report.description) No block is without one."
    case .notFinite(let place, let value):
      "the function is \(value) at \(place), but must be finite. Narrow the range."
    }
  }
}
