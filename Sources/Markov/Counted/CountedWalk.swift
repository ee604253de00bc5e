import CKernels

/// A year of cohorts, each walked event by event (uniformisation).
public struct CountedWalk: CountedYear {
  /// Placement types, n.
  public private(set) var placements = 0
  /// Numbers of events that count, with no event as the first; see ``UniformRates``.
  private(set) var terms = 0
  /// Children who arrive per year at the start over those of the whole year; 1 of those there then.
  private var arrivalRate = 1.0
  private var uniform = UniformRates()
  /// Everything that the kernel reads and writes; see ``CountedRoom``.
  var room: [Lanes] = []
  private(set) var places = CountedRoom(placements: 0, terms: 0)

  /// No year yet.
  public init() {}

  /// A year with nobody in it yet: see ``begin(_:on:areArriving:)``.
  public init(_ rates: CountedRates, on schedule: CountedSchedule, areArriving: Bool) {
    begin(rates, on: schedule, areArriving: areArriving)
  }

  /// Begins a year with nobody in it, in the memory of the one before.
  ///
  /// - Parameters:
  ///   - rates: What all cohorts feel; no outflow above 600 per child and year.
  ///   - schedule: What happens in each step.
  ///   - areArriving: Whether the children arrive in the year, rather than being there when it opens.
  public mutating func begin(
    _ rates: CountedRates, on schedule: CountedSchedule, areArriving: Bool
  ) {
    uniform.set(rates)
    let group = CARECAST_TERMS_AT_ONCE
    placements = rates.placements
    terms = (Int(uniform.last.max()) + group) / group * group
    arrivalRate = areArriving ? schedule.arrivalRate : 1
    let (uniform, places) = (uniform, CountedRoom(placements: rates.placements, terms: terms))
    self.places = places
    if room.count < places.count { room.resize(to: places.count) }
    room.withUnsafeMutableBufferPointer { room in
      let start = room.baseAddress!
      start[places.rate] = uniform.rate
      uniform.setEvent(of: rates, in: start, at: places)
      schedule.weights.set(
        UnsafeMutableBufferPointer(rebasing: room[places.weights]), on: schedule,
        rates: uniform.rate, areArriving: areArriving)
    }
  }

  /// Walks the next cohort.
  ///
  /// - Parameter children: Children when the year opens, or all who arrive in it, by placement. n; ≥ 0.
  public mutating func walk(_ children: [Lanes]) {
    precondition(children.count == placements, "\(children.count) of \(placements) placements")
    for (place, number) in zip(places.children, children) { room[place] = arrivalRate * number }
    #if arch(x86_64)
      walkInC()
    #else
      walkPortably()
    #endif
  }

  /// The last cohort's children of a state when they left as a step ended, or when the year ended.
  ///
  /// - Parameter state: By placements so far (1, 2, 3 or more), then placement: 3n.
  public func ended(_ state: Int) -> Lanes { room[places.ended.lowerBound + state] }

  /// The same children in a placement.
  public func ended(in placement: Int) -> Lanes {
    ended(placement) + ended(placements + placement) + ended(2 * placements + placement)
  }

  /// The same children by how many placements they have had: 0 for one, 1 for two, 2 for three or more.
  public func ended(after count: Int) -> Lanes {
    (0..<placements).reduce(.zero) { $0 + ended(count * placements + $1) }
  }

  /// Time that the last cohort spent in a placement. Child-years.
  public func time(_ placement: Int) -> Lanes { room[places.time.lowerBound + placement] }

  /// Its part that counts as that of the older age. Child-years.
  public func olderTime(_ placement: Int) -> Lanes { room[places.older.lowerBound + placement] }

  /// The time in a placement times the factor on moves of those who spent it. Child-years.
  public func movingTime(_ placement: Int) -> Lanes {
    room[places.rate] * room[places.moving.lowerBound + placement]
  }

  private mutating func walkInC() {
    let (n, terms, places) = (placements, terms, places)
    withRoom { at in
      carecast_counted_walk(
        n, terms, at(places.moves), at(places.kept), at(places.within), at(places.factors),
        at(places.weights), at(places.children), at(places.ended), at(places.time),
        at(places.older), at(places.moving))
    }
  }

  /// Hands a kernel what tells it where a part of the room begins.
  private mutating func withRoom(
    _ kernel: ((Range<Int>) -> UnsafeMutablePointer<Double>) -> Void
  ) {
    room.withMutableDoubles { room in
      kernel { room + $0.lowerBound * Lanes.scalarCount }
    }
  }
}

/// Where everything that the kernel of a walk reads and writes lies in one array.
struct CountedRoom: Sendable {
  let rate: Int
  let moves, kept, within, factors, weights: Range<Int>
  let children, ended, time, older, moving: Range<Int>
  let count: Int

  init(placements n: Int, terms: Int) {
    var end = 1
    func next(_ count: Int) -> Range<Int> {
      end += count
      return end - count..<end
    }
    rate = 0
    (moves, kept, within, factors) = (next(n * n), next(3 * n), next(2 * n), next(3))
    weights = next(3 * terms)
    (children, ended) = (next(n), next(3 * n))
    (time, older, moving) = (next(n), next(n), next(n))
    count = end
  }
}
