import CareModel
import Foundation
import Parameters
import Scenarios
import Testing

private let here = Place(file: "test")

private func scenario(_ levers: [LeverUse], overrides: [Override] = []) -> Scenario {
  Scenario(
    id: "test", title: "Test", question: "What if?", author: "Nobody", reference: "None",
    parent: .base("baseline"), levers: levers, overrides: overrides, place: here)
}

private func use(_ lever: String, _ strength: Double, from year: Int = 2026) -> LeverUse {
  LeverUse(
    lever: lever, start: FinancialYear(startingIn: year), strength: strength, reason: "Invented.",
    place: here)
}

/// Laws that every lever and scenario file must obey.
@Suite struct ShippedLawsTests {
  @Test func everyScenarioIsThere() throws {
    #expect(
      shipped.scenarios.map(\.id) == [
        "baseline", "critics", "no-reform-2022", "review-as-claimed", "review-delayed-two-years",
        "review-in-full", "stabilise-first", "stable-homes",
      ])
    let review = try shipped.scenario("review-in-full")
    let strands = try review.levers.compactMap { try shipped.lever($0.lever).strand }
    // The thirteen strands of the Review's programme, each paid for once.
    #expect(strands.count == 13 && Set(strands).count == 13)
  }

  @Test func namesOfLeversAndScenariosAreTheirOwn() {
    let ids = shipped.levers.map(\.id) + shipped.scenarios.map(\.id)
    #expect(Set(ids).count == ids.count)
    let titles = shipped.levers.map(\.label) + shipped.scenarios.map(\.title)
    #expect(Set(titles).count == titles.count)
  }

  @Test(arguments: shipped.levers.map(\.id))
  func strengthZeroChangesNothing(_ lever: String) throws {
    let found = collectedFaults {
      _ = try scenario([use(lever, 0)]).assumptions(from: shipped)
    }
    #expect(
      found.compactMap { ($0.kind as? ScenarioFault)?.name } == [.changesNothing])
  }

  @Test(arguments: shipped.levers.map(\.id))
  func halfWayLiesBetween(_ lever: String) throws {
    let half = try scenario([use(lever, 0.5)]).assumptions(from: shipped)
    let full = try scenario([use(lever, 1)]).assumptions(from: shipped)
    #expect(
      zip(half.programme.strands, full.programme.strands).allSatisfy { $0.total == $1.total / 2 })
    let ids = full.parameters.idsThatDiffer(from: shipped.parameters)
    #expect(half.parameters.idsThatDiffer(from: shipped.parameters) == ids)
    let some = { (set: ParameterSet) in try numbers(ParameterSet(ids.map { set[$0]! })).joined() }
    let triples = zip(
      try some(shipped.parameters), zip(try some(half.parameters), try some(full.parameters)))
    for (none, (half, full)) in triples {
      guard let none, let half, let full else {
        #expect(none == half && none == full)
        continue
      }
      // A lever alone is linear in its strength; three roundings of the value.
      #expect(abs(half - (none + full) / 2) <= 4 * max(none.magnitude, full.magnitude).ulp)
    }
  }

  @Test(arguments: shipped.levers.map(\.id))
  func nothingChangesBeforeTheStart(_ lever: String) throws {
    let resolved = try scenario([use(lever, 1)]).assumptions(from: shipped)
    #expect(resolved.changes.allSatisfy { $0.date >= april(2026) })
    for id in resolved.parameters.idsThatDiffer(from: shipped.parameters) {
      let parameter = resolved.parameters[id]!
      let before = shipped.parameters[id]!
      #expect(
        try numbers(ParameterSet([parameter]), years: 2018...2025)
          == numbers(ParameterSet([before]), years: 2018...2025))
      for keys in parameter.keys {
        let eve = day("2026-03-31")
        #expect((try? parameter.value(on: eve, keys)) == (try? before.value(on: eve, keys)))
      }
    }
  }

  @Test(arguments: shipped.levers.map(\.id))
  func aLaterStartShiftsByAsManyYears(_ lever: String) throws {
    let early = try scenario([use(lever, 1, from: 2026)]).assumptions(from: shipped)
    let late = try scenario([use(lever, 1, from: 2029)]).assumptions(from: shipped)
    if !early.programme.strands.isEmpty {
      #expect(late.programme.delayed(by: -3) == early.programme)
    }
    for action in try shipped.lever(lever).actions where !action.isNeutral {
      let ids = [early.parameters, late.parameters, shipped.parameters].map {
        $0[action.parameter]!
      }
      for keys in ids[0].keys {
        for year in 2024...2040 {
          let adds = action.operation.id == "add"
          let factor = { (parameter: Parameter, year: Int) in
            let before = try ids[2].value(on: april(year), keys)
            let after = try parameter.value(on: april(year), keys)
            return adds ? after - before : after / before
          }
          guard try adds || ids[2].value(on: april(year), keys) != 0 else {
            #expect(try ids[0].value(on: april(year), keys) == 0)
            continue
          }
          #expect(abs(try factor(ids[0], year) - factor(ids[1], year + 3)) < 1e-14)
        }
      }
    }
  }

  @Test func theOrderOfLeversIsImmaterial() throws {
    // Of the levers that one strand pays for, only one can be pulled.
    let uses = shipped.levers.filter { $0.id != "care-leavers-to-25" }.map { use($0.id, 0.7) }
    let forward = try scenario(uses).assumptions(from: shipped)
    let backward = try scenario(uses.reversed()).assumptions(from: shipped)
    #expect(forward.parameters == backward.parameters)
    #expect(forward.programme == backward.programme)
    #expect(forward.changes == backward.changes)
  }

  @Test(arguments: shipped.scenarios.map(\.id))
  func theChangesReproduceTheScenario(_ id: String) throws {
    let scenario = try shipped.scenario(id)
    let resolved = try scenario.assumptions(from: shipped)
    let rows = resolved.changes.filter { $0.to != nil }
    let spending = rows.filter { $0.path.hasPrefix("programme.spending.") }
    let parameters = rows.filter { !$0.path.hasPrefix("programme.spending.") }
    let before = try shipped.opened(for: [scenario]).parameters
    var set = before
    for row in parameters {
      let old = try before.resolve(row.path, at: here)
      #expect(row.from == (try before.value(of: old.id, on: row.date, old.keys)))
      set = try set.setting(row.path, to: row.to!, from: row.date, until: row.until, at: here)
    }
    #expect(set.idsThatDiffer(from: resolved.parameters).isEmpty)
    for strand in resolved.programme.strands {
      let paid = spending.filter { $0.path == "programme.spending.\(strand.id)" }
      #expect(paid.map { $0.to! } == Array(strand.amounts.drop { $0 == 0 }))
    }
    let strands = Set(resolved.programme.strands.map { "programme.spending.\($0.id)" })
    #expect(Set(spending.map(\.path)) == strands)
  }

  @Test func theBaselineChangesNothing() throws {
    let resolved = try shipped.scenario("baseline").assumptions(from: shipped)
    #expect(resolved.parameters == shipped.parameters)
    #expect(resolved.base == nil && resolved.changes.isEmpty && resolved.warnings.isEmpty)
  }

  @Test func theReviewCostsItsProfile() throws {
    let review = try shipped.scenario("review-in-full").assumptions(from: shipped)
    let total = review.programme.strands.map(\.total).reduce(0, +)
    // 46 + 987 + 1,257 + 233 million, added up strand by strand.
    #expect(abs(total - 2523e6) < 1)
    #expect(review.base == "baseline")
    let levers = try review.scenario.levers.map { try shipped.lever($0.lever) }
    #expect(review.warnings.count == levers.filter(\.hasNoEffect).count)
    #expect(
      levers.filter { !$0.hasNoEffect }.map(\.id).sorted() == [
        "family-group-decision-making", "family-help", "staying-close",
      ])
  }

  @Test func theDelayedReviewIsTheReviewTwoYearsLater() throws {
    let review = try shipped.scenario("review-in-full").assumptions(from: shipped)
    let later = try shipped.scenario("review-delayed-two-years").assumptions(from: shipped)
    #expect(later.base == "baseline")
    #expect(later.programme == review.programme.delayed(by: 2))
    for keys in shipped.parameters["entries.rate"]!.keys {
      for year in 2024...2035 {
        let ratio = { (set: ParameterSet, year: Int) in
          try set.value(of: "entries.rate", on: april(year), keys)
            / shipped.parameters.value(of: "entries.rate", on: april(year), keys)
        }
        #expect(
          abs(try ratio(review.parameters, year) - ratio(later.parameters, year + 2)) < 1e-14)
      }
    }
  }
}
