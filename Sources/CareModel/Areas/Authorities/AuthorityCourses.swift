import Parameters
import Statistics

/// The children of all authorities through the projected years: what tells an authority's part of
/// England apart from England as a whole.
///
/// The children of every authority enter and leave in a way of their own (``AuthorityFlows``); entries
/// are then divided so that they add up to England's, and leanings counted from their mean
/// (``LeaningMeans``), so that every number of children does. How many placements they have had is their
/// own too (``AuthorityPlacements``).
struct AuthorityCourses: Sendable {
  private let shares: [AreaShares]
  private let flows: [AuthorityFlows]
  private let opening: [[ChildGroup: CareStock]]
  /// By projected year.
  private let responses: [[ChildGroup: CareYearResponse]]
  /// Sum of the authorities' shares of entries, times what multiplies them, by projected year.
  private let entrySums: [EntrySums]
  /// By projected year, then by ``AreaLeaning/all``.
  private let means: [[ChildGroup: [LeaningMeans]]]
  private let placements: AuthorityPlacements
  /// Children who leave care at the ages of care leavers, by authority, then by projected year.
  let leaving: [[LeavingCare]]

  /// Sums over authorities by age group, and of asylum-seeking children.
  private struct EntrySums: Sendable {
    let entries: [Uncertain]
    let asylum: Uncertain
  }

  /// Goes through all years with all authorities.
  ///
  /// - Parameters:
  ///   - shares: Of all authorities.
  ///   - england: What they are parts of.
  ///   - responses: What each projected year does to children: at England's rates, and with each of
  ///     ``AreaLeaning/all``.
  ///   - paths: How the authorities' effects go on.
  /// - Throws: ``CareLeaverFaults`` where children leaving care are no number.
  init(
    of shares: [AreaShares], within england: Projection,
    responses: [[ChildGroup: CareYearResponse]], along paths: AreaEffectPaths
  ) throws {
    let opening = shares.map { area in
      england.opening.reduce(into: [:]) { stocks, group in
        stocks[group.key] = group.value.part(area.opening[group.key]!)
      }
    }
    let first = AuthorityFlows.EnglandsYear(england.years[0])
    let flows = zip(shares, opening).map { area, stocks in
      Self.flows(of: area, from: stocks, in: first, responses[0], along: paths)
    }
    let entrySums = responses.indices.map { year in
      let factors = flows.map { $0.entries[year] }
      func sum(_ share: (AreaShares) -> Double) -> Uncertain {
        zip(shares, factors).map { $1 * share($0) }.sum()
      }
      return EntrySums(
        entries: AgeGroup.allCases.map { age in sum { $0.entries[age.index] } },
        asylum: sum(\.asylumEntries))
    }
    (self.shares, self.flows, self.opening) = (shares, flows, opening)
    (self.responses, self.entrySums) = (responses, entrySums)

    var placements = AuthorityPlacements(
      within: england.years, effects: Self.placementEffects(of: shares, in: england, along: paths))
    var stocks = opening
    var means: [[ChildGroup: [LeaningMeans]]] = []
    var leaving = shares.map { _ in [LeavingCare]() }
    for year in responses.indices {
      let children = shares.indices.map { area in
        Self.children(
          shares[area], stocks[area], responses[year],
          factor: flows[area].entries[year], over: entrySums[year])
      }
      let found = ChildGroup.allCases.reduce(into: [ChildGroup: [LeaningMeans]]()) { means, group in
        means[group] = AreaLeaning.all.indices.map { leaning in
          LeaningMeans(
            of: flows.map { $0.leanings[leaning][year] }, in: AreaLeaning.all[leaning].range,
            children.map { $0[group]! })
        }
      }
      means.append(found)
      let ends = shares.indices.map { area in
        children[area].reduce(into: [ChildGroup: CareYearEnd]()) { ends, group in
          ends[group.key] = responses[year][group.key]!.end(
            of: Self.parts(of: group.value, flows[area], year, found[group.key]!))
        }
      }
      placements.divide(ends)
      for area in shares.indices {
        stocks[area] = ends[area].mapValues(\.stock)
        let both = ends[area][.otherChildren]! + ends[area][.asylumSeeking]!
        leaving[area].append(
          try LeavingCare(
            atEighteen: both.leftAtEighteen, atSixteenOrSeventeen: both.leftAtSixteenOrSeventeen))
      }
    }
    (self.means, self.leaving, self.placements) = (means, leaving, placements)
  }

