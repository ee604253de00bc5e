import Foundation

/// The distinct texts of a column, numbered in the order of first appearance.
///
/// Columns of statistics repeat few texts often, so a text is looked up by its bytes: no text is
/// made of a cell that was seen before.
package struct TextLevels: Sendable {
  /// The distinct texts.
  package private(set) var texts: [String] = []
  /// The bytes of all texts, one after another, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  /// By hash value: the number of a text, or -1.
  private var slots = [Int32](repeating: -1, count: 64)

  /// How many distinct texts there are.
  package var count: Int { texts.count }

  /// No texts.
  package init() {}

  /// The number of a text; adds it if it is new.
  ///
  /// - Parameters:
  ///   - cell: The bytes of the text.
  ///   - text: Makes the text.
  /// - Returns: Its number; `nil` if it is new and cannot be made.
  package mutating func number(
    of cell: UnsafeRawBufferPointer, _ text: () -> String?
  ) -> Int32? {
    var slot = slot(of: cell)
    while slots[slot] >= 0 {
      if isEqual(slots[slot], to: cell) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard let text = text() else { return nil }
    let number = Int32(texts.count)
    texts.append(text)
    bytes.append(contentsOf: cell)
    ends.append(bytes.count)
    slots[slot] = number
    if 2 * texts.count > slots.count { rehash() }
    return number
  }

  /// Multiplies and folds eight bytes at a time; the last eight may overlap those before.
  @inline(__always)
  private func slot(of cell: UnsafeRawBufferPointer) -> Int {
    let word = { (place: Int) in cell.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
    var hash = UInt64(cell.count)
    if cell.count >= 8 {
      for place in stride(from: 0, to: cell.count - 8, by: 8) { hash = mixed(hash ^ word(place)) }
      hash = mixed(hash ^ word(cell.count - 8))
    } else {
      var bytes: UInt64 = 0
      for byte in cell { bytes = bytes << 8 | UInt64(byte) }
      hash = mixed(hash ^ bytes)
    }
    return Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }

  @inline(__always)
  private func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  @inline(__always)
  private func isEqual(_ number: Int32, to cell: UnsafeRawBufferPointer) -> Bool {
    let start = ends[Int(number)]
    guard ends[Int(number) + 1] - start == cell.count else { return false }
    guard let other = cell.baseAddress else { return true }
    return bytes.withUnsafeBytes { memcmp($0.baseAddress! + start, other, cell.count) == 0 }
  }

  private mutating func rehash() {
    var larger = [Int32](repeating: -1, count: 2 * slots.count)
    swap(&larger, &slots)
    bytes.withUnsafeBytes { memory in
      for number in texts.indices {
        let range = ends[number]..<ends[number + 1]
        var slot = slot(of: UnsafeRawBufferPointer(rebasing: memory[range]))
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(number)
      }
    }
  }
}
