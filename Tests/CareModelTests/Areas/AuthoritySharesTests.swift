import CareModel
import Datasets
import Parameters
import Statistics
import TestSupport
import Testing

/// The shares of the authorities over the data that ship.
@Suite struct AuthoritySharesTests {
  static let shares = Result {
    try AuthorityShares(
      from: DataFolder(Datasets.folder, everySeries: false), inputs: ProjectionSample.inputs.get())
  }

  static func shares(_ name: String) throws -> AreaShares {
    try shares.get().shares(of: shares.get().areas.named(name))
  }

  @Test func everyAuthorityHasSharesAndTheyAddUpToEngland() throws {
    let all = try Self.shares.get()
    let authorities = all.areas.authorities.map(all.shares)
    #expect(authorities.count == 153)
    let england = all.shares(of: .england)
    for (name, share) in Self.parts {
      expectClose(share(england), 1, relative: 1e-12, name)
      expectClose(authorities.reduce(0) { $0 + share($1) }, 1, relative: 1e-12, name)
      for area in authorities {
        #expect((0...1).contains(share(area)), "\(name) of \(area.area.name)")
      }
    }
  }

  @Test func regionsAreTheSumOfTheirAuthorities() throws {
    let all = try Self.shares.get()
    for region in all.areas.regions {
      let sum = AreaShares(
        area: region, summing: all.areas.authorities(in: region).map(all.shares))
      #expect(sum == all.shares(of: region))
    }
  }

  /// 1,956 of 83,529 children, 494 of 7,440 seeking asylum; about 1 in 40 of the entries of the young.
  @Test func theSharesOfALargeAuthorityAreThePublishedOnes() throws {
    let kent = try Self.shares("Kent")
    expectClose(kent.stock, 1_956 / 83_531.1, relative: 1e-4)
    let asylum = kent.opening[.asylumSeeking]![AgeGroup.sixteenAndOver.index]
    let other = kent.opening[.otherChildren]![AgeGroup.sixteenAndOver.index]
    #expect(asylum.max()! > other.max()!)
    #expect(kent.asylumEntries > 2 * kent.population)
    for share in kent.entries.prefix(3) { #expect((0.01...0.04).contains(share)) }
  }

  /// The City of London and the Isles of Scilly: little of anything, and more than nothing.
  @Test(arguments: ["City of London", "Isles of Scilly"])
  func thoseWithoutSplitsHaveEnglandsComposition(name: String) throws {
    let area = try Self.shares(name)
    #expect(area.stock > 0 && area.stock < 1e-4)
    for group in ChildGroup.allCases {
      for row in area.opening[group]! {
        for share in row { #expect(share > 0 && share < 3 * area.stock) }
      }
    }
    for share in area.entries { expectClose(share, area.population, relative: 0.1) }
    #expect(area.careLeavers.values.allSatisfy { $0 > 0 })
  }

  typealias Share = @Sendable (AreaShares) -> Double

  /// Every share that an area has.
  static let parts: [(String, Share)] = {
    var parts: [(String, Share)] = []
    parts.append(("stock", { $0.stock }))
    parts.append(("asylum entries", { $0.asylumEntries }))
    parts.append(("population", { $0.population }))
    for group in CareLeaverAgeGroup.allCases {
      parts.append(("care leavers \(group.rawValue)", { $0.careLeavers[group]! }))
    }
    for age in AgeGroup.allCases {
      parts.append(("entries \(age.rawValue)", { $0.entries[age.index] }))
      for group in ChildGroup.allCases {
        for placement in 0..<12 {
          let share: Share = { $0.opening[group]![age.index][placement] }
          parts.append(("opening \(group.rawValue), \(age.rawValue), \(placement)", share))
        }
      }
    }
    return parts
  }()
}
