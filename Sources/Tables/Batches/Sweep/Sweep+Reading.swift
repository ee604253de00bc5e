import CareModel
import Foundation
import Parameters
public import Scenarios

extension Sweep {
  /// Reads a file.
  ///
  /// ```yaml
  /// scenario: [baseline, review-in-full]
  /// years: [2029, 2034]
  /// indicators: [gap_cumulative, children]
  /// vary:
  ///   - {path: entries.rate, scale: [0.9, 1, 1.1], from: 2026-04-01}
  ///   - {lever: family-help, strength: {from: 0, to: 1, steps: 5}}
  ///   - together:
  ///       - {path: entries.trend, set: [0, 0.01]}
  ///       - {path: trend.damping, set: [0.8, 0.9]}
  /// ```
  ///
  /// - Throws: `InputError` with all faults.
  public static func read(_ path: String, in folder: ScenarioFolder) throws -> Sweep {
    let url = URL(fileURLWithPath: path)
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return try YAMLFile.read(url, as: path) { root in
      root.record("the sweep").flatMap { Sweep($0, text: text, in: folder) }
    }
  }

  private init?(_ record: YAMLRecord, text: String, in folder: ScenarioFolder) {
    let before = record.faults.faults.count
    let scenarios = record.texts("scenario", required: false) ?? ["baseline"]
    let indicators = record.texts("indicators", required: false) ?? []
    let allowed = CareModelInputs.openingYear + 1...folder.last.endingIn
    let years =
      record.list("years", required: false)?.compactMap { item -> Int? in
        guard let year = item.integer() else { return nil }
        guard allowed.contains(year) else {
          item.report(
            InputFault.outOfRange(
              of: "a year", value: Double(year),
              allowed: Double(allowed.lowerBound)...Double(allowed.upperBound)))
          return nil
        }
        return year
      } ?? [CareModelInputs.openingYear + 10]
    let items = record.list("vary") ?? []
    record.finish()
    let axes = items.compactMap { SweepAxis($0, in: folder) }
    if years.isEmpty { record.report(SweepFault.noValues(of: "years"), at: "years") }
    if scenarios.isEmpty { record.report(SweepFault.noValues(of: "scenario"), at: "scenario") }
    if items.isEmpty, record.has("vary") {
      record.report(SweepFault.noValues(of: "vary"), at: "vary")
    }
    let columns = axes.flatMap { $0.settings.map(\.column) }
    if let twice = columns.indices.first(where: { columns[..<$0].contains(columns[$0]) }) {
      record.report(SweepFault.variedTwice(columns[twice]), at: "vary")
    }
    let runs = axes.reduce(Double(scenarios.count)) { $0 * Double($1.points.count) }
    if runs > Double(Sweep.mostRuns) {
      record.report(SweepFault.tooManyRuns(Int(min(runs, 1e15))), at: "vary")
    }
    guard record.faults.faults.count == before else { return nil }
    self.init(
      scenarios: scenarios, indicators: indicators, years: years, axes: axes, text: text)
  }
}

extension SweepAxis {
  /// Reads an item of `vary`; `nil` after reporting at least one fault.
  fileprivate init?(_ value: YAMLValue, in folder: ScenarioFolder) {
    guard let record = value.record() else { return nil }
    let kinds = ["path", "lever", "together"].filter(record.has)
    guard kinds.count == 1 else {
      record.report(SweepFault.kindOfAxis(found: kinds))
      return nil
    }
    switch kinds[0] {
    case "path": self.init(parameter: record, in: folder)
    case "lever": self.init(lever: record, in: folder)
    default: self.init(together: record, in: folder)
    }
  }

  private init?(together record: YAMLRecord, in folder: ScenarioFolder) {
    let items = record.list("together") ?? []
    record.finish()
    let parts = items.compactMap { SweepAxis($0, in: folder) }
    guard parts.count == items.count, !parts.isEmpty else {
      if items.isEmpty { record.report(SweepFault.noValues(of: "together"), at: "together") }
      return nil
    }
    guard parts.allSatisfy({ $0.points.count == parts[0].points.count }) else {
      record.report(SweepFault.lengths(parts.map(\.points.count)), at: "together")
      return nil
    }
    self.init(
      settings: parts.flatMap(\.settings),
      points: parts[0].points.indices.map { point in parts.flatMap { $0.points[point] } })
  }

