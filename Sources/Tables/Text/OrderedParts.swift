import Foundation

/// A file whose parts are made on several threads and written in order.
///
/// A thread claims the next part, makes it, and waits for its turn to write it. Parts are claimed
/// in order, so the part whose turn it is has always been claimed and the wait ends, on any number
/// of threads.
final class OrderedParts: @unchecked Sendable {
  private let condition = NSCondition()
  private let count: Int
  // Guarded by the condition.
  private var claimed = 0
  private var turn = 0
  private var fault: TableError?
  // Touched by the thread whose turn it is.
  private var file: ReplacedFile
  private var size = 0
  private var rows = 0

  /// A file of a number of parts.
  init(_ file: consuming ReplacedFile, count: Int) {
    self.file = file
    self.count = count
  }

  /// Writes what comes before all parts.
  func begin(with csv: borrowing CSVBuffer) throws(TableError) {
    try add(csv)
  }

  /// The next part to make; `nil` when all are claimed, or one has failed.
  func claim() -> Int? {
    condition.lock()
    defer { condition.unlock() }
    guard fault == nil, claimed < count else { return nil }
    claimed += 1
    return claimed - 1
  }

  /// Writes a part that was claimed, when its turn has come.
  func write(_ csv: borrowing CSVBuffer, as part: Int) {
    guard awaitTurn(part) else { return }
    do {
      try add(csv)
      endTurn(nil)
    } catch {
      endTurn(error)
    }
  }

  /// Stops at a part that could not be made, once those before it are written; the row of its fault
  /// is then counted from the start of the file.
  func fail(_ error: TableError, at part: Int) {
    guard awaitTurn(part) else { return }
    if case .formula(let file, let row, let column, let text) = error {
      endTurn(.formula(file: file, row: rows + row, column: column, text: text))
    } else {
      endTurn(error)
    }
  }

  /// Puts the file in its place.
  ///
  /// - Returns: Its size in bytes.
  func finish() throws(TableError) -> Int {
    if let fault { throw fault }
    try file.finish()
    return size
  }

  private func add(_ csv: borrowing CSVBuffer) throws(TableError) {
    try csv.memory.withBytes { bytes throws(TableError) in try file.write(bytes) }
    size += csv.memory.count
    rows += csv.row - 1
  }

  /// Whether a part's turn has come; false if an earlier one has failed.
  private func awaitTurn(_ part: Int) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while turn < part && fault == nil { condition.wait() }
    return fault == nil
  }

  private func endTurn(_ fault: TableError?) {
    condition.lock()
    turn += 1
    self.fault = fault
    condition.broadcast()
    condition.unlock()
  }
}
