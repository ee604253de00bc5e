import CareModel
import TestSupport
import Statistics
import Datasets
import Foundation
import Parameters
import Scenarios
import Testing

private let here = Place(file: "test")
private let acting = shipped.levers.filter { !$0.hasNoEffect }
private let inputs = Result { try CareModelInputs(from: DataFolder(Datasets.folder)) }

/// A projection with levers pulled from the opening.
private func projection(
  _ levers: [String], years: Int = 10, drawn: DrawnValues? = nil
) throws -> Projection {
  let inputs = try inputs.get()
  let uses = levers.map {
    LeverUse(lever: $0, start: shipped.opening, reason: "Invented.", place: here)
  }
  let scenario = Scenario(
    id: "test", title: "Test", question: "What if?", author: "Nobody", reference: "None",
    parent: levers.isEmpty ? .none : .base("baseline"), levers: uses, place: here)
  let resolved = try scenario.assumptions(from: shipped)
  return try CohortModel(
    Assumptions(
      inputs: inputs, parameters: resolved.parameters, drawn: drawn,
      programme: resolved.programme)
  ).projection(through: CareModelInputs.openingYear + years)
}

private let baseline = Result { try projection([]) }

/// What levers do to the whole model. Those without an effect change no parameter, which needs no
/// projection.
@Suite struct LeverEffectTests {
  @Test(arguments: acting.map(\.id))
  func itsEffectGoesTheWayItSays(_ id: String) throws {
    let lever = try shipped.lever(id)
    let with = try projection([id])
    let without = try baseline.get()
    for direction in lever.directions {
      #expect(
        direction.holds(with: with, without: without),
        "\(id), \(direction.measure.id): \(direction.measure.value(with)) with, \(direction.measure.value(without)) without"
      )
    }
    expectConserved(with)
  }

  /// Also where what it changes is drawn: shares still add up.
  @Test(arguments: acting.map(\.id)) func itsDrawsCanBeProjected(_ id: String) throws {
    let drawn = try DrawnValues(
      of: inputs.get().parameters, in: ParameterDraws(seed: 1, draws: 0...3))
    let projection = try projection([id], years: 2, drawn: drawn)
    #expect(projection.years.last!.stock.total > 0)
  }

  @Test func withAllLeversChildrenAreConserved() throws {
    let levers = shipped.levers.map(\.id).filter { $0 != "care-leavers-to-25" }
    expectConserved(try projection(levers))
  }

  private func expectConserved(_ projection: Projection) {
    var before = projection.opening.values.reduce(0) { $0 + $1.total }
    for year in projection.years {
      let after = before + year.sum(\.entered) - year.sum(\.exited)
      // Sums of some ten thousand cells, each rounded once or more.
      #expect(abs(year.stock.total - after) <= 1e-9 * after.central, "\(year.year)")
      before = year.stock.total
    }
  }

  @Test(arguments: shipped.levers.filter(\.hasNoEffect).map(\.id))
  func aLeverWithoutEffectChangesNoParameter(_ id: String) throws {
    let resolved = try shipped.scenario(named: id).assumptions(from: shipped)
    #expect(resolved.parameters == shipped.parameters)
    #expect(resolved.warnings.count == 1)
  }

  /// Two levers on one number never act twice on the same child: the factors
  /// `1 − reach · (1 − effect)` multiply, so that together they take away at least what either does,
  /// at most the sum, and never more than if both reached everyone.
  @Test(arguments: acting.map(\.id), acting.map(\.id))
  func twoLeversOnOneNumberMultiply(_ one: String, _ other: String) throws {
    guard one < other, one != "care-leavers-to-25" || other != "staying-close" else { return }
    let pair = try [one, other].map { try shipped.lever($0) }
    for first in pair[0].actions where first.operation.id == "multiply" {
      for second in pair[1].actions
      where second.parameter == first.parameter && second.operation.id == "multiply" {
        try expectProduct(pair, first, second)
      }
    }
  }

  private func expectProduct(
    _ pair: [Lever], _ first: LeverAction, _ second: LeverAction
  ) throws {
    let uses = pair.map {
      LeverUse(lever: $0.id, start: shipped.opening, reason: "Invented.", place: here)
    }
    let scenario = Scenario(
      id: "test", title: "Test", question: "What if?", author: "Nobody", reference: "None",
      parent: .base("baseline"), levers: uses, place: here)
    let set = try scenario.assumptions(from: shipped).parameters
    let factors = [first, second].map { 1 - $0.reach.value * (1 - $0.effect) }
    let parameter = shipped.parameters[first.parameter]!
    for keys in parameter.keys {
      let before = try parameter.value(on: april(2032), keys)
      let ratio = try set.value(of: parameter.id, on: april(2032), keys) / before
      #expect(abs(ratio - factors[0] * factors[1]) < 1e-14)
      #expect(ratio >= first.effect * second.effect)
      #expect(ratio <= factors.min()! + 1e-14)
      #expect(ratio >= factors[0] + factors[1] - 1 - 1e-14)
    }
  }
}
