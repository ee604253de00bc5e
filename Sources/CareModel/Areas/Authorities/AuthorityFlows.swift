import Statistics

/// How the children of an authority come and leave in each projected year, compared with England's.
struct AuthorityFlows: Sendable {
  /// What multiplies its share of England's entries, by projected year; > 0.
  let entries: [Uncertain]
  /// Its leanings, by ``AreaLeaning/all``, then by projected year.
  let leanings: [[Uncertain]]

  /// What an authority's first year needs, and what follows from how its effects move.
  ///
  /// With turnover u, balance v, stock S, and England's exits X, entries E and stock Ŝ in the first year,
  /// its exits are `S · X / Ŝ · exp(u − v / 2)` and its entries `exits · E / X · exp(v)`. Where its
  /// children cannot lean far enough, exits are as near as they come, and entries follow them. In later
  /// years exits and entries change by how far u and v have moved.
  ///
  /// - Parameters:
  ///   - first: The end of its first year at England's rates and with each leaning in full, and what it
  ///     began with.
  ///   - england: England's first year.
  ///   - paths: u and v by projected year.
  init(
    from first: FirstYear, in england: EnglandsYear,
    paths: (turnover: [Uncertain], balance: [Uncertain])
  ) {
    let (u, v) = paths
    let exitsPerEntry = england.exits / england.entries
    let wanted = first.stock * (england.exits / england.stock) * exp(u[0] - v[0] / 2)
    let entering = wanted / exitsPerEntry * exp(v[0]) / first.entries
    // Exits of those in care on 1 April, and of those who enter once for each time the usual entries.
    let stays = first.ends.map(\.since)
    let leaving = stays.map { first.stock - $0[0] }
    let leavingSoon = stays.map { first.entries - $0[1] }
    let more = leaving[1] - leaving[0] + entering * (leavingSoon[1] - leavingSoon[0])
    let exitsPart = AreaLeaning.exits.held(
      (wanted - leaving[0] - entering * leavingSoon[0]) / more)
    let balanced = exp(v[0]) / exitsPerEntry
    let ofStock = leaving[0] + exitsPart * (leaving[1] - leaving[0])
    let ofEntered = leavingSoon[0] + exitsPart * (leavingSoon[1] - leavingSoon[0])
    // Where nearly all who enter leave at once, no number of entries would make up for those who left.
    let staying = (1 - balanced * ofEntered / first.entries).map { max($0, Self.leastStaying) }
    let factor = balanced * ofStock / (first.entries * staying)
    entries = u.indices.map { factor * exp(u[$0] - u[0] + (v[$0] - v[0]) / 2) }
    let attained = ofStock + factor * ofEntered
    let exitsParts = u.indices.map { year in
      AreaLeaning.exits.held(
        exitsPart + attained * (exp(u[year] - u[0] - (v[year] - v[0]) / 2) - 1) / more)
    }
    leanings = [exitsParts]
  }

  /// Least part of those who enter that counts towards what is made up for.
  private static let leastStaying = 0.25

  /// An authority's first year at England's rates.
  struct FirstYear {
    /// Children in care on 1 April.
    let stock: Uncertain
    /// Children who enter, if its share of England's does not change.
    let entries: Uncertain
    /// How the year ends at England's rates, then with each of ``AreaLeaning/all`` in full.
    let ends: [CareYearEnd]
  }

  /// England's first year, both groups of children together.
  struct EnglandsYear {
    /// Children in care on 1 April.
    let stock: Uncertain
    /// Children who enter.
    let entries: Uncertain
    /// Children who leave, at 18 too.
    let exits: Uncertain

    /// The year.
    init(_ year: ProjectedYear) {
      stock = year.sum(\.opening)
      entries = year.sum(\.entered)
      exits = year.sum(\.exited)
    }
  }
}
