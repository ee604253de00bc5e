import TestSupport
import Testing

@testable import CareModel

/// Suppressed cells take what an authority's total leaves.
@Suite struct SuppressedCountsTests {
  @Test func publishedCountsStayAndRowsAddUp() {
    let counts: [[Double?]] = [[10, nil, nil], [20, 5, 1], [nil, nil, 8], [3, nil, 4]]
    let totals = [16.0, 26, 15, 9]
    let filled = SuppressedCounts.filled(counts, totals: totals, nation: [38, 15, 13])
    for (area, row) in filled.enumerated() {
      expectClose(row.reduce(0, +), totals[area], relative: 1e-14)
      for (category, cell) in row.enumerated() {
        #expect(cell >= 0)
        if let published = counts[area][category] { #expect(cell == published) }
      }
    }
    #expect(filled[3][1] == 2, "a lone suppressed cell is what the total leaves")
  }

  /// What is left of the nation divides the remainders: 6 : 2 here, where both rows lack both cells.
  @Test func remaindersFollowTheNation() {
    let filled = SuppressedCounts.filled(
      [[nil, nil, 4], [nil, nil, 6]], totals: [8, 10], nation: [6, 2, 10])
    expectClose(filled[0], [3, 1, 4], relative: 1e-12)
    expectClose(filled[1], [3, 1, 6], relative: 1e-12)
  }

  /// Rounding of the nation's count can leave nothing of a category that is suppressed somewhere.
  @Test func aCategoryOfWhichNothingIsLeftIsStillThere() {
    let filled = SuppressedCounts.filled([[nil, nil], [9, 1]], totals: [6, 10], nation: [8, 6])
    #expect(filled[0][0] > 0 && filled[0][1] > filled[0][0])
    expectClose(filled[0][0] + filled[0][1], 6, relative: 1e-14)
  }

  @Test func nothingSuppressedIsNothingChanged() {
    #expect(
      SuppressedCounts.filled([[1, 2], [3, 4]], totals: [3, 7], nation: [4, 6]) == [
        [1, 2], [3, 4],
      ])
    #expect(SuppressedCounts.filled([], totals: [], nation: [4]).isEmpty)
  }
}
