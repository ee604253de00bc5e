/// The same sums in Swift, for processors without kernels in C, and to test these.
extension CountedWalk {
  mutating func setWeightsPortably() {
    let inverse = 1 / room[places.rate]
    for place in places.weights { room[place] = .zero }
    for step in 0..<schedule.steps {
      let mean = room[places.rate] * (Double(step + 1) / Double(schedule.steps))
      var weights = [Lanes.one]
      for k in 1..<terms {
        let more = weights[k - 1] * (mean * (1 / Double(k)))
        weights.append(Lanes.zero.replacing(with: more, where: Double(k) .<= room[places.last]))
      }
      let share = 1 / weights.dropFirst().reduce(weights[0], +)
      var (beyond, sumBeyond) = (Lanes.zero, Lanes.zero)
      for k in (0..<terms).reversed() {
        let now = share * weights[k]
        let time = inverse * beyond
        let present = areArriving ? time : now
        let spending = areArriving ? inverse * inverse * sumBeyond : time
        let place = places.weights.lowerBound + 3 * k
        room[place].addProduct(present, Lanes(repeating: schedule.ending[step]))
        room[place + 1].addProduct(spending, Lanes(repeating: schedule.spent[step]))
        room[place + 2].addProduct(spending, Lanes(repeating: schedule.older[step]))
        room[places.holding.lowerBound + step * terms + k] = schedule.holding[step] * present
        sumBeyond += beyond
        beyond += now
      }
    }
  }

  mutating func walkPortably() {
    let n = placements
    var states = Array(room[places.children]) + Array(repeating: .zero, count: 2 * n)
    for place in places.ended.lowerBound..<places.totals.lowerBound { room[place] = .zero }
    for k in 0..<terms {
      let moved = afterEvent(&states, k)
      for i in 0..<n { add(states: moved.before, moved.first[i], moved.later[i], i, term: k) }
    }
  }

  mutating func setHeldPortably() {
    for step in 0..<schedule.steps {
      var sum = Lanes.zero
      for k in 0..<terms {
        sum.addProduct(
          room[places.holding.lowerBound + step * terms + k], room[places.totals.lowerBound + k])
      }
      room[places.held.lowerBound + step] = sum
    }
  }

  /// Adds what a number of events weighs in one placement.
  private mutating func add(
    states: [Lanes], _ first: Lanes, _ later: Lanes, _ i: Int, term k: Int
  ) {
    let n = placements
    let weights = places.weights.lowerBound + 3 * k
    for count in 0..<3 {
      room[places.ended.lowerBound + count * n + i].addProduct(
        room[weights], states[count * n + i])
    }
    let here = states[i] + states[n + i] + states[2 * n + i]
    room[places.time.lowerBound + i].addProduct(room[weights + 1], here)
    room[places.older.lowerBound + i].addProduct(room[weights + 2], here)
    room[places.moving.lowerBound + i].addProduct(room[weights + 1], first + later)
  }

  /// Lets one event happen; returns the states before it, and who moves from the first and from later
  /// placements.
  private mutating func afterEvent(
    _ states: inout [Lanes], _ k: Int
  ) -> (before: [Lanes], first: [Lanes], later: [Lanes]) {
    let n = placements
    let before = states
    let factors = Array(room[places.factors])
    let (kept, within) = (places.kept.lowerBound, places.within.lowerBound)
    let first = (0..<n).map { factors[0] * before[$0] }
    let later = (0..<n).map {
      (factors[1] * before[n + $0]).addingProduct(factors[2], before[2 * n + $0])
    }
    var all = Lanes.zero
    for i in 0..<n {
      states[i] = room[kept + i] * before[i]
      for count in 1...2 {
        states[count * n + i] = (room[kept + count * n + i] * before[count * n + i])
          .addingProduct(room[within + (count - 1) * n + i], before[(count - 1) * n + i])
      }
      all += before[i] + before[n + i] + before[2 * n + i]
    }
    room[places.totals.lowerBound + k] += all
    for j in 0..<n {
      for i in 0..<n {
        let share = room[places.moves.lowerBound + i * n + j]
        states[n + j].addProduct(first[i], share)
        states[2 * n + j].addProduct(later[i], share)
      }
    }
    return (before, first, later)
  }
}
