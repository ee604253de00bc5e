import Foundation
import Parameters

/// What lies where something was looked for.
enum NearestEntry {
  /// Whether a path is that of a folder.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The folder beside a path whose name is nearest to the path's last; `nil` where none is near.
  static func folder(to path: String) -> String? {
    let url = URL(fileURLWithPath: path)
    let parent = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    let found = nearestName(
      to: url.lastPathComponent,
      among: names.sorted().filter { !$0.hasPrefix(".") && isFolder("\(parent)/\($0)") })
    guard let found else { return nil }
    let typed = (path as NSString).deletingLastPathComponent
    return typed.isEmpty ? found : "\(typed)/\(found)"
  }
}
