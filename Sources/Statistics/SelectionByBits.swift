/// The values that sorting would bring to some places, without sorting: a count by the leading 16 bits
/// shows which values share them with those wanted, and only these are looked at again, by the next 16
/// bits, until they are few.
///
/// Work in proportion to the number of values, whatever they are. Of 0 and −0, which are equal, either may
/// be returned.
///
/// - Parameters:
///   - places: From 0, below the number of values; not falling.
///   - values: None NaN.
/// - Returns: One value for each place.
func selected(_ places: [Int], of values: [Double]) -> [Double] {
  precondition(
    places.allSatisfy { values.indices.contains($0) }, "places \(places) of \(values.count)")
  return selected(places, of: values, shift: 48)
}

/// The same of values that agree in all bits from `shift` + 16.
private func selected(_ places: [Int], of values: [Double], shift: UInt64) -> [Double] {
  // Moving few takes less than emptying the counts.
  guard values.count > 4096 else {
    var moved = values
    return moved.withUnsafeMutableBufferPointer { moved in
      places.map { place in
        select(place, in: moved)
        return moved[place]
      }
    }
  }
  var counts = [Int](repeating: 0, count: 1 << 16)
  for value in values { counts[leading(value, shift)] += 1 }
  let wanted = ranges(of: places, counts: counts)
  var members = wanted.map { range -> [Double] in
    var room: [Double] = []
    room.reserveCapacity(counts[range.bits])
    return room
  }
  // From bits to their place in `wanted`, or −1.
  var numbers = [Int](repeating: -1, count: 1 << 16)
  for (number, range) in wanted.enumerated() { numbers[range.bits] = number }
  for value in values {
    let number = numbers[leading(value, shift)]
    if number >= 0 { members[number].append(value) }
  }
  return zip(wanted, members).flatMap { range, members in
    shift == 0
      ? range.places.map { _ in members[0] }
      : selected(range.places, of: members, shift: shift - 16)
  }
}

/// Which leading bits the values at some places have, rising, and their places among the values with
/// those bits.
private func ranges(of places: [Int], counts: [Int]) -> [(bits: Int, places: [Int])] {
  var found: [(bits: Int, places: [Int])] = []
  var (bits, before) = (0, 0)
  for place in places {
    while before + counts[bits] <= place {
      before += counts[bits]
      bits += 1
    }
    if found.last?.bits != bits { found.append((bits, [])) }
    found[found.count - 1].places.append(place - before)
  }
  return found
}

/// Sixteen bits from `shift` on of a number's bits, brought into the order of the numbers: all turned
/// round for those below 0, the sign alone for the others.
@inline(__always)
private func leading(_ value: Double, _ shift: UInt64) -> Int {
  let bits = value.bitPattern
  let isNegative = UInt64(bitPattern: Int64(bitPattern: bits) >> 63)
  return Int(truncatingIfNeeded: (bits ^ (isNegative | 1 << 63)) &>> shift & 0xFFFF)
}
