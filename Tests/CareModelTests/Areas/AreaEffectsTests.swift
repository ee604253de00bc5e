import CareModel
import Datasets
import Foundation
import Parameters
import Statistics
import TestSupport
import Testing

/// Files of effects, and how effects go on.
@Suite struct AreaEffectsTests {
  private static func read(_ effects: AreaEffects, _ change: (String) -> String = { $0 }) throws
    -> AreaEffects
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("carecast-effects-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [
      (AreaEffects.estimateFile, effects.estimateText),
      (AreaEffects.spreadFile, effects.spreadText),
    ] {
      try change(text).write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return try AreaEffects.read(
      folder, as: "fitted", areas: ProjectionSample.data.get().areas())
  }

  private static let invented = Result {
    try InventedEffects.effects(of: ProjectionSample.data.get().areas())
  }

  @Test func whatIsWrittenIsRead() throws {
    let effects = try Self.invented.get()
    #expect(try Self.read(effects) == effects)
  }

  @Test(arguments: [
    ("effect,area", "effect,place", "effect,area"),
    ("turnover,E10000016,", "turnover,E10000099,", "E10000099"),
    ("balance,0.1,", "balance,x,", "x"),
    ("three-or-more-placements,0.1,", "three-or-more-placements,9,", "0 to 5"),
    ("neet-17-18,E06000001", "neet-17-18,E06000002", "E06000001"),
  ])
  func brokenFilesAreNamed(found: String, broken: String, word: String) throws {
    let effects = try Self.invented.get()
    do {
      _ = try Self.read(effects) { $0.replacing(found, with: broken) }
      Issue.record("\(broken) was read")
    } catch let error as InputError {
      #expect("\(error)".contains(word), "\(error)")
    }
  }
}
