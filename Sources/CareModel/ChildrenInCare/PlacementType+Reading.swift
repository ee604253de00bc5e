public import Foundation
import Parameters

extension PlacementType {
  /// Reads every placement type of a folder, in the order of their positions.
  ///
  /// - Parameter folder: Holds one `<id>.yaml` per placement type.
  /// - Throws: `InputError` with the faults of all files.
  public static func all(in folder: URL) throws -> [PlacementType] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "yaml" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    return try readTogether(files) { file in
      try YAMLFile.read(file, as: "placements/\(file.lastPathComponent)") { root in
        root.record("placement type").flatMap { PlacementType($0) }
      }
    }.sorted { $0.position < $1.position }
  }

  private init?(_ record: YAMLRecord) {
    let id = record.identifier("id")
    let label = record.text("label")
    let position = record.integer("position")
    let setting = record.choice("setting", among: PlacementSetting.allCases.map(\.rawValue))
    let headings = record.texts("published_headings")
    let placementCodes = record.texts("placement_codes")
    let providerCodes = record.texts("provider_codes")
    record.finish()
    guard let id, let label, let position, let headings, let placementCodes, let providerCodes,
      let setting = setting.flatMap(PlacementSetting.init)
    else { return nil }
    self.init(
      id: id, label: label, position: position, setting: setting, publishedHeadings: headings,
      placementCodes: placementCodes, providerCodes: providerCodes)
  }
}
