import Foundation
import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct SolvingTests {
  private static func roots(
    _ range: ClosedRange<Double>, target: Double = 0, parts: Int = 16,
    _ f: (Double) -> Double
  ) throws -> [Double] {
    guard
      case .at(let values) = try Switching.values(in: range, target: target, parts: parts, of: f)
    else { return [] }
    return values
  }

  @Test func knownRoots() throws {
    expectClose(try Self.roots(0...2) { $0 * $0 - 2 }, [sqrt(2)], relative: 1e-8)
    expectClose(try Self.roots(0...2, target: 3) { $0 * $0 }, [sqrt(3)], relative: 1e-8)
    expectClose(
      try Self.roots(1...10, sin), [.pi, 2 * .pi, 3 * .pi], relative: 1e-8)
    expectClose(
      try Self.roots(-1...1, parts: 1) { $0 * $0 * $0 }, [0.0], relative: 0, absolute: 1e-3)
    expectClose(try Self.roots(0...1) { exp(-30 * $0) - 0.5 }, [log(2) / 30], relative: 1e-7)
    // A root on the grid is found once; a jump counts as a crossing.
    #expect(try Self.roots(0...16) { $0 - 4 } == [4])
    expectClose(try Self.roots(0...1, parts: 3) { $0 < 0.4 ? -1 : 1 }, [0.4], relative: 1e-8)
  }

  @Test func staysOnOneSide() throws {
    #expect(try Switching.values(in: 0...1) { $0 + 1 } == .staysAbove)
    #expect(try Switching.values(in: 0...1, target: 5) { $0 } == .staysBelow)
    #expect(try Switching.values(in: 0...1) { $0 + 1 }.first == nil)
    #expect(throws: SensitivityError.notFinite(at: 0, value: .infinity)) {
      try Switching.values(in: 0...1) { 1 / $0 }
    }
  }

  /// Far fewer calls than halving takes.
  @Test func callsOfTheFunction() throws {
    var calls = 0
    _ = try Switching.values(in: 0...3, parts: 1, tolerance: 1e-12) {
      calls += 1
      return exp($0) - 5
    }
    #expect(calls < 15, "\(calls)")
  }

  /// `d x = 10` over draws d = 1 … 100 and x up to 2: draws below 5 stay below.
  @Test func valuesOverDraws() throws {
    let values = try SwitchingValues(draws: 100, in: 0.05...2, target: 10) { x, draw in
      Double(draw + 1) * x
    }
    #expect(values.shareBelow == 0.04 && values.shareAbove == 0 && values.shareSeveral == 0)
    let expected = (5...100).map { 10 / Double($0) }
    for p in [0, 0.025, 0.5, 1] {
      expectClose(
        try #require(values.quantile(at: p)), quantile(of: expected, at: p, type: .inclusive),
        relative: 1e-7)
    }
    let none = try SwitchingValues(draws: 3, in: 0...1) { x, _ in x + 1 }
    #expect(none.quantile(at: 0.5) == nil && none.shareAbove == 1)
  }

  /// The same roots for draws taken side by side, whatever the draws beside them.
  @Test func valuesOfManyDrawsTogether() throws {
    var calls = 0
    let values = try SwitchingValues(together: 100, in: 0.05...2, target: 10) { x in
      calls += 1
      return x.enumerated().map { exp(Double($0 + 1) * $1) }
    }
    for (draw, found) in values.draws.enumerated() {
      let root = Foundation.log(10.0) / Double(draw + 1)
      guard (0.05...2).contains(root) else {
        #expect(found == (root > 2 ? .staysBelow : .staysAbove))
        continue
      }
      expectClose(try #require(found.first), root, relative: 1e-7)
    }
    #expect(calls < 17 + 40, "\(calls)")
    let alone = try SwitchingValues(together: 1, in: 0.05...2, target: 10) { x in
      [exp(7 * x[0])]
    }
    #expect(alone.draws[0] == values.draws[6])
  }

  @Test func severalRootsOfSomeDrawsTogether() throws {
    let values = try SwitchingValues(together: 3, in: 1...10) { x in
      [sin(x[0]), x[1] + 1, x[2] < 4.2 ? -1 : 1]
    }
    guard case .at(let roots) = values.draws[0] else {
      Issue.record("no root of the sine")
      return
    }
    expectClose(roots, [.pi, 2 * .pi, 3 * .pi], relative: 1e-8)
    #expect(values.draws[1] == .staysAbove)
    expectClose(try #require(values.draws[2].first), 4.2, relative: 1e-8)
    #expect(throws: SensitivityError.notFinite(at: 0, value: .infinity)) {
      try SwitchingValues(together: 1, in: 0...1) { [1 / $0[0]] }
    }
  }

  @Test func superiority() throws {
    let stream = RandomStream(seed: 5, purpose: 77, draw: 0)
    let (common, own) = (stream.normals(4000), stream.normals(4000, from: 4000))
    let better = zip(common, own).map { $0 + 0.2 + 0.4 * $1 }
    let found = Superiority(of: better, over: common)
    // P(0.2 + 0.4 z > 0) = Φ(½).
    #expect(found.probability.interval.contains(standardNormalCumulative(0.5)))
    #expect(found.difference.interval.contains(0.2))
    let back = Superiority(of: common, over: better)
    expectClose(back.probability.value, 1 - found.probability.value, relative: 1e-12)
    expectClose(back.difference.value, -found.difference.value, relative: 1e-12)
    let same = Superiority(of: common, over: common)
    #expect(same.probability.value == 0.5 && same.difference.value == 0)
    let sure = Superiority(of: [1, 2, 3], over: [0, 0, 0])
    #expect(sure.probability.value == 1 && sure.probability.interval.upperBound == 1)
  }
}