  private init?(parameter record: YAMLRecord, in folder: ScenarioFolder) {
    let before = record.faults.faults.count
    let text = record.text("path")
    let from = record.day("from", required: false)
    let found = OverrideVerb.allCases.filter { record.has($0.rawValue) }
    let values = OverrideVerb.allCases.map { verb in
      record.value(verb.rawValue, required: false)?.sweptNumbers()
    }
    record.finish()
    guard let text else { return nil }
    if found.count != 1 {
      record.report(SweepFault.verbs(path: text, found: found.map(\.rawValue)))
    }
    let target = resolved(text, record, folder.parameters)
    guard record.faults.faults.count == before, let target,
      let numbers = values.compactMap({ $0 ?? nil }).first
    else { return nil }
    self.init(
      settings: [.parameter(target, found[0], from: from)], points: numbers.map { [.number($0)] })
  }

  private init?(lever record: YAMLRecord, in folder: ScenarioFolder) {
    let before = record.faults.faults.count
    let lever = record.choice("lever", among: folder.levers.map(\.id))
    let strengths = record.value("strength", required: false)?.sweptNumbers()
    let starts = record.texts("start", required: false)
    record.finish()
    guard let lever else { return nil }
    for strength in strengths ?? [] where !(0...1).contains(strength) {
      record.report(
        InputFault.outOfRange(of: "strength", value: strength, allowed: 0...1), at: "strength")
    }
    let years = (starts ?? []).compactMap { text -> FinancialYear? in
      guard let year = FinancialYear(text) else {
        record.report(
          InputFault.wrongType(
            of: "start", expected: "a financial year such as 2024-25", found: "'\(text)'"),
          at: "start")
        return nil
      }
      return year
    }
    if !record.has("strength") && !record.has("start") {
      record.report(SweepFault.leverUnvaried(lever))
    }
    guard record.faults.faults.count == before else { return nil }
    switch (record.has("strength"), record.has("start")) {
    case (true, true):
      self.init(
        settings: [.strength(lever), .start(lever)],
        points: (strengths ?? []).flatMap { strength in
          years.map { [.number(strength), .year($0)] }
        })
    case (true, false):
      self.init(
        settings: [.strength(lever)], points: (strengths ?? []).map { [.number($0)] })
    default: self.init(settings: [.start(lever)], points: years.map { [.year($0)] })
    }
  }
}

/// The parameter of a path; `nil` after reporting why there is none.
private func resolved(
  _ text: String, _ record: YAMLRecord, _ parameters: ParameterSet
) -> ParameterPath? {
  do {
    return try parameters.resolve(text, at: record.place)
  } catch let error as InputError {
    for fault in error.faults { record.report(fault.kind, at: "path") }
    return nil
  } catch {
    preconditionFailure("resolving \(text) threw \(error), not an InputError")
  }
}

extension YAMLValue {
  /// Numbers of a list, or evenly spaced from one to another: `{from: 0, to: 1, steps: 5}`.
  fileprivate func sweptNumbers() -> [Double]? {
    if isRecord {
      guard let range = record() else { return nil }
      let (low, high, steps) = (range.number("from"), range.number("to"), range.integer("steps"))
      range.finish()
      guard let low, let high, let steps else { return nil }
      guard (2...100_000).contains(steps) else {
        report(SweepFault.steps(steps))
        return nil
      }
      return (0..<steps).map {
        $0 == steps - 1 ? high : low + (high - low) * Double($0) / Double(steps - 1)
      }
    }
    guard let items = list() else { return nil }
    let numbers = items.compactMap { $0.number() }
    guard !items.isEmpty else {
      report(SweepFault.noValues(of: name))
      return nil
    }
    return numbers.count == items.count ? numbers : nil
  }
}
