public import Foundation
import Parameters

extension SpendingLine {
  /// Reads the list of lines, `Datasets/spending-lines.yaml`.
  ///
  /// - Parameters:
  ///   - url: Where the file lies.
  ///   - file: Its name in messages.
  /// - Returns: The lines in the order of the file. Their groups are those the file declares.
  /// - Throws: `InputError` with all faults of the file.
  public static func read(_ url: URL, as file: String) throws -> [SpendingLine] {
    try YAMLFile.read(url, as: file) { root in
      guard let record = root.record("the list of lines") else { return nil }
      let groups = record.list("groups")?.compactMap { Self.group($0) }
      let items = record.list("lines")
      record.finish()
      guard let groups, let items else { return nil }
      let lines = items.compactMap { $0.record("the line").flatMap { line($0, groups: groups) } }
      return lines.count == items.count ? lines : nil
    }
  }

  private static func group(_ item: YAMLValue) -> String? {
    guard let record = item.record("the group") else { return nil }
    let id = record.identifier("id")
    _ = record.text("label")
    _ = record.text("number")
    _ = record.text("series_line")
    record.finish()
    return id
  }

  private static func line(_ record: YAMLRecord, groups: [String]) -> SpendingLine? {
    let id = record.identifier("id")
    let label = record.text("label")
    let number = record.text("number")
    let group = record.choice("group", among: groups)
    let seriesLine = record.text("series_line")
    let driver: Driver?
    if record.has("driver") {
      driver = record.text("driver").map { .quantity($0) }
    } else {
      driver = record.texts("child_weeks").map { .childWeeks(placements: $0) }
    }
    record.finish()
    guard let id, let label, let number, let group, let driver, let seriesLine
    else { return nil }
    return SpendingLine(
      id: id, label: label, number: number, group: group, driver: driver, seriesLine: seriesLine)
  }
}
