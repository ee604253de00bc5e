import TestSupport
import Testing

@testable import CareModel

/// The stocks of authorities have their published margins and add up to England in every cell.
@Suite struct AreaStockTests {
  /// Group × age group × 2 headings, invented: nobody under five is in the second heading, and nobody
  /// under ten seeks asylum.
  static let england: [Double] = [
    10, 0, 20, 0, 30, 5, 40, 10, 20, 25,
    0, 0, 0, 0, 0, 0, 4, 1, 10, 15,
  ]

  static let areas = [
    AreaStock.Published(
      total: 60, byAge: [4, 8, 13, 20, 15], byHeading: [50, 10], asylumSeeking: 2),
    AreaStock.Published(
      total: 100, byAge: [5, 10, nil, nil, 42], byHeading: [nil, nil], asylumSeeking: 20),
    AreaStock.Published(
      total: 30, byAge: [nil, nil, nil, nil, nil], byHeading: [nil, nil], asylumSeeking: nil),
  ]

  @Test func cellsAddUpToEnglandAndTotalsToTheAreas() throws {
    let stock = try AreaStock(england: Self.england, over: Self.areas)
    for place in Self.england.indices {
      expectClose(
        stock.cells.reduce(0) { $0 + $1[place] }, Self.england[place], relative: 1e-12)
    }
    for (cells, area) in zip(stock.cells, Self.areas) {
      expectClose(cells.reduce(0, +), area.total * 190 / 190, relative: 1e-11)
      #expect(cells.allSatisfy { $0 >= 0 })
      for (place, children) in Self.england.enumerated() where children == 0 {
        #expect(cells[place] == 0)
      }
    }
  }

  /// The margins of an authority keep the proportions that its published counts set it apart by: the
  /// first has few asylum-seeking children, the second many.
  @Test func publishedMarginsAreKept() throws {
    let stock = try AreaStock(england: Self.england, over: Self.areas)
    let asylum = stock.cells.map { $0[10...].reduce(0, +) }
    let all = stock.cells.map { $0.reduce(0, +) }
    #expect(asylum[0] / all[0] < 0.06 && asylum[1] / all[1] > 0.2)
  }

  /// Nothing but a total: England's composition, scaled.
  @Test func anAuthorityOfWhichOnlyTheTotalIsKnownHasEnglandsComposition() throws {
    let alone = AreaStock.Published(
      total: 19, byAge: [nil, nil, nil, nil, nil], byHeading: [nil, nil], asylumSeeking: nil)
    let stock = try AreaStock(england: Self.england, over: [alone, alone])
    for cells in stock.cells {
      expectClose(cells, Self.england.map { $0 / 2 }, relative: 1e-12)
    }
  }

  /// Totals of another release are scaled to England's stock.
  @Test func totalsAreScaledToEngland() throws {
    let areas = [
      Self.areas[0],
      AreaStock.Published(
        total: 130, byAge: [6, 12, 22, 35, 55], byHeading: [84, 46], asylumSeeking: 28),
    ]
    let twice = areas.map {
      AreaStock.Published(
        total: 2 * $0.total, byAge: $0.byAge.map { $0.map { 2 * $0 } },
        byHeading: $0.byHeading.map { $0.map { 2 * $0 } },
        asylumSeeking: $0.asylumSeeking.map { 2 * $0 })
    }
    let stocks = try [areas, twice].map { try AreaStock(england: Self.england, over: $0) }
    for (a, b) in zip(stocks[0].cells, stocks[1].cells) {
      expectClose(a, b, relative: 1e-10)
    }
  }
}
