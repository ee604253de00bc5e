import LinearAlgebra
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
  /// By projected year, then by region.
  private let regions: [[RegionYear]]
  /// Children who leave care at the ages of care leavers, by authority, then by projected year.
  let leaving: [[LeavingCare]]

  /// Sums over authorities by age group, and of asylum-seeking children.
  private struct EntrySums: Sendable {
    let entries: [Uncertain]
    let asylum: Uncertain
  }

  /// All children of a region in a year.
  private struct RegionYear: Sendable {
    /// By what they feel; see ``parts(of:_:_:_:)``.
    let children: [ChildGroup: [CareYearChildren]]
    /// On 31 March, in care since × placements so far.
    let placements: [ChildGroup: [[Uncertain]]]
  }

  /// Goes through all years with all authorities.
  ///
  /// - Parameters:
  ///   - shares: Of all authorities.
  ///   - regions: Places of the authorities of each region; every authority is in one.
  ///   - england: What they are parts of.
  ///   - responses: What each projected year does to children: at England's rates, and with each of
  ///     ``AreaLeaning/all``.
  ///   - paths: How the authorities' effects go on.
  ///   - threads: How many are computed at once; all cores with `nil`. It changes no number.
  /// - Throws: ``CareLeaverFaults`` where children leaving care are no number.
  init(
    of shares: [AreaShares], in regions: [[Int]], within england: Projection,
    responses: [[ChildGroup: CareYearResponse]], along paths: AreaEffectPaths, threads: Int?
  ) throws {
    let opening = shares.map { area in
      england.opening.reduce(into: [:]) { stocks, group in
        stocks[group.key] = group.value.part(area.opening[group.key]!)
      }
    }
    let first = AuthorityFlows.EnglandsYear(england.years[0])
    let flows = try concurrently(shares.indices, threads: threads) {
      Self.flows(of: shares[$0], from: opening[$0], in: first, responses[0], along: paths)
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
    var regionYears: [[RegionYear]] = []
    var leaving = shares.map { _ in [LeavingCare]() }
    for year in responses.indices {
      let began = stocks
      let children = try concurrently(shares.indices, threads: threads) { area in
        Self.children(
          shares[area], began[area], responses[year],
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
      let together = try concurrently(regions.indices, threads: threads) { region in
        var (whole, ends) = ([ChildGroup: [CareYearChildren]](), [[ChildGroup: CareYearEnd]]())
        for area in regions[region] {
          var end: [ChildGroup: CareYearEnd] = [:]
          for (group, children) in children[area] {
            let parts = Self.parts(of: children, flows[area], year, found[group]!)
            end[group] = responses[year][group]!.end(of: parts)
            whole[group] = whole[group].map { zip($0, parts).map { .sum($0, $1) } } ?? parts
          }
          ends.append(end)
        }
        return (whole: whole, ends: ends)
      }
      var ends = [[ChildGroup: CareYearEnd]](repeating: [:], count: shares.count)
      for (members, region) in zip(regions, together) {
        for (area, end) in zip(members, region.ends) { ends[area] = end }
      }
      placements.divide(ends)
      regionYears.append(
        zip(regions, together).map { members, region in
          RegionYear(
            children: region.whole,
            placements: region.whole.keys.reduce(into: [:]) { counts, group in
              counts[group] = placements.counts(
                of: members, year: year, group, numbers: region.ends.map { $0[group]!.since })
            })
        })
      for area in shares.indices {
        stocks[area] = ends[area].mapValues(\.stock)
        let both = ends[area][.otherChildren]! + ends[area][.asylumSeeking]!
        leaving[area].append(
          try LeavingCare(
            atEighteen: both.leftAtEighteen, atSixteenOrSeventeen: both.leftAtSixteenOrSeventeen))
      }
    }
    (self.means, self.leaving, self.placements) = (means, leaving, placements)
    self.regions = regionYears
  }

  /// The years of an authority.
  ///
  /// - Parameters:
  ///   - area: Its place.
  ///   - years: The reporting years.
  func years(ofAuthority area: Int, _ years: [Int]) -> [ProjectedYear] {
    var stocks = opening[area]
    return years.indices.map { year in
      let children = Self.children(
        shares[area], stocks, responses[year], factor: flows[area].entries[year],
        over: entrySums[year])
      let groups = children.reduce(into: [ChildGroup: CareYear]()) { groups, entry in
        let group = entry.key
        let whole = responses[year][group]!.year(
          of: Self.parts(of: entry.value, flows[area], year, means[year][group]!))
        let numbers = InCareSince.allCases.map { whole.placementsSoFar($0).sum() }
        groups[group] = whole.having(
          placements: placements.counts(of: [area], year: year, group, numbers: [numbers]))
      }
      stocks = groups.mapValues(\.stock)
      return ProjectedYear(year: years[year], groups)
    }
  }

  /// The years of some regions together.
  ///
  /// - Parameters:
  ///   - places: Their places.
  ///   - years: The reporting years.
  func years(ofRegions places: [Int], _ years: [Int]) -> [ProjectedYear] {
    years.indices.map { year in
      let regions = places.map { self.regions[year][$0] }
      let groups = ChildGroup.allCases.reduce(into: [ChildGroup: CareYear]()) { groups, group in
        let children = regions.map { $0.children[group]! }
        let counts = regions.map { $0.placements[group]! }
        groups[group] = responses[year][group]!.year(
          of: children.dropFirst().reduce(children[0]) { zip($0, $1).map { .sum($0, $1) } }
        ).having(
          placements: counts.dropFirst().reduce(counts[0]) {
            zip($0, $1).map { zip($0, $1).map { $0 + $1 } }
          })
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
