import CareModel
import Statistics

/// The published figures of one year beside the model's, as cells of the likelihood.
struct CareTargets {
  let placements: [PlacementType]
  /// Children by whole age.
  let population: [Double]
  /// What was published of the year before.
  let before: PublishedCareYear
  let year: CareFitModel.Year
  let state: CareFitState

  private var other: CareYear { year.modelled.groups[.otherChildren]! }
  private var asylum: CareYear { year.modelled.groups[.asylumSeeking]! }
  private var published: PublishedCareYear { year.published }

  /// All cells of the year, in a fixed order.
  var cells: [FitCell] {
    starts + stock + asylumStock + exits + exitsByReason + exitsByPlacement + moves
      + placementsSoFar
  }

  private func cell(
    _ table: FitTable, _ category: String, _ published: Double, _ modelled: Uncertain
  ) -> FitCell {
    FitCell(
      table: table, category: category, year: self.published.year, published: published,
      modelled: modelled)
  }

  private func shares(
    _ table: FitTable, _ parts: [(category: String, published: Double, modelled: Uncertain)]
  ) -> [FitCell] {
    FitCell.shares(table, published.year, parts)
  }

  /// Starts by age, and the repeated starts without which the published balance does not close:
  /// next stock − stock − starts + ceased.
  private var starts: [FitCell] {
    let modelled = state.starts(published, population: population)
    let all = published.starts.reduce(0, +)
    let repeats = published.stockTotal - before.stockTotal - all + published.ceasedTotal
    return AgeGroup.allCases.map {
      cell(.starts, $0.rawValue, published.starts[$0.index], modelled[$0.index])
    } + [cell(.repeats, "Total", repeats, state.entryRepeat * all)]
  }

  private var stock: [FitCell] {
    let all = other.stock + asylum.stock
    return shares(
      .stockByAge,
      AgeGroup.allCases.map {
        ($0.rawValue, published.stock[$0.index], all.children(in: $0))
      }) + [cell(.stockTotal, "Total", published.stockTotal, all.total)]
      + shares(.stockByPlacement, byHeading(published.stockByPlacement, all.byPlacement))
  }

  private var asylumStock: [FitCell] {
    let underSixteen = asylum.stock.byAge.prefix(16).reduce(0, +)
    let total = asylum.stock.total
    let young = published.asylumStock * published.asylumUnderSixteen
    return [cell(.asylumStock, "Total", published.asylumStock, total)]
      + shares(
        .asylumByAge,
        [
          ("under 16", young, underSixteen),
          ("16-17", published.asylumStock - young, total - underSixteen),
        ])
      + shares(
        .asylumByPlacement, byHeading(published.asylumByPlacement, asylum.stock.byPlacement))
  }

  private var exits: [FitCell] {
    let byAge = zip(other.exitsByAge, asylum.exitsByAge).map { $0 + $1 }
    var byGroup = [Uncertain](repeating: 0, count: ExitAgeGroup.allCases.count)
    for age in BirthCohort.ages { byGroup[ExitAgeGroup(holding: age).index] += byAge[age] }
    for group in ExitAgeGroup.allCases {
      byGroup[group.index] += published.transfers * state.transferAges[group.index]
    }
    let eighteen = (other.exitsAtEighteen + asylum.exitsAtEighteen).reduce(0, +)
    let total = other.exited + asylum.exited + Uncertain(published.transfers)
    var result = ExitAgeGroup.allCases.map {
      cell(.exits, $0.rawValue, published.ceased[$0.index], byGroup[$0.index])
    }
    result.append(cell(.exits, "18", published.ceasedAtEighteen, eighteen))
    result.append(cell(.exitsTotal, "Total", published.ceasedTotal, total))
    if let ceased = published.ceasedAsylum {
      let transferred = state.transfersAsylumShare * published.transfers
      result.append(cell(.asylumExits, "Total", ceased, asylum.exited + transferred))
    }
    return result
  }

  private var exitsByReason: [FitCell] {
    var rest = published.ceasedTotal - published.ceasedAtEighteen - published.transfers
    var parts: [(category: String, published: Double, modelled: Uncertain)] = []
    for count in published.ceasedByReason {
      rest -= count.children
      parts.append(
        (
          count.reason.rawValue, count.children,
          other.exited(count.reason) + asylum.exited(count.reason)
        ))
    }
    let modelled = other.exited(.otherReason) + asylum.exited(.otherReason)
    return shares(.exitsByReason, parts + [(ExitReason.otherReason.rawValue, rest, modelled)])
  }

  private var exitsByPlacement: [FitCell] {
    var modelled = [Uncertain](repeating: 0, count: placements.count)
    for group in [other, asylum] {
      let (eighteen, exits) = (group.exitsAtEighteen, group.exits)
      for placement in placements.indices {
        modelled[placement] += eighteen[placement]
        for reason in exits { modelled[placement] += reason.reduce(0) { $0 + $1[placement] } }
      }
    }
    let asylumMix = asylum.childYearsByPlacement
    let time = asylumMix.reduce(0, +)
    for placement in placements.indices {
      modelled[placement] += published.transfers * asylumMix[placement] / time
    }
    return shares(.exitsByPlacement, byHeading(published.ceasedByPlacement, modelled))
  }

  private var moves: [FitCell] {
    var first = [Uncertain](repeating: 0, count: placements.count)
    var placed = first
    for group in [other, asylum] {
      let (entries, moves) = (group.entries, group.moves)
      for placement in placements.indices {
        let entered = entries.reduce(0) { $0 + $1[placement] }
        first[placement] += entered
        placed[placement] += entered + moves.reduce(0) { $0 + $1[placement] }
      }
    }
    return byHeading(published.newPlacements, placed).map {
      cell(.newPlacements, $0.category, $0.published, $0.modelled)
    } + shares(.startsByPlacement, byHeading(published.startsByPlacement, first))
  }

  private var placementsSoFar: [FitCell] {
    zip(InCareSince.allCases, published.placementsSoFar).flatMap { since, counts in
      let children = zip(other.placementsSoFar(since), asylum.placementsSoFar(since))
        .map { $0 + $1 }
      return shares(
        since == .firstOfApril ? .placementsWholeYear : .placementsPartYear,
        counts.indices.map { (["1", "2", "3-or-more"][$0], counts[$0], children[$0]) })
    }
  }

  /// The model's placement types under the published headings that hold them.
  private func byHeading(
    _ headings: [String: Double], _ modelled: [Uncertain]
  ) -> [(category: String, published: Double, modelled: Uncertain)] {
    headings.sorted { $0.key < $1.key }.compactMap { heading, count in
      let members = placements.indices.filter { index in
        placements[index].id == heading || placements[index].publishedHeadings.contains(heading)
      }
      guard !members.isEmpty else { return nil }
      return (heading, count, members.reduce(0) { $0 + modelled[$1] })
    }
  }
}
