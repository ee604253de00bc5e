public import Parameters
import Statistics

/// The shares of every authority, region and of England, from published statistics alone.
///
/// Laws: the shares of the authorities of a region add up to the region's, those of the regions to
/// England's, which are 1.
public struct AuthorityShares: Sendable {
  /// The areas.
  public let areas: Areas
  private let byCode: [String: AreaShares]

  /// Reads what is published and makes the shares.
  ///
  /// - The opening stock is spread by ``AreaStock``. The total of an authority that has none (the
  ///   Isles of Scilly) is its region's children looked after per child, times its children.
  /// - Entries are spread by ``AreaEntries`` from the mean of the published starts of 2022 to 2024, as
  ///   far as the authority is in them. Asylum-seeking starts are taken off the ages at which England's
  ///   arrive.
  /// - Entries of asylum-seeking children are spread in the same way, but from the mean of the
  ///   published stocks: many are looked after by another authority soon after they arrive, so that
  ///   starts say where they arrive. Suppressed numbers are taken as 3, the middle of 1 to 5.
  /// - An authority all of whose splits are suppressed (the City of London, the Isles of Scilly) has its
  ///   population's share of entries.
  /// - Care leavers follow their published numbers, and where those are suppressed or 0 the children
  ///   aged 16 and 17 of the opening stock.
  ///
  /// - Parameters:
  ///   - data: Holds the series and `areas.yaml`.
  ///   - inputs: What England's projections rest on.
  /// - Throws: `InputError` where a figure is missing; `StatisticsError` where the published margins of
  ///   authorities do not fit England's stock.
  public init(from data: DataFolder, inputs: CareModelInputs) throws {
    let areas = try data.areas()
    let published = try AreaSeries(areas, from: data)
    let headings = AreaSeries.headings(of: inputs.placements)
    let care = CareAssumptions(
      placements: inputs.placements, parameters: DrawnParameters(inputs.parameters),
      lastObserved: CareModelInputs.openingYear)
    let england = try care.openingStock().mapValues { $0.children.map { $0.map(\.central) } }
    let cells = ChildGroup.allCases.flatMap { group in
      AgeGroup.allCases.flatMap { ages in
        headings.indices.map { heading in
          ages.ages.reduce(0) { sum, age in
            inputs.placements.indices.reduce(sum) { sum, placement in
              inputs.placements[placement].publishedHeadings[0] == headings[heading]
                ? sum + england[group]![age][placement] : sum
            }
          }
        }
      }
    }
    let population = try published.population()
    let stocks = try published.stocks(headings: headings)
    let fit = try AreaStock(england: cells, over: stocks)
    let rates = try care.referenceRates()
    let isTotalOnly = stocks.map(\.isTotalOnly)
    let entries = try published.entries(
      arrivalAges: AgeGroup.allCases.map { ages in
        ages.ages.reduce(0) { $0 + rates.asylumEntryAge[$1].central }
      }, leavingOut: isTotalOnly
    ).map {
      AreaEntries.shares(
        of: $0, population: population, weight: AreaEntries.weightOfPopulation)
    }
    let arrivals = AreaEntries.shares(
      of: try published.asylumStocks(leavingOut: isTotalOnly), population: population,
      weight: AreaEntries.weightOfPopulationForAsylum)
    let oldest = fit.cells.map { AuthorityShares.children($0, at: .sixteenAndOver) }
    let careLeavers = try CareLeaverAgeGroup.allCases.reduce(
      into: [CareLeaverAgeGroup: [Double]]()
    ) { result, group in
      result[group] = try published.careLeavers(group, following: oldest)
    }
    let children = population.reduce(0, +)
    let shares = areas.authorities.indices.map { index in
      AreaShares(
        area: areas.authorities[index],
        opening: fit.shares(of: index, inputs.placements, headings: headings),
        stock: fit.cells[index].reduce(0, +) / cells.reduce(0, +),
        entries: entries.map { $0[index] }, asylumEntries: arrivals[index],
        population: population[index] / children,
        careLeavers: careLeavers.mapValues { $0[index] })
    }
    self.init(areas, of: shares)
  }

  /// The shares of all areas from those of the authorities.
  ///
  /// - Parameter authorities: One for each authority, in their order.
  public init(_ areas: Areas, of authorities: [AreaShares]) {
    precondition(
      authorities.map(\.area) == areas.authorities, "shares of other areas than the authorities")
    self.areas = areas
    var byCode = Dictionary(uniqueKeysWithValues: authorities.map { ($0.area.code, $0) })
    let regions = areas.regions.map { region in
      AreaShares(
        area: region, summing: areas.authorities(in: region).map { byCode[$0.code]! })
    }
    for region in regions { byCode[region.area.code] = region }
    byCode[Area.england.code] = AreaShares(area: .england, summing: regions)
    self.byCode = byCode
  }

  /// The shares of one of the areas.
  public func shares(of area: Area) -> AreaShares {
    guard let shares = byCode[area.code] else {
      preconditionFailure("\(area.name) is none of the areas")
    }
    return shares
  }

  /// Children of an age group, laid out by group, age group and heading.
  private static func children(_ cells: [Double], at ages: AgeGroup) -> Double {
    let groups = ChildGroup.allCases.count
    let size = cells.count / groups / AgeGroup.allCases.count
    return (0..<groups).reduce(0) { sum, group in
      let start = (group * AgeGroup.allCases.count + ages.index) * size
      return cells[start..<(start + size)].reduce(sum, +)
    }
  }
}

extension AreaStock {
  /// An area's share of England's children by group, age group × placement type: that of the type's
  /// heading. Where England has no children, its share of all.
  func shares(
    of area: Int, _ placements: [PlacementType], headings: [String]
  ) -> [ChildGroup: [[Double]]] {
    let all = cells[area].reduce(0, +) / england.reduce(0, +)
    return ChildGroup.allCases.enumerated().reduce(into: [:]) { result, group in
      result[group.element] = AgeGroup.allCases.map { ages in
        placements.map { placement in
          let heading = headings.firstIndex(of: placement.publishedHeadings[0])!
          let place =
            (group.offset * AgeGroup.allCases.count + ages.index) * headings.count + heading
          let sum = cells.reduce(0) { $0 + $1[place] }
          return sum > 0 ? cells[area][place] / sum : all
        }
      }
    }
  }
}
