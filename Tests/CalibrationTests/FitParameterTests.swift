import CareModel
import Statistics
import Foundation
import Testing

@testable import Calibration

/// The numbers that the fit chooses.
@Suite struct FitParameterTests {
  private static let scales: [FitParameter.Scale] = [.log, .logit, .identity]

  private func parameter(_ scale: FitParameter.Scale) -> FitParameter {
    FitParameter("invented", prior: 0.2, deviation: 0.7, scale: scale) { _, _ in }
  }

  @Test(arguments: scales) func pointAndValueAreInverse(scale: FitParameter.Scale) {
    let parameter = parameter(scale)
    expectNear(parameter.value(at: 0), 0.2, within: 1e-15)
    for z in stride(from: -3, through: 3, by: 0.25) {
      expectNear(parameter.point(of: parameter.value(at: z)), z, within: 1e-13, "\(scale)")
    }
    for value in [0.01, 0.2, 0.5, 0.99] {
      expectNear(parameter.value(at: parameter.point(of: value)), value, within: 1e-14, "\(scale)")
    }
  }

  /// Two deviations of 0.7 above 0.2, and odds of 1 : 4.
  @Test func valuesOfTheScales() {
    expectNear(parameter(.identity).value(at: 2), 1.6, within: 1e-15)
    expectNear(parameter(.log).value(at: 2), 0.2 * exp(1.4), within: 1e-15)
    let odds = exp(1.4) / 4
    expectNear(parameter(.logit).value(at: 2), odds / (1 + odds), within: 1e-15)
  }

  @Test func pathsAreDistinct() throws {
    let paths = try CalibrationSample.calibration.model.parameters.map(\.path)
    #expect(Set(paths).count == paths.count)
  }
}

/// Where and when each parameter acts.
@Suite struct FitParameterYearsTests {
  private static let years = Array(2020...2024)

  private func moved(_ parameter: Int) throws -> CareFitState {
    let model = try CalibrationSample.calibration.model
    var point = [Double](repeating: 0, count: model.parameters.count)
    point[parameter] = 1
    return model.state(at: point)
  }

  /// How far a parameter moves a year's rates: logarithms of what multiplies each that is not 0.
  private func effects(_ year: Int, from base: CareFitState, to moved: CareFitState) -> [Double] {
    zip(numbers(base, year), numbers(moved, year)).compactMap { base, moved in
      base > 0 ? log(moved / base) : nil
    }
  }

  private func numbers(_ state: CareFitState, _ year: Int) -> [Double] {
    let rates = state.rates(in: year, asylumEntries: 1000)
    let lists = [
      rates.entryRate, [rates.firstYearShare, rates.asylumExitRate],
      rates.entrySlope.map { exp($0) },
      rates.entryPlacement, rates.asylumEntryAge, rates.asylumEntryPlacement,
    ]
    let tables = [rates.exitRate, rates.exitPlacementFactor, rates.moveRate, rates.moveFactor]
    return (lists + tables.joined()).joined().map(\.central)
  }

  /// What multiplies a rate is constant or geometric over the years for every parameter but the
  /// effects of 2020-21, steps and innovations: an effect acts in its year alone, a step and an
  /// innovation in all the years before theirs.
  @Test func onlyEffectsAndInnovationsBend() throws {
    let calibration = try CalibrationSample.calibration
    let base = try CalibrationSample.prior
    var bending: [String] = []
    for (index, parameter) in calibration.model.parameters.enumerated() {
      let after = try moved(index)
      let effects = Self.years.map { self.effects($0, from: base, to: after) }
      let bends = effects.indices.dropFirst().dropLast().filter { year in
        effects[year].indices.contains { rate in
          let (before, after) = (effects[year - 1][rate], effects[year + 1][rate])
          return abs(before + after - 2 * effects[year][rate]) > 1e-9
        }
      }
      guard !bends.isEmpty else { continue }
      bending.append(parameter.path)
      let acting = Self.years.filter { year in
        base.rates(in: year, asylumEntries: 1000) != after.rates(in: year, asylumEntries: 1000)
      }
      if parameter.onlyIn2021 {
        #expect(acting == [2021], "\(parameter.path)")
      } else {
        let year = try #require(Int(parameter.path.suffix(4)))
        #expect(acting == Array(2020..<year), "\(parameter.path)")
      }
    }
    let flows = CareFlow.fitted.map(\.rawValue)
    let ofFlows = flows.flatMap { flow in
      ["\(flow).effect-2020-21"] + (2021...2024).map { "\(flow).innovation.\($0)" }
    }
    let ofAges = ExitAgeGroup.allCases.flatMap { age in
      ["exits.age-step.\(age.rawValue).2021"]
        + (2021...2024).map { "exits.age-innovation.\(age.rawValue).\($0)" }
    }
    #expect(bending == ofFlows + ofAges)
    #expect(calibration.parametersOf2021 == flows.map { "\($0).effect-2020-21" })
  }

  /// No parameter is idle: each changes the rates or the entries of all years, a trend of all but
  /// the last, or the opening stock.
  @Test func everyParameterActs() throws {
    let model = try CalibrationSample.calibration.model
    let base = try CalibrationSample.prior
    for (index, parameter) in model.parameters.enumerated() where !parameter.onlyIn2021 {
      let after = try moved(index)
      let acting = try Self.years.filter { year in
        let people = try #require(model.population[year])
        let published = try CalibrationSample.published(year)
        return base.rates(in: year, asylumEntries: 1000)
          != after.rates(in: year, asylumEntries: 1000)
          || base.entries(published, population: people)
            != after.entries(published, population: people)
      }
      if parameter.path.hasPrefix("opening.") {
        #expect(acting.isEmpty && base.openingSeventeen != after.openingSeventeen)
      } else if parameter.path.contains("innovation.") || parameter.path.contains("age-step.") {
        let year = try #require(Int(parameter.path.suffix(4)))
        #expect(acting == Array(2020..<year), "\(parameter.path)")
      } else {
        // A trend counts from the last year, whose rates it leaves.
        let isTrend = parameter.path.contains("trend")
        #expect(acting == (isTrend ? Self.years.dropLast() : Self.years), "\(parameter.path)")
      }
    }
  }
}
