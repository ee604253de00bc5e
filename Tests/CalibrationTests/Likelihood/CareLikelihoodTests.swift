import CareModel
import Datasets
import Foundation
import LinearAlgebra
import Parameters
import Statistics
import TestSupport
import Testing

@testable import Calibration

/// The likelihood of children in care.
@Suite struct CareLikelihoodTests {
  /// A tile of points gives the bits of its points one by one, and the Jacobian that of differences
  /// taken alone.
  @Test func tilesAreTheirPoints() throws {
    let likelihood = try CalibrationSample.calibration.likelihood
    let p = likelihood.penalty.parameters
    let point = (0..<p).map { 0.1 * sin(Double($0)) }
    let cells = try likelihood.cells([point]).filter { $0.table.kind != .shown }
    let weights = FitWeights(of: cells, dispersion: 5)
    let jacobian = try likelihood.jacobian(at: point, weights)
    let base = try likelihood.residuals(at: [point], weights).map(\.central)
    for parameter in [0, 1, 40, 47, 95, p - 1] {
      var moved = point
      moved[parameter] += PenalisedLikelihood.step
      let there = try likelihood.residuals(at: [moved], weights).map(\.central)
      for row in base.indices {
        #expect(
          jacobian[row, parameter] == (there[row] - base[row]) / PenalisedLikelihood.step,
          "row \(row), parameter \(parameter)")
      }
    }
  }

  /// No total is counted twice: what is divided by reason, placement or age elsewhere is a share.
  @Test func cellsAreThoseOfTheTables() throws {
    let model = try CalibrationSample.calibration.model
    let cells = try model.cells(CalibrationSample.prior)
    #expect(Set(cells.map(\.table.id)) == Set(FitTable.all.map(\.id)))
    let byYear = Dictionary(grouping: cells.filter { $0.table.kind == .shares }) {
      "\($0.table.id) \($0.year)"
    }
    for (name, group) in byYear {
      let (published, modelled) = (
        group.reduce(0) { $0 + $1.published }, group.reduce(0) { $0 + $1.modelled.central }
      )
      expectClose(modelled, published, relative: 1e-12, name)
    }
    let keys = cells.map { "\($0.table.id) \($0.category) \($0.year)" }
    #expect(Set(keys).count == keys.count)
  }

  /// The published balance: 560 repeated starts in 2019-20 and 430 in 2023-24.
  @Test func repeatedStartsAreWhatTheBalanceLacks() throws {
    let model = try CalibrationSample.calibration.model
    let cells = try model.cells(CalibrationSample.prior).filter { $0.table == .repeats }
    expectClose(cells.map(\.published), [560, 430, 440, 420, 430], relative: 0, absolute: 10)
  }

  /// Starts by age follow from the entry rates that give just these starts.
  @Test func entryRatesGiveTheStartsBack() throws {
    let model = try CalibrationSample.calibration.model
    var state = try CalibrationSample.prior
    let published = try CalibrationSample.published(2024)
    let people = try #require(model.population[2024])
    let entries = state.entries(published, population: people).otherByAge
    state.rates.entryRate = AgeGroup.allCases.map { group in
      group.ages.reduce(0) { $0 + entries[$1] } / group.ages.reduce(0) { $0 + people[$1] }
    }
    let starts = state.starts(published, population: people)
    expectClose(starts.map(\.central), published.starts, relative: 1e-12)
  }
}

/// The fit that is kept, and how its numbers are drawn.
@Suite struct KeptFitTests {
  @Test func theFitIsOfTheseData() throws {
    try CalibrationSample.data.checkFit()
    let names = try CalibrationSample.data.fitDigests().entries.map(\.name)
    for series in CareCalibration.series { #expect(names.contains("series/\(series)/data.csv")) }
    for id in CareCalibration.parameters { #expect(names.contains("parameter/\(id)")) }
  }

  /// Whatever the fit reads has its digest kept: with nothing else in the folder it can be prepared.
  @Test func theListsOfInputsAreComplete() throws {
    let data = try CalibrationSample.data
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let series = folder.appending(path: "series")
    try FileManager.default.createDirectory(at: series, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: data.url.appending(path: "sources"), to: folder.appending(path: "sources"))
    for id in CareCalibration.series {
      try FileManager.default.copyItem(
        at: data.url.appending(path: "series/\(id)"), to: series.appending(path: id))
    }
    let parameters = try CareCalibration.parameters.map { try data.parameters.parameter($0) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "parameters"), withIntermediateDirectories: true)
    try ParameterFile.text(of: parameters).write(
      to: folder.appending(path: "parameters/all.yaml"), atomically: true, encoding: .utf8)
    let calibration = try CareCalibration(
      data: DataFolder(folder), placements: CalibrationSample.placements, years: 2019...2024)
    #expect(try calibration.comparisons(of: CalibrationSample.records).count > 100)
  }

  /// Every fitted number moves with the fit but the opening stock, structural zeros and slopes that
  /// are fixed at 0.
  @Test func everyFittedNumberIsDrawnTogether() throws {
    let data = try CalibrationSample.data
    let loadings = try data.fittedDistribution().loadings
    let name = "fitted/children-in-care.yaml"
    for parameter in data.parameters.all
    where parameter.place.file == name && parameter.id != "opening-stock" {
      for (keys, value) in zip(parameter.keys, parameter.values[0].table.values) {
        let path = ([parameter.id] + keys).joined(separator: ".")
        let isFixed =
          value == 0 || loadings[path] != nil || parameter.id == "asylum.entry-age"
          || path.hasPrefix("exits.placement-factor.adoption.")
        #expect(isFixed, "\(path)")
      }
    }
  }

  /// Joint draws keep what the data fix: published totals of 2024 vary far less than the numbers
  /// that give them.
  @Test func drawsKeepTheFittedFlows() throws {
    let data = try CalibrationSample.data
    let fit = try data.fittedDistribution()
    let inputs = try CareModelInputs(from: data)
    let count = 65
    let drawn = try DrawnValues(
      of: data.parameters, in: ParameterDraws(seed: 1, draws: 0..<count), fit: fit)
    let care = try Assumptions(inputs: inputs, drawn: drawn).childrenInCare
    let year = try care.years(
      from: care.openingStock(), on: 2024, through: 2025, population: inputs.population)[0]
    func deviation(_ number: Uncertain) -> (mean: Double, relative: Double) {
      let values = (1..<count).map { number[$0] / number[0] }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
      return (mean, variance.squareRoot())
    }
    let stock = deviation(year.stock.total)
    #expect(abs(stock.mean - 1) < 0.01 && (0.005...0.025).contains(stock.relative), "\(stock)")
    let exits = deviation(year.sum(\.exited))
    #expect(abs(exits.mean - 1) < 0.03 && exits.relative < 0.08, "\(exits)")
    let second = year.groups[.otherChildren]!.placementsSoFar()
    let moved = deviation((second[1] + second[2]) / second.sum())
    #expect(moved.relative < 0.08, "\(moved)")
  }
}
