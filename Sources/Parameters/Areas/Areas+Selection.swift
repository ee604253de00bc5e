extension Areas {
  /// Words that stand for several areas.
  public enum Group: String, CaseIterable, Sendable {
    /// The nine regions.
    case regions
    /// England, the regions and all authorities.
    case all
  }

  /// The areas that some words stand for, each once: England, then regions, then authorities region by
  /// region.
  ///
  /// - Parameters:
  ///   - words: `regions`, `all`, or anything that `named` finds.
  ///   - place: Where they were given.
  /// - Throws: `InputError` with the faults of all words.
  public func selected(
    by words: [String], at place: Place = Place(file: "areas")
  ) throws -> [Area] {
    var chosen: Set<Area> = []
    var faults: [Fault] = []
    for word in words {
      switch Group(rawValue: word.lowercased()) {
      case .regions: chosen.formUnion(regions)
      case .all: chosen.formUnion(all)
      case nil:
        do {
          chosen.insert(try named(word, at: place))
        } catch let error as InputError {
          faults += error.faults
        }
      }
    }
    guard faults.isEmpty else { throw InputError(faults) }
    return all.filter(chosen.contains)
  }
}
