/// How long somebody was followed, and whether what is waited for happened then.
public struct FollowUp: Sendable, Equatable {
  /// When they were last seen, > 0.
  public let time: Double
  /// Which event happened then, from 1; 0 if none had.
  public let event: Int
  /// When they came under observation: they count from after it; ≥ 0 and below `time`.
  public let entry: Double

  /// A follow-up.
  public init(time: Double, event: Int, entry: Double = 0) {
    precondition(
      time > entry && entry >= 0 && event >= 0, "from \(entry) to \(time), event \(event)")
    (self.time, self.event, self.entry) = (time, event, entry)
  }

  /// A follow-up for one kind of event.
  public init(time: Double, happened: Bool, entry: Double = 0) {
    self.init(time: time, event: happened ? 1 : 0, entry: entry)
  }
}

/// The times at which events happened, with who was at risk.
struct RiskSet {
  let time: Double
  /// Followed until then or longer, and under observation before.
  let atRisk: Int
  /// By kind of event, from 1.
  let events: [Int]

  /// All kinds of event together.
  var all: Int { events.reduce(0, +) }

  /// The times of any event, rising.
  static func all(of people: [FollowUp], kinds: Int) -> [RiskSet] {
    let times = Set(people.lazy.filter { $0.event > 0 }.map(\.time)).sorted()
    var counter = RiskCounter(people)
    let happened = people.reduce(into: [Double: [Int]]()) { happened, person in
      guard person.event > 0 else { return }
      happened[person.time, default: Array(repeating: 0, count: kinds)][person.event - 1] += 1
    }
    return times.map { time in
      RiskSet(time: time, atRisk: counter.count(at: time), events: happened[time]!)
    }
  }
}

/// Counts who is at risk at times that do not fall.
struct RiskCounter {
  private let ends: [Double]
  private let entries: [Double]
  private var (gone, come) = (0, 0)

  init(_ people: [FollowUp]) {
    ends = people.map(\.time).sorted()
    entries = people.map(\.entry).sorted()
  }

  /// Those who came before a time and were followed until then or longer.
  mutating func count(at time: Double) -> Int {
    while gone < ends.count && ends[gone] < time { gone += 1 }
    while come < entries.count && entries[come] < time { come += 1 }
    return come - gone
  }
}
