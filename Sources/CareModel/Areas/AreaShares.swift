public import Parameters

/// What part an area is of England, in everything that is not a rate or a price.
///
/// An area begins with its part of England's opening stock, and with its part of England's entries before
/// its own flows change it. Shares of areas add up to those of the area they make up.
public struct AreaShares: Sendable, Equatable {
  /// The area.
  public let area: Area
  /// Share of the children of the opening 31 March by group, age group × placement. 5 × P; 0 to 1.
  public let opening: [ChildGroup: [[Double]]]
  /// Share of all of them, 0 to 1.
  public let stock: Double
  /// Share of other children who enter by age group. 5; 0 to 1.
  public let entries: [Double]
  /// Share of asylum-seeking children who enter, 0 to 1.
  public let asylumEntries: Double
  /// Share of the children in the population, 0 to 1.
  public let population: Double
  /// Share of care leavers by age group, above 0, at most 1.
  public let careLeavers: [CareLeaverAgeGroup: Double]

  /// The shares of an area.
  public init(
    area: Area, opening: [ChildGroup: [[Double]]], stock: Double, entries: [Double],
    asylumEntries: Double, population: Double, careLeavers: [CareLeaverAgeGroup: Double]
  ) {
    precondition(
      entries.count == AgeGroup.allCases.count, "\(entries.count) age groups of entries, not 5")
    self.area = area
    self.opening = opening
    self.stock = stock
    self.entries = entries
    self.asylumEntries = asylumEntries
    self.population = population
    self.careLeavers = careLeavers
  }

  /// The shares of an area that some areas make up.
  ///
  /// - Parameters:
  ///   - area: The area.
  ///   - parts: At least one, none overlapping another.
  public init(area: Area, summing parts: [AreaShares]) {
    precondition(!parts.isEmpty, "\(area.name) is made up of no areas")
    func sum(_ share: (AreaShares) -> Double) -> Double { parts.reduce(0) { $0 + share($1) } }
    self.init(
      area: area,
      opening: parts[0].opening.reduce(into: [:]) { result, group in
        result[group.key] = group.value.indices.map { age in
          group.value[age].indices.map { placement in sum { $0.opening[group.key]![age][placement] }
          }
        }
      },
      stock: sum(\.stock), entries: AgeGroup.allCases.map { age in sum { $0.entries[age.index] } },
      asylumEntries: sum(\.asylumEntries), population: sum(\.population),
      careLeavers: parts[0].careLeavers.reduce(into: [:]) { result, group in
        result[group.key] = sum { $0.careLeavers[group.key]! }
      })
  }
}
