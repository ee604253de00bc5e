import Foundation

/// Collects the files of a run and writes them all at once, or none.
///
/// The files are written to a hidden folder beside the target, which is then renamed. A reader
/// never sees half a run.
public struct OutputFolder: Sendable {
  /// The files collected so far, in the order in which they were added.
  public private(set) var files: [OutputFile] = []
  private var paths: Set<String> = []
  private var folders: Set<String> = []
  private let mark: String

  /// A folder without files.
  ///
  /// - Parameter mark: The file by which a folder is known to be earlier output of the same kind,
  ///   which may be replaced.
  public init(mark: String = RunManifest.fileName) {
    self.mark = mark
  }

  /// Adds a file.
  ///
  /// - Throws: `path` unless it is plain names joined by `/`; `duplicatePath` if it is taken.
  public mutating func add(_ file: OutputFile) throws(TableError) {
    let names = file.path.split(separator: "/", omittingEmptySubsequences: false)
    let arePlain = names.allSatisfy {
      !$0.isEmpty && $0 != "." && $0 != ".." && !$0.contains("\\") && !$0.contains("\0")
    }
    guard arePlain else { throw .path(file.path) }
    let parents = names.indices.dropFirst().map { names[..<$0].joined(separator: "/") }
    guard
      !folders.contains(file.path), paths.isDisjoint(with: parents),
      paths.insert(file.path).inserted
    else { throw .duplicatePath(file.path) }
    folders.formUnion(parents)
    files.append(file)
  }

  /// Adds several files, such as a table's pair, in a folder or at the top.
  public mutating func add(_ files: [OutputFile], in folder: String? = nil) throws(TableError) {
    for file in files {
      let path = folder.map { "\($0)/\(file.path)" } ?? file.path
      try add(file.moved(to: path))
    }
  }

  /// Writes all files.
  ///
  /// - Parameters:
  ///   - target: The folder to make. It may be there already if it is empty or, with `replace`, if
  ///     it holds earlier output (the file `mark`), all of which then goes.
  ///   - replace: Whether a previous run may go.
  /// - Throws: `parentMissing`, `targetIsAFile`, `targetNotARun` and `targetIsARun` before anything
  ///   is written; `notWritten` with nothing left behind and a previous run in place;
  ///   `previousRunAside` when that run could not be renamed back; `previousRunLeft` when the new run is in place and only the old one could not be removed.
  public func write(to target: String, replace: Bool = false) throws(TableError) {
    try write(to: target, replace: replace, steps: FolderSteps())
  }

  /// Checks that files could be written to a folder, before there are any.
  ///
  /// - Throws: What ``write(to:replace:)`` throws before anything is written.
  func check(_ target: String, replace: Bool) throws(TableError) {
    let place = URL(fileURLWithPath: target).standardizedFileURL.resolvingSymlinksInPath()
    let parent = place.deletingLastPathComponent()
    guard OutputFolder.isFolder(parent) else { throw .parentMissing(parent.path) }
    if FileManager.default.fileExists(atPath: place.path) {
      try checkReplaceable(place, replace: replace)
    }
  }

  /// The same with the steps that touch whole folders given, so that tests can let them fail.
  func write(to target: String, replace: Bool, steps: FolderSteps) throws(TableError) {
    let place = URL(fileURLWithPath: target).standardizedFileURL.resolvingSymlinksInPath()
    let parent = place.deletingLastPathComponent()
    try check(target, replace: replace)
    let isThere = FileManager.default.fileExists(atPath: place.path)
    let mark = UUID().uuidString
    let fresh = parent.appendingPathComponent(".\(place.lastPathComponent).new-\(mark)")
    let former = parent.appendingPathComponent(".\(place.lastPathComponent).old-\(mark)")
    do {
      try writeFiles(into: fresh)
      if isThere { try steps.move(place, former) }
    } catch {
      try? FileManager.default.removeItem(at: fresh)
      throw .notWritten(path: place.path, reason: error.localizedDescription)
    }
    do {
      try steps.move(fresh, place)
    } catch {
      try? FileManager.default.removeItem(at: fresh)
      if isThere { try OutputFolder.putBack(former, to: place, steps: steps) }
      throw .notWritten(path: place.path, reason: error.localizedDescription)
    }
    guard isThere else { return }
    do {
      try steps.remove(former)
    } catch {
      throw .previousRunLeft(path: former.path, reason: error.localizedDescription)
    }
  }
}

extension OutputFolder {
  private func writeFiles(into folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    for file in files {
      let url = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try file.write(to: url)
    }
  }

  private static func putBack(_ former: URL, to place: URL, steps: FolderSteps) throws(TableError) {
    do {
      try steps.move(former, place)
    } catch {
      throw .previousRunAside(path: former.path, reason: error.localizedDescription)
    }
  }

  private func checkReplaceable(_ place: URL, replace: Bool) throws(TableError) {
    guard OutputFolder.isFolder(place) else { throw .targetIsAFile(place.path) }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: place.path)
    } catch {
      throw .notRead(path: place.path, reason: error.localizedDescription)
    }
    if names.isEmpty { return }
    guard names.contains(mark) else { throw .targetNotARun(place.path, mark: mark) }
    guard replace else { throw .targetIsARun(place.path) }
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}

/// The steps of writing a folder that act on whole folders.
struct FolderSteps {
  var move: (_ from: URL, _ to: URL) throws -> Void = {
    try FileManager.default.moveItem(at: $0, to: $1)
  }
  var remove: (URL) throws -> Void = { try FileManager.default.removeItem(at: $0) }
}
