import Foundation
import Parameters
import Testing

/// One broken input, the kind of fault it must give, and where.
struct BrokenFixture: Sendable {
  let name: InputFault.Name
  let file: String
  let line: Int?
  let faults: @Sendable () throws -> [Fault]

  /// The valid folder with one text of one file replaced; digests follow unless told otherwise.
  init(
    _ name: InputFault.Name, _ file: String, line: Int?, replacing old: String, with new: String
  ) {
    self.name = name
    self.file = file
    self.line = line
    self.faults = {
      var files = validFiles
      let text = try #require(files[file])
      try #require(text.contains(old), "\(file) does not hold '\(old)'")
      files[file] = text.replacingOccurrences(of: old, with: new)
      files["series/stock/about.yaml"] = files["series/stock/about.yaml"]!.replacingOccurrences(
        of: sha256(Array(stockRows.utf8)),
        with: sha256(Array(files["series/stock/data.csv"]!.utf8)))
      return try folderFaults(in: files)
    }
  }

  /// The valid folder with some files replaced.
  init(_ name: InputFault.Name, _ file: String, line: Int?, files: Files) {
    self.name = name
    self.file = file
    self.line = line
    self.faults = {
      try folderFaults(in: validFiles.merging(files) { $1 })
    }
  }

  /// A request to the valid folder that cannot be met.
  init(
    _ name: InputFault.Name, _ file: String, line: Int? = nil,
    request: @escaping @Sendable (DataFolder) throws -> Void
  ) {
    self.name = name
    self.file = file
    self.line = line
    self.faults = {
      let folder = try validFolder()
      return collectedFaults { try request(folder) }
    }
  }
}
