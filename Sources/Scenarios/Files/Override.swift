import CareModel
public import Parameters
public import Statistics

/// A change of one parameter, or of some of its categories, from a date.
public struct Override: Sendable {
  /// A parameter, or a parameter and categories: `entries.rate.16-17`.
  public let path: String
  /// What is done to each number.
  public let operation: ParameterOperation
  /// The first day on which it acts.
  public let from: Day
  /// The first day on which it acts no longer; `nil` if it goes on.
  public let until: Day?
  /// The unit of a number set or added; `nil` if it was not given.
  public let unit: MeasurementUnit?
  /// Why.
  public let reason: String
  /// Where it was read.
  public let place: Place

  /// A change; `Scenario.assumptions(from:)` checks it.
  public init(
    path: String, operation: ParameterOperation, from: Day, until: Day? = nil,
    unit: MeasurementUnit? = nil, reason: String, place: Place
  ) {
    self.path = path
    self.operation = operation
    self.from = from
    self.until = until
    self.unit = unit
    self.reason = reason
    self.place = place
  }
}

/// The verbs with which a command line changes a parameter.
public enum OverrideVerb: String, CaseIterable, Sendable {
  /// Puts a number in the parameter's unit in its place.
  case set
  /// Multiplies it.
  case scale
  /// Adds a number in the parameter's unit to it.
  case add

  /// The option of the command line.
  public var option: String { "--\(rawValue)" }

  func operation(_ amount: Uncertain) -> ParameterOperation {
    switch self {
    case .set: .set(amount)
    case .scale: .multiply(amount)
    case .add: .add(amount)
    }
  }
}

extension Override {
  /// Reads `path=value` or `path=value@YYYY-MM-DD`, as a command line gives it.
  ///
  /// Without a date it acts from the day on which the projection opens; for a parameter that the
  /// model reads on one day only, from that day.
  ///
  /// - Parameters:
  ///   - text: Such as `entries.rate.16-17=0.004@2026-04-01`.
  ///   - verb: What is done with the value.
  ///   - folder: Holds the parameters that can be named.
  /// - Throws: `InputError` that names the option, with the nearest path where it names nothing.
  public init(_ text: String, verb: OverrideVerb, in folder: ScenarioFolder) throws {
    let place = Place(file: verb.option)
    let malformed = InputError(ScenarioFault.malformedOverride(text), at: place)
    guard let equals = text.firstIndex(of: "=") else { throw malformed }
    let path = String(text[..<equals])
    let parts = text[text.index(after: equals)...]
      .split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard !path.isEmpty, (1...2).contains(parts.count) else { throw malformed }
    let target = try folder.parameters.resolve(path, at: place)
    guard let amount = strictNumber(parts[0]) else {
      throw InputError(InputFault.notANumber(of: path, found: parts[0]), at: place)
    }
    var from: Day?
    if parts.count == 2 {
      guard let day = Day(parts[1]) else { throw malformed }
      from = day
    }
    self.init(
      target, verb, Uncertain(amount), from: from, in: folder,
      reason: "Given on the command line: \(verb.option) \(text)", place: place)
  }

  /// A change with a number of its own in each of some runs.
  ///
  /// - Parameters:
  ///   - target: What it changes.
  ///   - verb: What is done with the numbers.
  ///   - amounts: In the parameter's unit, or factors.
  ///   - from: The first day on which it acts; with `nil` the day on which the projection opens, or the
  ///     only day on which the model reads the parameter.
  ///   - folder: Holds the parameter.
  ///   - reason: Why.
  ///   - place: Where it was asked for.
  public init(
    _ target: ParameterPath, _ verb: OverrideVerb, _ amounts: Uncertain, from: Day? = nil,
    in folder: ScenarioFolder, reason: String, place: Place
  ) {
    self.init(
      path: target.text,
      operation: verb.operation(amounts),
      from: from ?? ReadingDay.only(of: target.id, opening: folder.opening) ?? folder.opening.start,
      reason: reason,
      place: place)
  }
}

/// Parameters that the model reads on one day only, so that a change on other days has no effect.
enum ReadingDay {
  /// Ids, or beginnings of ids, and the day: programmes are stated as written in 2022, the funding
  /// base is the outturn of 2023-24, and prices and stocks start when the projection opens, `nil`.
  private static let days: [(prefix: String, day: Day?)] = [
    ("programme.", FinancialYear(startingIn: 2022).start),
    ("funding.base-net", FinancialYear(startingIn: 2023).start),
    ("funding.opening-deficit", FinancialYear(startingIn: 2023).start),
    ("funding.grant-share", FinancialYear(startingIn: 2023).start),
    ("price.", nil),
    ("opening-stock", nil),
  ]

  /// The day on which a parameter is read; `nil` if it is read on 1 April of every year.
  ///
  /// - Parameter opening: The first projected year.
  static func only(of id: String, opening: FinancialYear = Opening.latest.firstYear) -> Day? {
    days.first { id.hasPrefix($0.prefix) }.map { $0.day ?? opening.start }
  }

  /// The fault of a change that acts on no day on which the parameter is read; `nil` if it acts.
  static func fault(
    of change: Override, on id: String, years: ClosedRange<FinancialYear>
  ) -> ScenarioFault? {
    let acts = { (day: Day) in change.from <= day && change.until.map { day < $0 } ?? true }
    let read: String
    if let day = only(of: id, opening: years.lowerBound) {
      if acts(day) { return nil }
      read = "\(day) only"
    } else {
      if years.contains(where: { acts($0.start) }) { return nil }
      read = "1 April of \(years.lowerBound.startingIn) to \(years.upperBound.startingIn)"
    }
    return .neverRead(path: change.path, from: change.from, until: change.until, read: read)
  }
}
