import Foundation
public import Parameters

extension Differences {
  /// What two runs, or any two folders of files, hold differently: files that only one has, and of
  /// each CSV file how many cells differ, the first of them and the largest difference.
  ///
  /// - Throws: `TableError.notRead` where a folder cannot be read.
  public init(betweenFolders a: String, and b: String) throws(TableError) {
    self.init()
    let files = [try Self.files(below: a), try Self.files(below: b)]
    var only = TextTable(columns: [.text("File"), .text("Only in")])
    var cells = TextTable(
      columns: [
        .text("File"), .number("Cells"), .text("First difference"), .number("Largest"),
      ])
    for path in Set(files.flatMap(\.keys)).sorted() {
      guard let first = files[0][path], let second = files[1][path] else {
        only.add([path, files[0][path] == nil ? b : a])
        continue
      }
      if first != second { cells.add([path] + Self.cells(path, first, second)) }
    }
    add("Files that only one has", only)
    add("Files that differ", cells)
  }

  /// What two data folders hold differently: parameters over the years given, and other files.
  ///
  /// - Throws: `InputError` where a file is wrong, `TableError.notRead` where one cannot be read.
  public init(
    betweenData a: DataFolder, and b: DataFolder, in years: ClosedRange<FinancialYear>
  ) throws {
    self.init()
    add(
      "Parameters",
      ParameterDifferences(between: a.parameters, and: b.parameters, in: years).table)
    let rest = try Differences(betweenFolders: a.url.path, and: b.url.path)
    for (heading, table) in rest.sections { add(heading, table) }
  }

  /// The bytes of the files below a folder, by relative path; hidden files are left out.
  static func files(below folder: String) throws(TableError) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (path, url) in try paths(below: folder) { files[path] = try bytes(of: url) }
    return files
  }

  /// The bytes of a file.
  static func bytes(of url: URL) throws(TableError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: url))
    } catch {
      throw .notRead(path: url.path, reason: error.localizedDescription)
    }
  }

  /// The SHA-256 digest of a file of any size.
  static func digest(of url: URL) throws(TableError) -> String {
    do {
      let file = try FileHandle(forReadingFrom: url)
      defer { try? file.close() }
      var digest = RunningDigest()
      while let part = try file.read(upToCount: 1 << 20), !part.isEmpty {
        digest.append([UInt8](part)[...])
      }
      return digest.hexadecimal
    } catch {
      throw .notRead(path: url.path, reason: error.localizedDescription)
    }
  }

  /// Where the files below a folder lie, by relative path; hidden files are left out.
  static func paths(below folder: String) throws(TableError) -> [String: URL] {
    do {
      let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      return paths.reduce(into: [:]) { files, path in
        guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return }
        let url = URL(fileURLWithPath: folder).appendingPathComponent(path)
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        if !isFolder.boolValue { files[path] = url }
      }
    } catch {
      throw .notRead(path: folder, reason: error.localizedDescription)
    }
  }

  /// How many cells of two files differ, the first of them, and the largest difference of numbers.
  private static func cells(_ path: String, _ a: [UInt8], _ b: [UInt8]) -> [String] {
    guard path.hasSuffix(".csv") else {
      let line = FirstDifference(between: a, and: b)
      return ["", "line \(line.line)", ""]
    }
    let files = [CSVFile(bytes: a), CSVFile(bytes: b)]
    guard files[0].header == files[1].header else { return ["", "the header", ""] }
    guard files[0].rowCount == files[1].rowCount else {
      return ["", "\(files[0].rowCount) rows, \(files[1].rowCount) rows", ""]
    }
    var count = 0
    var first: String?
    var largest = 0.0
    for row in 0..<files[0].rowCount {
      for (left, right) in zip(files[0].columns, files[1].columns) {
        let pair = [left.text(at: row), right.text(at: row)]
        guard pair[0] != pair[1] else { continue }
        count += 1
        first = first ?? "row \(row + 2), \(left.name): \(pair[0]), \(pair[1])"
        if let x = Double(pair[0]), let y = Double(pair[1]) { largest = max(largest, abs(x - y)) }
      }
    }
    return [
      String(count), first ?? "quoting or line ends",
      largest > 0 ? FixedDecimal.text(largest, decimals: 3) : "",
    ]
  }
}
