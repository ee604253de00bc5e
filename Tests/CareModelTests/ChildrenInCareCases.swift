import CareModel
import TestSupport
import Statistics
import Testing

/// An invented year for P placement types, the same for the same seed.
///
/// Rates are as large as the model meets: up to 3 exits and 6 moves a child and year. Placement
/// type 0 is open to all ages; a third of the others' openings are structural zeros.
struct ChildrenInCareCase: CustomStringConvertible {
  let placements: Int
  let seed: Int
  var stock: CareStock
  var rates: CareRates
  var population: [Double]

  var description: String { "\(placements) placement types, seed \(seed)" }

  /// Other children's year.
  var input: CareYearInput { CareYearInput(otherChildren: rates, population: population) }

  /// Other children's year, stepped.
  func year() -> CareYear { CareYear(advancing: stock, by: input) }

  init(placements: Int, seed: Int) {
    var random = SeededGenerator(seed: 1000 * placements + seed)
    func plain(_ count: Int, _ range: ClosedRange<Double>) -> [Double] {
      (0..<count).map { _ in .random(in: range, using: &random) }
    }
    func list(_ count: Int, _ range: ClosedRange<Double>) -> [Uncertain] {
      plain(count, range).known
    }
    func shares(_ count: Int) -> [Uncertain] {
      let weights = plain(count, 0.1...1)
      let total = weights.reduce(0, +)
      return weights.map { $0 / total }.known
    }
    self.placements = placements
    self.seed = seed
    stock = CareStock((0..<18).map { _ in list(placements, 0...500) })
    population = plain(18, 500_000...700_000)
    rates = CareRates(
      entryRate: list(5, 0.001...0.01), entrySlope: list(5, -0.3...0.3),
      firstYearShare: Uncertain(.random(in: 0.3...0.9, using: &random)),
      entryPlacement: list(placements, 0.1...1), asylumEntries: 5000, asylumEntryAge: shares(18),
      asylumEntryPlacement: shares(placements),
      exitRate: (0..<4).map { _ in list(6, 0...0.5) },
      exitPlacementFactor: (0..<4).map { _ in list(placements, 0...1.5) }, asylumExitRate: 0.2,
      moveRate: (0..<placements).map { _ in list(placements, 0...(2 / Double(placements))) },
      placementAge: (0..<placements).map { placement in
        (0..<5).map { _ in
          let open = placement == 0 || Int.random(in: 0..<3, using: &random) > 0
          return Uncertain(open ? .random(in: 0.2...1, using: &random) : 0)
        }
      },
      moveFactor: (0..<2).map { _ in list(3, 0.5...3) })
  }

  /// Every size with a few seeds.
  static let all = [1, 2, 3, 12].flatMap { placements in
    (0..<4).map { ChildrenInCareCase(placements: placements, seed: $0) }
  }

  /// The case without exits before 18 and without moves.
  func still() -> ChildrenInCareCase {
    var copy = self
    copy.rates.exitRate = rates.exitRate.map { $0.map { $0 * 0 } }
    copy.rates.moveRate = rates.moveRate.map { $0.map { $0 * 0 } }
    return copy
  }

  /// The case without entries.
  func closed() -> ChildrenInCareCase {
    var copy = self
    copy.rates.entryRate = rates.entryRate.map { $0 * 0 }
    return copy
  }

  /// The case with nobody in care who turns 18 in the year, nor anybody to enter at 16 or 17.
  func withoutLeavingCohort() -> ChildrenInCareCase {
    var copy = self
    copy.stock.children[17] = [Uncertain](repeating: 0, count: placements)
    copy.rates.entryRate[AgeGroup.sixteenAndOver.index] = 0
    return copy
  }
}

/// Expects two numbers within `relative` of the larger size of the two and of `scale`, in every draw.
///
/// A step adds up a few hundred products of numbers as large as the stock, so differences of sums
/// are judged by the size of the stock: pass it as `scale`.
func expectClose(
  _ a: some ModelNumber, _ b: some ModelNumber, scale: some ModelNumber = 0,
  relative: Double = 1e-11, _ note: String = "", at location: SourceLocation = #_sourceLocation
) {
  let (a, b) = (a.inDraws, b.inDraws)
  let sizes = [abs(a), abs(b), abs(scale.inDraws)]
  #expect(
    abs(a - b) <= relative * sizes.max()!, "\(note): \(a) against \(b)", sourceLocation: location)
}

/// Expects two lists of one length, close element by element.
func expectClose(
  _ a: [some ModelNumber], _ b: [some ModelNumber], scale: some ModelNumber = 0,
  relative: Double = 1e-11, _ note: String = "", at location: SourceLocation = #_sourceLocation
) {
  #expect(a.count == b.count, "\(note)", sourceLocation: location)
  for (index, (x, y)) in zip(a, b).enumerated() {
    expectClose(x, y, scale: scale, relative: relative, "\(note)[\(index)]", at: location)
  }
}
