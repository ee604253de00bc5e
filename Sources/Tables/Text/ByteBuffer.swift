/// Bytes that grow at their end, written through a pointer into room made beforehand.
///
/// An `Array` that grows byte by byte checks its room and its owner at every byte. This buffer has
/// one owner, checks once for what may be written next, and counts what was.
struct ByteBuffer: ~Copyable, @unchecked Sendable {
  /// How many bytes there are.
  private(set) var count = 0
  private var capacity = 256
  private var memory = UnsafeMutableRawPointer.allocate(byteCount: 256, alignment: 16)

  deinit { memory.deallocate() }

  /// All bytes.
  var bytes: [UInt8] { [UInt8](UnsafeRawBufferPointer(start: memory, count: count)) }

  /// Appends what is written into the room given.
  ///
  /// - Parameters:
  ///   - room: The most bytes that are written.
  ///   - write: Writes from a place on; returns the place after the last byte to be kept.
  @inline(__always)
  mutating func append(
    room: Int, _ write: (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer
  ) {
    if capacity - count < room { grow(for: room) }
    count = write(memory + count) - memory
    precondition(count <= capacity, "\(count) bytes in room for \(capacity)")
  }

  /// Appends one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if capacity == count { grow(for: 1) }
    memory.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Appends bytes.
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    append(room: bytes.count) { place in
      place.copyMemory(from: start, byteCount: bytes.count)
      return place + bytes.count
    }
  }

  /// Takes all bytes away and keeps the room.
  mutating func removeAll() {
    count = 0
  }

  /// Lends all bytes.
  func withBytes<Result, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(start: memory, count: count))
  }

  private mutating func grow(for room: Int) {
    let larger = max(2 * capacity, count + room)
    let fresh = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
    fresh.copyMemory(from: memory, byteCount: count)
    memory.deallocate()
    memory = fresh
    capacity = larger
  }
}
