import Statistics
import Testing

@testable import CareModel

/// Draws side by side, in the order of a number.
@Suite struct LaneOrderTests {
  @Test(arguments: [1, 2, 7, 8, 9, 17]) func drawsComeBackToTheirPlaces(draws: Int) {
    let key = (0..<draws).map { Double(($0 * 5) % 7) }
    let order = LaneOrder(draws: draws) { key[$0] }
    let number = Uncertain.drawn((0..<draws).map { 10 + Double($0) })
    let lanes = (0..<order.groups).map { order.lanes(of: number, $0) }
    #expect(order.groups == (draws + 7) / 8)
    #expect(order.number { lanes[$0] } == number)
    // The last draw fills what is left, and keys rise.
    let keys = lanes.flatMap { lanes in lanes.indices.map { key[Int(lanes[$0]) - 10] } }
    #expect(keys == keys.sorted() && keys.last == key.max())
  }

  @Test func aKnownNumberIsInEveryLane() {
    let order = LaneOrder(draws: nil) { _ in 3 }
    #expect(order.groups == 1)
    let lanes = order.lanes(of: 4, 0)
    #expect(lanes.indices.allSatisfy { lanes[$0] == 4 })
    #expect(order.number { _ in lanes } == .known(4))
  }
}
