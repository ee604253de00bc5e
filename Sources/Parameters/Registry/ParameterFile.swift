public import Foundation

/// Reads and writes files of parameters: YAML lists, as in `Datasets/parameters`.
public enum ParameterFile {
  /// What parameters may name.
  public struct Names: Sendable {
    /// The sources.
    public let sources: Sources
    /// The series.
    public let series: SeriesFolder

    /// What parameters may name.
    public init(sources: Sources, series: SeriesFolder) {
      self.sources = sources
      self.series = series
    }
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - url: Where the file lies.
  ///   - file: Its name in messages.
  ///   - names: The sources and series that exist.
  /// - Returns: The parameters in the order of the file.
  /// - Throws: `InputError` with all faults.
  public static func read(_ url: URL, as file: String, names: Names) throws -> [Parameter] {
    try YAMLFile.read(url, as: file) { try parameters(in: $0, names) }
  }

  /// Reads text, as `read` does a file.
  public static func parse(_ text: String, as file: String, names: Names) throws -> [Parameter] {
    try YAMLFile.parse(text, as: file) { try parameters(in: $0, names) }
  }

  private static func parameters(in root: YAMLValue, _ names: Names) throws -> [Parameter]? {
    try root.list()?.compactMap { item in
      try item.record("the parameter").flatMap {
        try ParameterReader(record: $0, names: names).parameter()
      }
    }
  }
}

/// Reads one parameter.
private struct ParameterReader {
  let record: YAMLRecord
  let names: ParameterFile.Names

  /// The parameter; `nil` after reporting at least one fault.
  func parameter() throws -> Parameter? {
    let before = record.faults.faults.count
    let id = record.identifier("id")
    let label = record.text("label")
    let unit = record.unit()
    let prices = record.prices(for: unit)
    let dimensions = record.texts("by", required: false) ?? []
    let valid = record.range("valid")
    let afterLast = try afterLast()
    let note = record.text("note", required: false)
    let items = record.list("values")
    record.finish()
    let read = items?.map { dated($0, owner: id ?? "the parameter", dimensions: dimensions.count) }
    guard let id, let label, let unit, let valid, let afterLast, let read else { return nil }
    let complete = read.compactMap { $0 }
    guard complete.count == read.count else { return nil }
    let parameter = Parameter(
      id: id, label: label, unit: unit, prices: prices, dimensions: dimensions, valid: valid,
      afterLast: afterLast, note: note, values: complete.map(\.value), place: record.place)
    parameter.checkValues(lines: complete.map(\.lines), reportingTo: record.faults)
    return record.faults.faults.count == before ? parameter : nil
  }

  private func afterLast() throws -> Parameter.AfterLast? {
    guard let value = record.value("after_last") else { return nil }
    guard value.isRecord, let index = value.record() else {
      return switch value.choice(of: "after_last", among: ["hold", "{index: series}", "error"]) {
      case "hold": .hold
      case "error": .error
      default: nil
      }
    }
    let id = index.choice("index", among: names.series.ids)
    index.finish()
    return try id.map { .index(try names.series.series($0)) }
  }

  private func dated(
    _ item: YAMLValue, owner: String, dimensions: Int
  ) -> (value: DatedValue, lines: DatedValueLines)? {
    guard let record = item.record("a value of \(owner)") else { return nil }
    let from = record.day("from")
    let basis = record.choice("basis", of: Basis.self)
    let citation = citation(record)
    let how = record.text("how", required: false)
    let reason = record.text("reason", required: false)
    let setBy = record.choice("set_by", of: DatedValue.Decider.self, required: false)
    var cells = Cells()
    let isComplete = record.value("value").map { add($0, at: [], depth: dimensions, to: &cells) }
    let spreadRecord = record.record("spread")
    let spread = spreadRecord.flatMap { Spread($0, of: owner) }
    record.finish()
    guard let from, let basis, isComplete == true, let spread else { return nil }
    let table = ValueTable(keys: cells.keys, values: cells.numbers)
    return (
      DatedValue(
        from: from, basis: basis, citation: citation, how: how, reason: reason, setBy: setBy,
        table: table, spread: spread),
      DatedValueLines(
        start: record.line, spread: spreadRecord?.line, cells: cells.lines)
    )
  }

  private func citation(_ record: YAMLRecord) -> Citation? {
    guard let source = record.record("source", required: false) else { return nil }
    let id = source.value("id")?
      .choice(of: "source", among: names.sources.ids) { names.sources.has($0) ? $0 : nil }
    let at = source.text("at")
    source.finish()
    guard let id, let at else { return nil }
    return Citation(source: id, at: at)
  }

  private struct Cells {
    var keys: [[String]] = []
    var numbers: [Double] = []
    var lines: [Int?] = []
  }

  /// Adds the numbers of a value nested as deep as the parameter has dimensions.
  ///
  /// - Returns: Whether all could be read; faults were reported where not.
  private func add(_ value: YAMLValue, at keys: [String], depth: Int, to cells: inout Cells) -> Bool
  {
    guard depth > 0 else {
      guard let number = value.number() else { return false }
      cells.keys.append(keys)
      cells.numbers.append(number)
      cells.lines.append(value.line)
      return true
    }
    guard let pairs = value.pairs() else { return false }
    var isComplete = true
    for (key, inner) in pairs {
      if key.utf8.contains(.point) {
        inner.report(
          InputFault.wrongType(
            of: "a category", expected: "a name without '.'", found: "'\(key)'"))
        isComplete = false
      } else if !add(inner, at: keys + [key], depth: depth - 1, to: &cells) {
        isComplete = false
      }
    }
    return isComplete
  }
}
