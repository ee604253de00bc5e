public import Foundation
import Synchronization

/// The series of a data folder, each read and checked when it is first asked for: a projection needs
/// a third of them.
public final class SeriesFolder: Sendable {
  /// The ids of the series, which are the names of their folders, in order.
  public let ids: [String]

  private let folder: URL
  private let sources: Sources
  private let read = Mutex<[String: Series]>([:])

  /// The series of a folder, none of them read; none where there is no such folder.
  ///
  /// - Parameters:
  ///   - folder: Holds a folder for each series.
  ///   - sources: The sources that series may cite.
  public init(_ folder: URL, sources: Sources) throws {
    self.folder = folder
    ids = try names(in: folder)
    self.sources = sources
  }

  /// The series of that id.
  ///
  /// - Throws: `InputError` with the nearest id where there is none, or with the faults of its files.
  public func series(_ id: String) throws -> Series {
    if let series = read.withLock({ $0[id] }) { return series }
    guard ids.contains(id) else {
      throw InputError(
        InputFault.unknownName(of: "series", found: id, among: ids), at: Place(file: "series"))
    }
    let series = try Series(
      folder: folder.appendingPathComponent(id), as: "series/\(id)", sources: sources)
    read.withLock { $0[id] = series }
    return series
  }

  /// Every series, in the order of the ids.
  ///
  /// - Throws: `InputError` with the faults of all of them.
  public func all() throws -> [Series] { try readTogether(ids) { try series($0) } }
}
