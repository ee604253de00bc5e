public import Foundation

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
///
/// - Parameter name: The name of the folder in messages.
/// - Returns: Where each lies, and its name in messages.
/// - Throws: `InputError` where the folder cannot be read.
public func yamlFiles(in folder: URL, as name: String) throws -> [(url: URL, name: String)] {
  try names(in: folder).filter { $0.hasSuffix(".yaml") }.map {
    (folder.appendingPathComponent($0), "\(name)/\($0)")
  }
}

/// The names of what lies in a folder, without hidden files, in the order of their bytes.
func names(in folder: URL) throws -> [String] {
  let manager = FileManager.default
  guard manager.fileExists(atPath: folder.path) else { return [] }
  do {
    return try manager.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  } catch {
    throw InputError(
      InputFault.unreadableFile(reason: error.localizedDescription),
      at: Place(file: folder.lastPathComponent))
  }
}
