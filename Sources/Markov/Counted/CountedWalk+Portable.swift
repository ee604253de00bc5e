/// The same sums in Swift, for processors without kernels in C, and to test these.
extension CountedWalk {
  mutating func walkPortably() {
    let n = placements
    var states = Array(room[places.children]) + Array(repeating: .zero, count: 2 * n)
    var spent = [Lanes](repeating: .zero, count: 3 * n)
    for place in places.ended.lowerBound..<places.moving.upperBound { room[place] = .zero }
    for k in 0..<terms {
      let weights = places.weights.lowerBound + 3 * k
      for state in 0..<3 * n {
        room[places.ended.lowerBound + state].addProduct(room[weights], states[state])
        spent[state].addProduct(room[weights + 1], states[state])
      }
      for i in 0..<n {
        let here = states[i] + states[n + i] + states[2 * n + i]
        room[places.older.lowerBound + i].addProduct(room[weights + 2], here)
      }
      states = afterEvent(states)
    }
    let factors = Array(room[places.factors])
    for i in 0..<n {
      let (one, two, more) = (spent[i], spent[n + i], spent[2 * n + i])
      room[places.time.lowerBound + i] = one + two + more
      room[places.moving.lowerBound + i] = (factors[0] * one).addingProduct(factors[1], two)
        .addingProduct(factors[2], more)
    }
  }

  /// The states after one more event.
  private func afterEvent(_ before: [Lanes]) -> [Lanes] {
    let n = placements
    var states = before
    let factors = Array(room[places.factors])
    let (kept, within) = (places.kept.lowerBound, places.within.lowerBound)
    for i in 0..<n {
      states[i] = room[kept + i] * before[i]
      for count in 1...2 {
        states[count * n + i] = (room[kept + count * n + i] * before[count * n + i])
          .addingProduct(room[within + (count - 1) * n + i], before[(count - 1) * n + i])
      }
    }
    for i in 0..<n {
      let first = factors[0] * before[i]
      let later = (factors[1] * before[n + i]).addingProduct(factors[2], before[2 * n + i])
      for j in 0..<n {
        let share = room[places.moves.lowerBound + i * n + j]
        states[n + j].addProduct(first, share)
        states[2 * n + j].addProduct(later, share)
      }
    }
    return states
  }
}