  /// The years of an area that some authorities make up, all together.
  ///
  /// - Parameters:
  ///   - members: Places of the authorities.
  ///   - years: The reporting years.
  func years(of members: [Int], _ years: [Int]) -> [ProjectedYear] {
    var stocks = members.map { opening[$0] }
    return years.indices.map { year in
      let parts = members.indices.map { place in
        let area = members[place]
        return Self.children(
          shares[area], stocks[place], responses[year], factor: flows[area].entries[year],
          over: entrySums[year]
        ).reduce(into: [ChildGroup: [CareYearChildren]]()) { parts, group in
          parts[group.key] = Self.parts(
            of: group.value, flows[area], year, means[year][group.key]!)
        }
      }
      var groups: [ChildGroup: CareYear] = [:]
      for group in ChildGroup.allCases {
        let response = responses[year][group]!
        let whole = response.year(
          of: parts.dropFirst().reduce(parts[0][group]!) { all, next in
            zip(all, next[group]!).map { .sum($0, $1) }
          })
        let ends: [(stock: CareStock, since: [Uncertain])]
        if members.count == 1 {
          ends = [(whole.stock, InCareSince.allCases.map { whole.placementsSoFar($0).sum() })]
        } else {
          ends = parts.map { response.end(of: $0[group]!) }.map { ($0.stock, $0.since) }
        }
        groups[group] = whole.having(
          placements: placements.counts(
            of: members, year: year, group, numbers: ends.map(\.since)))
        for place in members.indices { stocks[place][group] = ends[place].stock }
      }
      return ProjectedYear(year: years[year], groups)
    }
  }

  /// The children of an authority's year.
  private static func children(
    _ area: AreaShares, _ stocks: [ChildGroup: CareStock],
    _ response: [ChildGroup: CareYearResponse], factor: Uncertain, over sums: EntrySums
  ) -> [ChildGroup: CareYearChildren] {
    let shares = zip(area.entries, sums.entries).map { factor * $0 / $1 }
    let asylum = factor * area.asylumEntries / sums.asylum
    return response.reduce(into: [:]) { children, group in
      let entries = group.value.entries.part(
        BirthCohort.ages.map { age in
          group.key == .otherChildren ? shares[AgeGroup(holding: age).index] : asylum
        })
      children[group.key] = CareYearChildren(
        stock: stocks[group.key]!, entered: entries.byCohort, mix: entries.mix)
    }
  }

  /// Children at England's rates, then those who lean.
  private static func parts(
    of children: CareYearChildren, _ flows: AuthorityFlows, _ year: Int, _ means: [LeaningMeans]
  ) -> [CareYearChildren] {
    let leaning = zip(means, flows.leanings).map { $0.part(of: children, leaning: $1[year]) }
    return [leaning.reduce(children) { .sum($0, $1, times: -1) }] + leaning
  }

  /// By authority, then by projected year.
  private static func placementEffects(
    of shares: [AreaShares], in england: Projection, along paths: AreaEffectPaths
  ) -> [[Uncertain]] {
    let counts = england.years[0].placementsSoFar().map(\.central)
    let children = counts.reduce(0, +)
    return shares.map { area in
      paths.path(
        of: .threeOrMore, in: area.area,
        chance: AreaEffect.chance(ofShare: counts[2] / children, of: area.stock * children))
    }
  }

  private static func flows(
    of area: AreaShares, from stocks: [ChildGroup: CareStock],
    in england: AuthorityFlows.EnglandsYear, _ response: [ChildGroup: CareYearResponse],
    along paths: AreaEffectPaths
  ) -> AuthorityFlows {
    let usual = EntrySums(entries: area.entries.map { _ in 1 }, asylum: 1)
    let children = children(area, stocks, response, factor: 1, over: usual)
    func nobody(_ children: CareYearChildren) -> CareYearChildren {
      .sum(children, children, times: -1)
    }
    let ends = (0...AreaLeaning.all.count).map { leaning in
      ChildGroup.allCases.map { group in
        let all = children[group]!
        return response[group]!.end(
          of: (0...AreaLeaning.all.count).map { $0 == leaning ? all : nobody(all) })
      }.reduce(nil) { (sum: CareYearEnd?, end) in sum.map { $0 + end } ?? end }!
    }
    let first = AuthorityFlows.FirstYear(
      stock: ChildGroup.allCases.map { stocks[$0]!.total }.sum(),
      entries: ChildGroup.allCases.map { children[$0]!.entered.sum() }.sum(), ends: ends)
    let part = area.stock
    let flowChance =
      AreaEffect.chance(ofCount: part * england.entries.central)
      + AreaEffect.chance(ofCount: part * england.exits.central)
    return AuthorityFlows(
      from: first, in: england,
      paths: (
        paths.path(of: .turnover, in: area.area, chance: flowChance / 4),
        paths.path(of: .balance, in: area.area, chance: flowChance)
      ))
  }
}
