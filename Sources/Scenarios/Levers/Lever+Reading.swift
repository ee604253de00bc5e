import Foundation
import Parameters

extension Lever {
  /// Reads `levers/<id>.yaml`.
  ///
  /// - Throws: `InputError` with all faults.
  static func read(_ url: URL, as file: String, names: ScenarioNames) throws -> Lever {
    try YAMLFile.read(url, as: file) { root in
      root.record("the lever").flatMap { Lever($0, file: url.lastPathComponent, names: names) }
    }
  }

  private init?(_ record: YAMLRecord, file: String, names: ScenarioNames) {
    let before = record.faults.faults.count
    let id = record.identifier("id")
    record.checkFileName(file, id: id)
    let label = record.plainText("label")
    let question = record.plainText("question")
    let description = record.text("description")
    let strand = record.choice("strand", among: names.strands, required: false)
    let price = record.choice("price", among: names.prices, required: false)
    let grade = record.choice("grade", of: EvidenceGrade.self)
    let reason = record.text("reason", required: false)
    let items = record.list("actions")
    let phasing = record.phasing("phasing")
    let directions = LeverDirection.read(record)
    let sourceItems = record.list("sources")
    record.finish()
    if let items, items.isEmpty { record.report(ScenarioFault.noActions, at: "actions") }
    let actions = items?.compactMap { item in
      item.record("an action").flatMap { LeverAction($0, grade: grade, names: names) }
    }
    let sources = sourceItems?.compactMap { $0.citation(names) }
    if let strand, let price {
      record.report(ScenarioFault.strandAndPrice(strand: strand, price: price), at: "price")
    }
    if let actions, actions.count == items?.count {
      let hasEffect = actions.contains { !$0.isNeutral }
      if hasEffect, directions.isEmpty { record.report(ScenarioFault.effectWithoutDirection) }
      if !hasEffect, !directions.isEmpty {
        record.report(ScenarioFault.directionWithoutEffect, at: "direction")
      }
    }
    if let grade, grade == .assumed, reason == nil {
      record.report(ScenarioFault.assumedWithoutReason, at: "grade")
    }
    if let grade, grade.restsOnAPublication, let sourceItems, sourceItems.isEmpty {
      record.report(ScenarioFault.effectWithoutSource(grade), at: "sources")
    }
    guard record.faults.faults.count == before, let id, let label, let question, let description,
      let grade, let actions, let phasing, let sources
    else { return nil }
    self.init(
      id: id, label: label, question: question, description: description, strand: strand,
      price: price, grade: grade, reason: reason, actions: actions, phasing: phasing,
      directions: directions, sources: sources, place: record.place)
  }
}

extension EvidenceGrade {
  /// Whether an effect of this grade was published somewhere.
  fileprivate var restsOnAPublication: Bool {
    switch self {
    case .trial, .quasiExperiment, .beforeAfter: true
    case .assumed, .nonePublished: false
    }
  }
}

extension LeverAction {
  fileprivate init?(_ record: YAMLRecord, grade: EvidenceGrade?, names: ScenarioNames) {
    let before = record.faults.faults.count
    let id = record.choice("parameter", among: names.parameters.ids)
    let parameter = id.flatMap { names.parameters[$0] }
    if let id, let day = ReadingDay.only(of: id) {
      record.report(ScenarioFault.leverOnReadOnce(parameter: id, read: day), at: "parameter")
    }
    let categories = LeverAction.categories(record, of: parameter)
    let operations = LeverOperation.all
    let word = record.choice("operation", among: operations.map(\.id))
    let effect = record.number("effect")
    let spread = record.record("spread").flatMap { LeverAction.spread($0, about: effect) }
    let appliesFrom = record.wholeYears("applies_from")
    let reach = record.record("reach").flatMap { LeverAction.Reach($0, names: names) }
    let decay = record.share("decay")
    record.finish()
    let operation = operations.first { $0.id == word }
    if let id, let operation, operation.complement != nil, categories.count != 1 {
      record.report(
        ScenarioFault.sharesOfOneDimension(parameter: id, named: categories.keys.sorted()),
        at: "operation")
    }
    if let id, let effect, let spread, let operation, let grade {
      let isFixed = spread.family == .fixed
      if grade == .nonePublished {
        if effect != operation.neutral || !isFixed {
          record.report(
            ScenarioFault.effectWithoutEvidence(parameter: id, effect: effect), at: "effect")
        }
      } else if isFixed {
        record.report(ScenarioFault.effectWithoutRange(parameter: id, effect: effect), at: "spread")
      }
    }
    guard record.faults.faults.count == before, let id, let operation, let effect, let spread,
      let appliesFrom, let reach, let decay
    else { return nil }
    self.init(
      parameter: id, categories: categories, operation: operation, effect: effect, spread: spread,
      appliesFrom: appliesFrom, reach: reach, decay: decay)
  }

  /// The key `keys`: `{dimension: [category, …]}`.
  private static func categories(
    _ record: YAMLRecord, of parameter: Parameter?
  ) -> [String: [String]] {
    guard let value = record.value("keys", required: false), let parameter,
      let pairs = value.pairs()
    else { return [:] }
    var categories: [String: [String]] = [:]
    for (dimension, value) in pairs {
      guard let index = parameter.dimensions.firstIndex(of: dimension) else {
        value.report(
          InputFault.unknownName(
            of: "dimension of \(parameter.id)", found: dimension, among: parameter.dimensions))
        continue
      }
      var known: [String] = []
      for keys in parameter.keys where !known.contains(keys[index]) { known.append(keys[index]) }
      let chosen = value.list()?.compactMap { $0.choice(of: dimension, among: known) } ?? []
      if value.isList, chosen.isEmpty { value.report(ScenarioFault.noCategories(of: dimension)) }
      categories[dimension] = chosen
    }
    return categories
  }

  private static func spread(_ record: YAMLRecord, about effect: Double?) -> Spread? {
    let family = record.choice("family", of: Spread.Family.self)
    let cv = record.number("cv", required: false)
    let low = record.number("low", required: false)
    let high = record.number("high", required: false)
    let reason = record.text("reason", required: false)
    record.finish()
    guard let family, let effect else { return nil }
    let isLimited = [.uniform, .triangular, .pert].contains(family)
    switch (cv, low, high, reason) {
    case (let cv?, nil, nil, nil) where family != .fixed && cv > 0:
      return Spread(family, cv: cv)
    case (nil, let low?, let high?, nil)
    where isLimited && low < high && (low...high).contains(effect):
      return Spread(family, low: low, high: high)
    case (nil, nil, nil, let reason?) where family == .fixed: return Spread(fixed: reason)
    default:
      record.report(
        InputFault.invalidSpread(
          of: "the effect",
          problem: "needs a cv above 0; or, if uniform, triangular or pert, low and high with the "
            + "effect between; or, if fixed, a reason"))
      return nil
    }
  }
}

extension LeverAction.Reach {
  fileprivate init?(_ record: YAMLRecord, names: ScenarioNames) {
    let value = record.share("value")
    let reason = record.text("reason")
    let source = record.value("source", required: false)
    record.finish()
    let citation = source.flatMap { $0.citation(names) }
    guard let value, let reason, source == nil || citation != nil else { return nil }
    self.init(value: value, reason: reason, citation: citation)
  }
}
