import CareModel
import Statistics

/// Spreads a published opening stock over single ages and placement types.
///
/// Age by placement is not published. Other children and asylum-seeking children are each fitted
/// to their published totals by age group and by placement by iterative proportional fitting, from
/// the assumed openness of placement types to ages, so that structural zeros stay zero.
struct CareOpening {
  /// Placement types.
  let placements: [PlacementType]

  /// How open each placement type is to each age group, P × 5.
  let placementAge: [[Double]]

  /// Relative weight of placement types among the asylum-seeking children of one heading. P.
  let asylumWeights: [Double]

  /// The stock of each group of children, single ages by interpolation.
  ///
  /// - Parameters:
  ///   - year: The published year on whose 31 March it opens.
  ///   - seventeen: Share at 17 of those aged 16 and 17: other, asylum-seeking.
  func stocks(
    _ year: PublishedCareYear, seventeen: [Uncertain]
  ) throws -> [ChildGroup: CareStock] {
    let margins = margins(year)
    return try zip(ChildGroup.allCases, seventeen).reduce(into: [:]) { stocks, entry in
      let (byAge, byPlacement) = margins[entry.0]!
      let singles = singleAges(byAge)
      let seed = BirthCohort.ages.map { age in
        placements.indices.map { placement in
          singles[age] * byPlacement[placement]
            * placementAge[placement][AgeGroup(holding: age).index]
        }
      }
      var stock = try stock(byAge, byPlacement, seed: seed)
      // Fitting keeps the proportions of ages within a group, here a half each.
      for placement in placements.indices {
        let both = stock.children[16][placement] + stock.children[17][placement]
        stock.children[16][placement] = both * (1 - entry.1)
        stock.children[17][placement] = both * entry.1
      }
      stocks[entry.0] = stock
    }
  }

  /// The stock of each group of children, age by placement nearest to a modelled stock.
  func stocks(
    _ year: PublishedCareYear, nearest modelled: [ChildGroup: CareStock]
  ) throws -> [ChildGroup: CareStock] {
    try margins(year).reduce(into: [:]) { stocks, entry in
      let (byAge, byPlacement) = entry.value
      stocks[entry.key] = try stock(
        byAge, byPlacement, seed: modelled[entry.key]!.children.map { $0.map(\.central) })
    }
  }

  /// Published totals by age group and by placement type of each group of children; those of other
  /// children are what asylum-seeking children leave.
  private func margins(
    _ year: PublishedCareYear
  ) -> [ChildGroup: (byAge: [Double], byPlacement: [Double])] {
    let asylumPlacement = placementTotals(
      year.asylumByPlacement, total: year.asylumStock, weights: asylumWeights)
    let under = year.asylumStock * year.asylumUnderSixteen
    let asylumAge = [0, 0, 0, under, year.asylumStock - under]
    let allPlacement = placementTotals(
      year.stockByPlacement, total: year.stockTotal,
      weights: [Double](repeating: 1, count: placements.count))
    let scale = year.stockTotal / year.stock.reduce(0, +)
    let otherAge = zip(year.stock, asylumAge).map { $0 * scale - $1 }
    let otherPlacement = zip(allPlacement, asylumPlacement).map { max($0 - $1, 0) }
    let factor = otherAge.reduce(0, +) / otherPlacement.reduce(0, +)
    return [
      .asylumSeeking: (asylumAge, asylumPlacement),
      .otherChildren: (otherAge, otherPlacement.map { $0 * factor }),
    ]
  }

  /// Totals by placement type from counts by heading, made to add up to a total.
  ///
  /// A heading is a placement type's id or one of its published headings; the count of several
  /// types is divided by their weights.
  private func placementTotals(
    _ byHeading: [String: Double], total: Double, weights: [Double]
  ) -> [Double] {
    var result = [Double](repeating: 0, count: placements.count)
    for (heading, count) in byHeading.sorted(by: { $0.key < $1.key }) {
      let members = placements.indices.filter { index in
        placements[index].id == heading || placements[index].publishedHeadings.contains(heading)
      }
      let weight = members.reduce(0) { $0 + weights[$1] }
      for index in members { result[index] += count * weights[index] / weight }
    }
    let sum = result.reduce(0, +)
    return result.map { $0 * total / sum }
  }

  /// Age by placement nearest to a seed that has the margins; single ages keep the seed's
  /// proportions within a group and placement type.
  private func stock(
    _ byAge: [Double], _ byPlacement: [Double], seed: [[Double]]
  ) throws -> CareStock {
    let grouped = AgeGroup.allCases.map { group in
      placements.indices.map { placement in
        byAge[group.index] > 0 ? group.ages.reduce(0) { $0 + seed[$1][placement] } : 0
      }
    }
    let fitted = try fitted(grouped, rows: byAge, columns: byPlacement)
    return CareStock(
      BirthCohort.ages.map { age in
        let group = AgeGroup(holding: age).index
        return placements.indices.map { placement in
          let children =
            grouped[group][placement] > 0
            ? fitted[group][placement] * seed[age][placement] / grouped[group][placement] : 0
          return Uncertain(children)
        }
      })
  }

  /// Single ages from age groups: the cumulative count interpolated by a monotone cubic, 16 and 17
  /// divided evenly.
  private func singleAges(_ byGroup: [Double]) -> [Double] {
    var ends = [0.0]
    for count in byGroup { ends.append(ends.last! + max(count, 0)) }
    let curve = MonotoneCubic(x: [0, 1, 5, 10, 16, 18], y: ends)
    return BirthCohort.ages.map { age in
      switch age {
      case 16, 17: byGroup[4] / 2
      default: curve.value(at: Double(age + 1)) - curve.value(at: Double(age))
      }
    }
  }
}

extension CareOpening {
  /// Age group × placement from its margins, zeros of the seed kept.
  private func fitted(
    _ seed: [[Double]], rows: [Double], columns: [Double]
  ) throws -> [[Double]] {
    let fit = try IterativeProportionalFitting(
      prior: seed.flatMap { $0 }, shape: [rows.count, columns.count],
      margins: [
        Margin("age group", over: [0], targets: rows),
        Margin("placement type", over: [1], targets: columns),
      ])
    return rows.indices.map { row in
      Array(fit.cells[(row * columns.count)..<((row + 1) * columns.count)])
    }
  }
}
