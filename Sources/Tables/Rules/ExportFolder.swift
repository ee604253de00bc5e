import Foundation

/// The files of one folder, read and put into pairs.
public struct ExportFolder: Sendable {
  /// The files' names in alphabetical order.
  public let names: [String]
  let contents: [String: CSVFile]
  let pairs: [ExportPair]

  static let dataEnding = ".csv"
  static let metadataEnding = ".meta.csv"

  /// Files in memory; a path's last name counts as the file's name.
  ///
  /// - Parameter places: The places they may be about.
  /// - Throws: `TableError.notRead` where one that lies on disk cannot be read.
  public init(files: [OutputFile], places: Places) throws(TableError) {
    var contents: [String: CSVFile] = [:]
    for file in files {
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      contents[name] = CSVFile(bytes: try file.bytes)
    }
    names = contents.keys.sorted()
    self.contents = contents
    pairs = names.compactMap { name -> ExportPair? in
      guard
        !name.hasSuffix(ExportFolder.metadataEnding), name.hasSuffix(ExportFolder.dataEnding),
        let data = contents[name],
        let metadata = contents[ExportFolder.partner(of: name)]
      else { return nil }
      let isReadable = data.faults.isEmpty && metadata.faults.isEmpty
      let partner = ExportFolder.partner(of: name)
      return isReadable
        ? ExportPair(
          name: name, data: data, metadataName: partner, metadata: metadata, places: places) : nil
    }
  }

  /// The files of a folder, and those that its links lead to, without those in folders inside it
  /// and hidden ones.
  ///
  /// - Throws: `TableError.notRead`.
  public init(reading folder: String, places: Places) throws(TableError) {
    let url = URL(fileURLWithPath: folder, isDirectory: true)
    do {
      let urls = try FileManager.default.contentsOfDirectory(
        at: url, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
      var files: [OutputFile] = []
      for url in urls {
        let values = try url.resolvingSymlinksInPath()
          .resourceValues(forKeys: [.isRegularFileKey])
        guard values.isRegularFile == true else { continue }
        let bytes = [UInt8](try Data(contentsOf: url))
        files.append(OutputFile(path: url.lastPathComponent, bytes: bytes))
      }
      try self.init(files: files, places: places)
    } catch {
      throw .notRead(path: folder, reason: error.localizedDescription)
    }
  }

  /// The name of the file's partner: the metadata of a data file, or the data of a metadata file.
  static func partner(of name: String) -> String {
    name.hasSuffix(metadataEnding)
      ? stem(of: name) + dataEnding : stem(of: name) + metadataEnding
  }

  /// A file's name without `.meta.csv` or `.csv`.
  static func stem(of name: String) -> String {
    for ending in [metadataEnding, dataEnding] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }
}
