/// The name most like one that was not found, or `nil` where none is near.
///
/// Near means at most a third of the letters differ (at least one may), counted by
/// `editDistance` without regard to case. Of equally near names the first is taken.
///
/// - Parameters:
///   - found: What was written.
///   - names: The valid names.
public func nearestName(to found: String, among names: some Sequence<String>) -> String? {
  let letters = Array(found.lowercased())
  var best: (name: String, distance: Int)?
  for name in names {
    let distance = editDistance(letters, Array(name.lowercased()))
    if distance <= max(1, letters.count / 3), distance < best?.distance ?? .max {
      best = (name, distance)
    }
  }
  return best?.name
}

/// The optimal string alignment distance [Boytsov2011]: the fewest insertions, deletions,
/// substitutions and swaps of neighbours that turn one text into the other, no part edited twice.
///
/// Laws: 0 for equal texts; symmetric; at most the longer length.
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        distance = min(distance, beforeLast[j - 1] + 1)
      }
      row.append(distance)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
