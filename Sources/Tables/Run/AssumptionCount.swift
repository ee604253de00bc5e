public import Parameters
import Scenarios

/// How many parameters a run has, and what their values on its first day rest on.
public struct AssumptionCount: Sendable, Hashable {
  /// Number of parameters by basis, those without any left out.
  public let parameters: [Basis: Int]

  /// Counts the parameters of a run, which all its scenarios have.
  ///
  /// - Throws: `InputError` where a parameter has no value.
  public init(of results: RunResults) throws {
    let firstDay = results.firstDay
    parameters = try results.scenarios[0].assumptions.parameters.all.reduce(into: [:]) {
      counts, parameter in
      let dated = try parameter.datedValue(on: parameter.nearestDay(to: firstDay))
      counts[dated.basis, default: 0] += 1
    }
  }

  /// All parameters.
  public var total: Int { parameters.values.reduce(0, +) }

  /// One line: `9 parameters: 1 published, 2 estimated, 6 assumed, 0 forecast`.
  public var text: String {
    "\(total) parameters: "
      + Basis.allCases.map { "\(parameters[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
  }

  /// The same for the manifest.
  var json: JSONValue {
    .object(
      [.init("total", .integer(total))]
        + Basis.allCases.map { .init($0.rawValue, .integer(parameters[$0] ?? 0)) })
  }
}

extension RunResults {
  /// The first day projected.
  var firstDay: Day { financialYears[0].start }
}

extension Parameter {
  /// The day nearest to another on which there is a value.
  func nearestDay(to day: Day) -> Day {
    let last = afterLast == .error ? values[values.count - 1].from.financialYear.end : nil
    return max(values[0].from, min(day, last ?? day))
  }
}
