import CareModel
import Foundation
import Parameters
import Statistics

extension Scenario {
  /// Reads `scenarios/<id>.yaml`.
  ///
  /// - Parameters:
  ///   - levers: The ids of all levers.
  /// - Throws: `InputError` with all faults.
  static func read(
    _ url: URL, as file: String, levers: [String], parameters: ParameterSet
  ) throws -> Scenario {
    var text = ""
    if let bytes = try? Data(contentsOf: url) { text = String(decoding: bytes, as: UTF8.self) }
    return try YAMLFile.read(url, as: file) { root in
      root.record("the scenario").flatMap {
        Scenario(
          $0, file: url.lastPathComponent, text: text, levers: levers, parameters: parameters)
      }
    }
  }

  private init?(
    _ record: YAMLRecord, file: String, text: String, levers: [String], parameters: ParameterSet
  ) {
    let before = record.faults.faults.count
    let id = record.identifier("id")
    record.checkFileName(file, id: id)
    let title = record.plainText("title")
    let question = record.plainText("question")
    let author = record.plainText("author")
    let reference = record.plainText("reference")
    let base = record.identifier("base", required: false)
    let extended = record.identifier("extends", required: false)
    let opening = record.choice("opening", among: Opening.all.map(\.id), required: false)
    let leverItems = record.list("levers", required: false) ?? []
    let wrappers = LeverWrapper.read(record, levers: levers)
    let overrideItems = record.list("overrides", required: false) ?? []
    record.finish()
    if base != nil, extended != nil { record.report(ScenarioFault.baseAndExtends, at: "extends") }
    if opening != nil, base != nil || extended != nil {
      record.report(ScenarioFault.openingOfABase, at: "opening")
    }
    let uses = leverItems.compactMap { item in
      item.record("a lever").flatMap { LeverUse($0, levers: levers) }
    }
    for (index, use) in uses.enumerated()
    where uses[..<index].contains(where: { $0.lever == use.lever }) {
      record.faults.report(ScenarioFault.leverTwice(use.lever), line: use.place.line)
    }
    let overrides = overrideItems.compactMap { item in
      item.record("an override").flatMap { Override($0, parameters: parameters) }
    }
    guard record.faults.faults.count == before, let id, let title, let question, let author,
      let reference
    else { return nil }
    let parent = base.map(Parent.base) ?? extended.map(Parent.extends) ?? .none
    self.init(
      id: id, title: title, question: question, author: author, reference: reference,
      parent: parent, opening: Opening.all.first { $0.id == opening }, levers: uses,
      wrappers: wrappers, overrides: overrides,
      text: text, place: record.place)
  }
}

extension LeverUse {
  fileprivate init?(_ record: YAMLRecord, levers: [String]) {
    let lever = record.value("id")?.choice(of: "lever", among: levers)
    let start = record.financialYear("start")
    let strength = record.share("strength", required: false)
    let reason = record.plainText("reason")
    record.finish()
    guard let lever, let start, let reason, strength != nil || !record.has("strength")
    else { return nil }
    self.init(
      lever: lever, start: start, strength: strength ?? 1, reason: reason, place: record.place)
  }
}

extension Override {
  fileprivate init?(_ record: YAMLRecord, parameters: ParameterSet) {
    let before = record.faults.faults.count
    let path = record.text("path")
    let verbs: [(key: String, operation: (Double) -> ParameterOperation)] = [
      ("set", { .set(Uncertain($0)) }), ("multiply", { .multiply(Uncertain($0)) }),
      ("add", { .add(Uncertain($0)) }),
    ]
    let found = verbs.filter { record.has($0.key) }
    let amounts = verbs.map { record.number($0.key, required: false) }.compactMap { $0 }
    let from = record.day("from")
    let until = record.day("until", required: false)
    let unit = record.unit(required: false)
    let reason = record.plainText("reason")
    record.finish()
    if let path {
      do { _ = try parameters.resolve(path, at: record.place) } catch let error as InputError {
        for fault in error.faults { record.report(fault.kind, at: "path") }
      } catch {
        preconditionFailure("resolving \(path) threw \(error), not an InputError")
      }
      if found.count != 1 {
        record.report(ScenarioFault.operationCount(path: path, found: found.map(\.key)))
      } else if found[0].key == "multiply", record.has("unit") {
        record.report(ScenarioFault.unitOfFactor(path: path), at: "unit")
      } else if found[0].key != "multiply", !record.has("unit") {
        record.report(ScenarioFault.missingUnit(path: path, operation: found[0].key))
      }
    }
    guard record.faults.faults.count == before, let path, let amount = amounts.first, let from,
      let reason
    else { return nil }
    self.init(
      path: path, operation: found[0].operation(amount), from: from, until: until, unit: unit,
      reason: reason, place: record.place)
  }
}
