public import Parameters

/// What happens to levers between the plan and its practice: they start later, are delivered in
/// part, or part of each year's work slips. Or what is claimed of them: that they do more than has been
/// published.
///
/// Wrappers of different kinds lie round each other in any order with the same result: delays add
/// up, shares delivered and claims multiply, slips follow one another. They act on levers, not on overrides.
public struct LeverWrapper: Sendable {
  /// The kinds of wrapper.
  public enum Kind: Sendable, Equatable {
    /// Spending and effect start whole years later, 1 to 20.
    case delay(years: Int)
    /// The share of the spending and of the effect that is delivered, 0 to 1.
    case delivery(share: Double)
    /// The share of each year's spending, and of each year's step of the effect, that comes whole
    /// years later: more than 0, at most 1, and 1 to 20 years.
    ///
    /// `a'[k] = (1 − share) · a[k] + share · a[k − years]`, for the spending by year and for the
    /// phasing. What is spent in all stays the same, and in the end the effect is as large; a share
    /// of 1 is a delay.
    case slippage(share: Double, years: Int)
    /// How many times the published effect is taken for the effect, more than 0; spending is as
    /// published. It is no evidence, and every run says so.
    case claim(times: Double)
  }

  /// What happens.
  public let kind: Kind
  /// The ids of the levers it lies round; `nil` for every lever of the scenario and of the one it
  /// extends.
  public let levers: [String]?
  /// Why.
  public let reason: String
  /// Where it was read.
  public let place: Place

  /// A wrapper of levers.
  public init(_ kind: Kind, of levers: [String]? = nil, reason: String, place: Place) {
    let isValid =
      switch kind {
      case .delay(let years): Self.years.contains(years)
      case .delivery(let share): (0...1).contains(share)
      case .slippage(let share, let years):
        share > 0 && share <= 1 && Self.years.contains(years)
      case .claim(let times): Self.times.contains(times)
      }
    precondition(isValid, "\(kind) is outside 0 to 1, \(Self.years) years or \(Self.times) times")
    self.kind = kind
    self.levers = levers
    self.reason = reason
    self.place = place
  }

  /// By how many years a lever can be late.
  static let years = 1...20

  /// How many times the published effect can be claimed.
  static let times = 0.01...100.0

  /// The kind and its size, in words, before the reason.
  var sentence: String {
    switch kind {
    case .delay(let years): "\(years) years later: \(reason)"
    case .delivery(let share): "\(shortestText(share)) of it delivered: \(reason)"
    case .slippage(let share, let years):
      "\(shortestText(share)) of each year \(years) years later: \(reason)"
    case .claim(let times): "\(shortestText(times)) times the published effect: \(reason)"
    }
  }
}

extension LeverWrapper.Kind {
  /// The key in scenario files.
  var key: LeverWrapper.Key {
    switch self {
    case .delay: .delay
    case .delivery: .delivery
    case .slippage: .slippage
    case .claim: .claim
    }
  }

  /// Amounts by year with part of each moved later; the same where the kind is another.
  func slipped(_ amounts: [Double]) -> [Double] {
    guard case .slippage(let share, let years) = self else { return amounts }
    return (0..<(amounts.count + years)).map { year in
      let stays = amounts.indices.contains(year) ? (1 - share) * amounts[year] : 0
      let comes = year >= years ? share * amounts[year - years] : 0
      return stays + comes
    }
  }
}

extension LeverWrapper {
  /// The keys of a scenario file that wrap levers, each with one record or a list of them.
  enum Key: String, CaseIterable {
    case delay, delivery, slippage, claim
  }

  /// The wrappers of a scenario file.
  static func read(_ record: YAMLRecord, levers: [String]) -> [LeverWrapper] {
    Key.allCases.flatMap { key -> [LeverWrapper] in
      guard let value = record.value(key.rawValue, required: false) else { return [] }
      let items = value.isList ? value.list() ?? [] : [value]
      return items.compactMap { item in
        item.record("the \(key.rawValue)").flatMap { LeverWrapper($0, key: key, levers: levers) }
      }
    }
  }

  private init?(_ record: YAMLRecord, key: Key, levers: [String]) {
    let before = record.faults.faults.count
    let needsYears = key == .delay || key == .slippage
    let needsShare = key == .delivery || key == .slippage
    let years = needsYears ? record.integer("years") : nil
    let share = needsShare ? record.share("share") : nil
    let times = key == .claim ? record.number("times") : nil
    let named = record.list("levers", required: false)?
      .compactMap { $0.choice(of: "lever", among: levers) }
    let reason = record.plainText("reason")
    record.finish()
    if let years, !Self.years.contains(years) {
      let allowed = Double(Self.years.lowerBound)...Double(Self.years.upperBound)
      record.report(
        InputFault.outOfRange(of: "years", value: Double(years), allowed: allowed), at: "years")
    }
    if let times, !Self.times.contains(times) {
      record.report(
        InputFault.outOfRange(of: "times", value: times, allowed: Self.times), at: "times")
    }
    if let named, named.isEmpty {
      record.report(ScenarioFault.wrapsNothing(key.rawValue, lever: nil))
    }
    if key == .slippage, share == 0 {
      record.report(ScenarioFault.wrapsNothing(key.rawValue, lever: nil), at: "share")
    }
    guard record.faults.faults.count == before, let reason else { return nil }
    let kind: Kind =
      switch key {
      case .delay: .delay(years: years!)
      case .delivery: .delivery(share: share!)
      case .slippage: .slippage(share: share!, years: years!)
      case .claim: .claim(times: times!)
      }
    self.init(kind, of: named, reason: reason, place: record.place)
  }
}
