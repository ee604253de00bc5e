import Dispatch

/// Writes a CSV file of any size part by part, with memory for one part a thread.
///
/// The file appears whole or not at all. Its bytes do not depend on the number of threads: parts
/// are made side by side and written in order.
public struct CSVWriter: Sendable {
  private let path: String
  private let header: [String]

  /// A file to be written.
  ///
  /// - Parameters:
  ///   - path: Where; a file that lies there is replaced.
  ///   - header: The names of the columns.
  public init(path: String, header: [String]) {
    self.path = path
    self.header = header
  }

  /// Writes the file.
  ///
  /// - Parameters:
  ///   - parts: Number of parts. With a thousand rows or more in each, their number costs nothing.
  ///   - threads: The most parts that are made side by side, at least 1.
  ///   - append: Appends all rows of a part.
  /// - Returns: The size of the file in bytes.
  /// - Throws: `TableError.notWritten`; `formula` for the first row of the file with such a text.
  @discardableResult
  public func write(
    parts: Int, threads: Int = 1,
    _ append: @Sendable (_ part: Int, _ csv: inout CSVBuffer) throws(TableError) -> Void
  ) throws(TableError) -> Int {
    precondition(threads >= 1, "\(threads) threads, at least 1")
    var first = CSVBuffer(file: path)
    try first.appendRow(header)
    let file = OrderedParts(try ReplacedFile(path), count: parts)
    try file.begin(with: first)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var csv = CSVBuffer(file: path)
      while let part = file.claim() {
        csv.restart()
        do throws(TableError) {
          try append(part, &csv)
          file.write(csv, as: part)
        } catch {
          file.fail(error, at: part)
        }
      }
    }
    return try file.finish()
  }
}
