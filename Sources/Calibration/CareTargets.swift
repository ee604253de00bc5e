import CareModel
import Statistics

/// The published figures of one year beside the model's, with what the fit takes as their standard
/// deviation: a share of the figure for what the model leaves out, and 10 children for rounding.
struct CareTargets {
  let placements: [PlacementType]
  let year: CareFitModel.Year
  let state: CareFitState

  private var other: CareYear { year.modelled.groups[.otherChildren]! }
  private var asylum: CareYear { year.modelled.groups[.asylumSeeking]! }
  private var published: PublishedCareYear { year.published }

  /// All comparisons of the year, in a fixed order.
  var comparisons: [Comparison] { stock + exits + exitsByPlacement + moves }

  private func compare(
    _ table: String, _ category: String, _ published: Double, _ modelled: Uncertain, within: Double
  ) -> Comparison {
    Comparison(
      table: table, category: category, year: year.published.year, published: published,
      modelled: modelled.central,
      deviation: (within * within * published * published + 100).squareRoot())
  }

  private var stock: [Comparison] {
    let all = other.stock + asylum.stock
    var result = AgeGroup.allCases.map { group in
      compare(
        "stock by age", group.rawValue, published.stock[group.index], all.children(in: group),
        within: 0.01)
    }
    result.append(compare("stock", "Total", published.stockTotal, all.total, within: 0.004))
    result.append(
      compare(
        "stock", "asylum-seeking", published.asylumStock, asylum.stock.total, within: 0.015))
    let underSixteen = asylum.stock.byAge.prefix(16).reduce(0, +)
    result.append(
      compare(
        "stock", "asylum-seeking under 16", published.asylumStock * published.asylumUnderSixteen,
        underSixteen, within: 0.05))
    result += byHeading("stock by placement", published.stockByPlacement, all.byPlacement, 0.01)
    result += byHeading(
      "asylum-seeking stock by placement", published.asylumByPlacement,
      asylum.stock.byPlacement, 0.05)
    return result
  }

  private var exits: [Comparison] {
    let byAge = zip(other.exitsByAge, asylum.exitsByAge).map { $0 + $1 }
    var byGroup = [Uncertain](repeating: 0, count: ExitAgeGroup.allCases.count)
    for age in BirthCohort.ages { byGroup[ExitAgeGroup(holding: age).index] += byAge[age] }
    for group in ExitAgeGroup.allCases {
      byGroup[group.index] += published.transfers * state.transferAges[group.index]
    }
    let total = other.exited + asylum.exited + Uncertain(published.transfers)
    var result = ExitAgeGroup.allCases.map { group in
      compare(
        "exits by age", group.rawValue, published.ceased[group.index], byGroup[group.index],
        within: 0.03)
    }
    let eighteen = (other.exitsAtEighteen + asylum.exitsAtEighteen).reduce(0, +)
    result.append(
      compare("exits by age", "18", published.ceasedAtEighteen, eighteen, within: 0.015))
    result.append(compare("exits", "Total", published.ceasedTotal, total, within: 0.01))
    var rest = published.ceasedTotal - published.ceasedAtEighteen - published.transfers
    for count in published.ceasedByReason {
      rest -= count.children
      result.append(
        compare(
          "exits by reason", count.reason.rawValue, count.children,
          other.exited(count.reason) + asylum.exited(count.reason), within: 0.025))
    }
    result.append(
      compare(
        "exits by reason", ExitReason.otherReason.rawValue, rest,
        other.exited(.otherReason) + asylum.exited(.otherReason), within: 0.08))
    if let ceased = published.ceasedAsylum {
      result.append(
        compare(
          "exits", "asylum-seeking", ceased,
          asylum.exited + state.transfersAsylumShare * published.transfers,
          within: 0.03))
    }
    return result
  }

  private var exitsByPlacement: [Comparison] {
    var modelled = [Uncertain](repeating: 0, count: placements.count)
    for group in [other, asylum] {
      for placement in placements.indices {
        modelled[placement] += group.exitsAtEighteen[placement]
        for reason in group.exits {
          modelled[placement] += reason.reduce(0) { $0 + $1[placement] }
        }
      }
    }
    let asylumMix = asylum.childYearsByPlacement
    let time = asylumMix.reduce(0, +)
    for placement in placements.indices {
      modelled[placement] += published.transfers * asylumMix[placement] / time
    }
    return byHeading("exits by placement", published.ceasedByPlacement, modelled, 0.04)
  }

  private var moves: [Comparison] {
    var placed = [Uncertain](repeating: 0, count: placements.count)
    for group in [other, asylum] {
      for placement in placements.indices {
        placed[placement] += group.entries.reduce(0) { $0 + $1[placement] }
        placed[placement] += group.moves.reduce(0) { $0 + $1[placement] }
      }
    }
    var first = [Uncertain](repeating: 0, count: placements.count)
    for placement in placements.indices {
      first[placement] = [other, asylum].reduce(0) { sum, group in
        sum + group.entries.reduce(0) { $0 + $1[placement] }
      }
    }
    let scale = Uncertain(published.starts.reduce(0, +)) / first.sum()
    var result = byHeading("new placements", published.newPlacements, placed, 0.05)
    result += byHeading(
      "starts by placement", published.startsByPlacement, first.map { $0 * scale }, 0.04)
    for (since, shares) in zip(InCareSince.allCases, published.placementsSoFar) {
      let children = zip(other.placementsSoFar(since), asylum.placementsSoFar(since))
        .map { $0 + $1 }
      let total = children.reduce(0, +)
      let stock = shares.reduce(0, +)
      for count in 0..<PlacementsSoFar.counts {
        // Shares set beside each other, as percentages; half a point is one deviation.
        result.append(
          Comparison(
            table: since == .firstOfApril ? "placements, whole year" : "placements, part year",
            category: ["1", "2", "3-or-more"][count], year: published.year,
            published: 100 * shares[count] / stock,
            modelled: (100 * children[count] / total).central,
            deviation: 0.5))
      }
    }
    return result
  }

  private func byHeading(
    _ table: String, _ headings: [String: Double], _ modelled: [Uncertain], _ within: Double
  ) -> [Comparison] {
    headings.sorted { $0.key < $1.key }.compactMap { heading, count in
      let members = placements.indices.filter { index in
        placements[index].id == heading || placements[index].publishedHeadings.contains(heading)
      }
      guard !members.isEmpty else { return nil }
      return compare(
        table, heading, count, members.reduce(0) { $0 + modelled[$1] }, within: within)
    }
  }
}
