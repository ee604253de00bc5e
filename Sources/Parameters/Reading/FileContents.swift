import Foundation

/// The bytes of a file.
///
/// - Parameters:
///   - url: Where the file lies.
///   - file: Its name in messages.
/// - Throws: `InputError` that says why they cannot be had.
func contents(ofFile url: URL, as file: String) throws -> [UInt8] {
  do { return [UInt8](try Data(contentsOf: url)) } catch {
    throw unreadable(url, as: file, error)
  }
}

/// Why a file's bytes cannot be had.
func unreadable(_ url: URL, as file: String, _ error: any Error) -> InputError {
  let exists = FileManager.default.fileExists(atPath: url.path)
  let reason = exists ? error.localizedDescription : "there is no such file"
  return InputError(InputFault.unreadableFile(reason: reason), at: Place(file: file))
}

/// The `.yaml` files of a folder in the order of their names; none if there is no such folder.
func yamlFiles(in folder: URL) throws -> [URL] {
  try contents(of: folder).filter { $0.pathExtension == "yaml" }
}

/// What lies in a folder, without hidden files, in the order of the names.
func contents(of folder: URL) throws -> [URL] {
  let manager = FileManager.default
  guard manager.fileExists(atPath: folder.path) else { return [] }
  do {
    return try manager.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { !$0.lastPathComponent.hasPrefix(".") }
      .sorted { $0.lastPathComponent.utf8.lexicographicallyPrecedes($1.lastPathComponent.utf8) }
  } catch {
    throw InputError(
      InputFault.unreadableFile(reason: error.localizedDescription),
      at: Place(file: folder.lastPathComponent))
  }
}
