import Statistics

/// How many children of each authority have had one, two and three or more placements in a year, on
/// 31 March.
///
/// With n children who have been in care since before 1 April, or entered since, England's share q with
/// three or more placements and the authority's share q′, whose odds are `exp(x)` times England's, the
/// authority has `n q′` of them, less its part of what all authorities would have too many. The others
/// have one or two as England's have. Law: the authorities add up to England.
struct AuthorityPlacements: Sendable {
  /// x by authority, then by projected year.
  private let effects: [[Uncertain]]
  /// Shares of England by projected year.
  private let shares: [[ChildGroup: [Shares]]]
  /// What is taken off every authority's share, by projected year, then by ``InCareSince``.
  private var excess: [[ChildGroup: [Uncertain]]] = []

  /// Shares of children by placements so far.
  private struct Shares: Sendable {
    /// Of all children, those with three or more.
    let threeOrMore: Uncertain
    /// Of those with one or two, those with one.
    let one: Uncertain

    init(_ counts: [Uncertain]) {
      threeOrMore = counts[2].share(of: counts.sum())
      one = counts[0].share(of: counts[0] + counts[1])
    }
  }

  /// Before any year is divided.
  ///
  /// - Parameters:
  ///   - england: What is divided.
  ///   - effects: x by authority, then by projected year.
  init(within england: [ProjectedYear], effects: [[Uncertain]]) {
    self.effects = effects
    shares = england.map { year in
      year.groups.mapValues { group in
        InCareSince.allCases.map { Shares(group.placementsSoFar($0)) }
      }
    }
  }

  /// Divides the next year.
  ///
  /// - Parameter ends: How it ends for each authority.
  mutating func divide(_ ends: [[ChildGroup: CareYearEnd]]) {
    let year = excess.count
    excess.append(
      shares[year].reduce(into: [:]) { excess, entry in
        let (group, shares) = (entry.key, entry.value)
        excess[group] = InCareSince.allCases.map { since in
          let q = shares[since.rawValue].threeOrMore
          var (whole, more) = (Uncertain.zero, Uncertain.zero)
          for (effect, end) in zip(effects, ends) {
            let number = end[group]!.since[since.rawValue]
            whole += number
            more += number * (q.odds(times: effect[year]) - q)
          }
          return more.share(of: whole)
        }
      })
  }

  /// Children of some authorities by in care since × placements so far.
  ///
  /// - Parameters:
  ///   - members: Places of the authorities.
  ///   - year: Place of a year that was divided.
  ///   - group: Which children.
  ///   - numbers: Children of each of the authorities by ``InCareSince``.
  func counts(
    of members: [Int], year: Int, _ group: ChildGroup, numbers: [[Uncertain]]
  ) -> [[Uncertain]] {
    InCareSince.allCases.map { since in
      let shares = shares[year][group]![since.rawValue]
      let excess = excess[year][group]![since.rawValue]
      var (whole, threeOrMore) = (Uncertain.zero, Uncertain.zero)
      for (member, number) in zip(members, numbers) {
        let share = shares.threeOrMore.odds(times: effects[member][year]) - excess
        whole += number[since.rawValue]
        threeOrMore += number[since.rawValue] * share
      }
      let others = whole - threeOrMore
      return [others * shares.one, others * (1 - shares.one), threeOrMore]
    }
  }
}
