import Foundation
import Statistics
import Testing

/// The model's number does in every draw what a plain number does, to the last bit.
@Suite struct UncertainTests {
  /// Known and drawn numbers, above 0, that no binary fraction holds.
  static let numbers: [Uncertain] = [
    .known(0.1), .known(3), .drawn([0.7, 1e-3, 123.4, 1.1, 2]), .drawn([5, 1 / 3, 0.9, 1e5, 0.3]),
  ]
  static let pairs = numbers.flatMap { a in numbers.map { (a, $0) } }

  private func bits(_ number: Uncertain) -> [UInt64] { (0..<5).map { number[$0].bitPattern } }

  private func expect(
    _ result: Uncertain, of a: Uncertain, _ b: Uncertain, _ plain: (Double, Double) -> Double,
    at location: SourceLocation = #_sourceLocation
  ) {
    let expected = (0..<5).map { plain(a[$0], b[$0]).bitPattern }
    #expect(bits(result) == expected, "\(a), \(b)", sourceLocation: location)
    let isKnown = if case .known = result { true } else { false }
    let areKnown = if case (.known, .known) = (a, b) { true } else { false }
    #expect(isKnown == areKnown, "\(a), \(b)", sourceLocation: location)
  }

  @Test(arguments: pairs) func arithmeticIsThatOfEveryDraw(a: Uncertain, b: Uncertain) {
    expect(a + b, of: a, b) { $0 + $1 }
    expect(a - b, of: a, b) { $0 - $1 }
    expect(a * b, of: a, b) { $0 * $1 }
    expect(a / b, of: a, b) { $0 / $1 }
    expect(pow(a, b), of: a, b) { pow($0, $1) }
    expect(a.combined(with: b) { $0 - 2 * $1 }, of: a, b) { $0 - 2 * $1 }
  }

  @Test(arguments: pairs) func arithmeticInPlaceIsTheSame(a: Uncertain, b: Uncertain) {
    func updated(_ change: (inout Uncertain) -> Void) -> Uncertain {
      var number = a
      change(&number)
      return number
    }
    #expect(updated { $0 += b } == a + b)
    #expect(updated { $0 -= b } == a - b)
    #expect(updated { $0 *= b } == a * b)
    #expect(updated { $0 /= b } == a / b)
    // What a number was copied from stays.
    var twice = a
    twice += a
    #expect(twice == a + a && bits(a) == (0..<5).map { a[$0].bitPattern })
  }

  @Test(arguments: numbers) func functionsActOnEveryDraw(a: Uncertain) {
    expect(exp(a), of: a, a) { x, _ in exp(x) }
    expect(log(a), of: a, a) { x, _ in log(x) }
    expect(-a, of: a, a) { x, _ in -x }
    expect(a * 0.3, of: a, a) { x, _ in x * 0.3 }
    expect(0.3 * a, of: a, a) { x, _ in 0.3 * x }
    expect(a / 0.3, of: a, a) { x, _ in x / 0.3 }
    expect(a.map { $0 * $0 + 1 }, of: a, a) { x, _ in x * x + 1 }
  }

  @Test func theCentralNumberIsTheFirstDrawsOrTheKnownOne() {
    #expect(Uncertain.known(2).central == 2)
    #expect(Uncertain.drawn([4, 1, 9]).central == 4)
    #expect(Uncertain(7) == .known(7) && Uncertain(0.5) == .known(0.5))
    let (whole, broken): (Uncertain, Uncertain) = (3, 0.25)
    #expect(whole == .known(3) && broken == .known(0.25))
    #expect(Uncertain.zero == .known(0))
  }

  @Test func itSaysItsNumberOrItsRange() {
    #expect("\(Uncertain.known(-1.5))" == "-1.5")
    #expect("\(Uncertain.drawn([2, 0.5, 1]))" == "0.5 to 2.0 in 3 draws")
  }

  @Test func sumsGoInTheOrderOfTheSequence() {
    #expect([Uncertain]().sum() == .known(0))
    #expect([Uncertain.known(0.1), .known(0.2), .known(0.3)].sum() == .known(0.1 + 0.2 + 0.3))
    let mixed: [Uncertain] = [
      .known(0.1), .drawn([0.2, 1e16]), .known(0.3), .drawn([-0.1, -1e16]),
    ]
    #expect(mixed.sum() == .drawn([0.1 + 0.2 + 0.3 - 0.1, 0.1 + 1e16 + 0.3 - 1e16]))
  }
}

/// What bounds say of a number holds in every draw.
@Suite struct UncertainBoundsTests {
  @Test func theLowestAndTheHighestAreOfAnyDraw() {
    let drawn = Uncertain.drawn([2, -1, 7, 3])
    #expect(drawn.lowest == -1 && drawn.highest == 7)
    #expect(Uncertain.known(4).lowest == 4 && Uncertain.known(4).highest == 4)
    #expect(Uncertain.drawn([-.infinity, 1]).lowest == -.infinity)
  }

  @Test(arguments: 0..<3) func notANumberInOneDrawIsNotOverlooked(place: Int) {
    var numbers = [0.5, 0.4, 0.6]
    numbers[place] = .nan
    let drawn = Uncertain.drawn(numbers)
    #expect(drawn.lowest.isNaN && drawn.highest.isNaN && !drawn.isFinite)
    #expect(!(0...1).contains(drawn))
    #expect(!(drawn >= 0) && !(drawn > 0))
  }

  @Test func aRangeContainsANumberIfItContainsEveryDraw() {
    #expect((0...1).contains(Uncertain.drawn([0, 0.5, 1])))
    #expect(!(0...1).contains(Uncertain.drawn([0, 0.5, 1.01])))
    #expect(!(0...1).contains(Uncertain.drawn([-0.01, 0.5, 1])))
    #expect((0...1).contains(Uncertain.known(1)) && !(0...1).contains(Uncertain.known(.nan)))
  }

  @Test func comparisonsHoldInEveryDraw() {
    #expect(Uncertain.drawn([0, 3]) >= 0 && !(Uncertain.drawn([0, 3]) > 0))
    #expect(Uncertain.drawn([0.1, 3]) > 0 && !(Uncertain.drawn([3, -0.1]) >= 0))
    #expect(Uncertain.drawn([1, 2]).isFinite && !Uncertain.drawn([1, .infinity]).isFinite)
    #expect(Uncertain.known(1).isFinite && !Uncertain.known(.nan).isFinite)
  }
}
