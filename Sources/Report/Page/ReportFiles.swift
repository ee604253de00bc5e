import Foundation

/// Writes a page and the files of its pictures: all of them, or none.
public struct ReportFiles: Sendable {
  private let page: URL
  private let replaces: Bool

  /// Files in a place.
  ///
  /// - Parameters:
  ///   - path: Where the page will lie; pictures lie beside it.
  ///   - replaces: Whether files that lie there may go.
  /// - Throws: `ReportError.noPlace`, `placeIsFolder`, `taken`, before anything is made.
  public init(_ path: String, replaces: Bool) throws {
    page = URL(fileURLWithPath: path)
    self.replaces = replaces
    let folder = page.deletingLastPathComponent().path
    guard NearestEntry.isFolder(folder) else {
      let typed = (path as NSString).deletingLastPathComponent
      throw ReportError.noPlace(typed, nearest: NearestEntry.folder(to: typed))
    }
    guard !NearestEntry.isFolder(page.path) else { throw ReportError.placeIsFolder(path) }
    try checkFree(page)
  }

  /// Writes the page, and its pictures in the form asked for.
  ///
  /// - Returns: The names of the files of pictures.
  /// - Throws: `ReportError`; nothing has been written then, and what lay there is untouched.
  @discardableResult
  public func write(
    _ report: ReportPage, pictures format: PictureFormat? = nil, drawnBy gnuplot: Gnuplot
  ) throws -> [String] {
    var files: [(url: URL, bytes: [UInt8])] = []
    if let format {
      let stem = page.deletingPathExtension().lastPathComponent
      files = try Picture.all(of: report.comparison).map { _, picture in
        let name = "\(stem)-\(picture.id).\(format.id)"
        return (
          page.deletingLastPathComponent().appendingPathComponent(name),
          try format.bytes(picture, gnuplot)
        )
      }
    }
    for file in files { try checkFree(file.url) }
    // The page comes last: where it is, the pictures are too.
    try write(files + [(page, Array(report.text.utf8))])
    return files.map(\.url.lastPathComponent)
  }

  private func checkFree(_ url: URL) throws(ReportError) {
    guard replaces || !FileManager.default.fileExists(atPath: url.path) else {
      throw .taken(url.path)
    }
  }

  /// Writes files under hidden names, and gives them their own when all are written.
  func write(_ files: [(url: URL, bytes: [UInt8])]) throws(ReportError) {
    let mark = UUID().uuidString
    let hidden = files.map { url, _ in
      url.deletingLastPathComponent()
        .appendingPathComponent(".\(url.lastPathComponent).new-\(mark)")
    }
    do {
      for (file, place) in zip(files, hidden) { try Data(file.bytes).write(to: place) }
      for (file, place) in zip(files, hidden) {
        guard rename(place.path, file.url.path) == 0 else {
          throw CocoaError(.fileWriteUnknown)
        }
      }
    } catch {
      for place in hidden { try? FileManager.default.removeItem(at: place) }
      throw .notWritten(page.path, reason: error.localizedDescription)
    }
  }
}
