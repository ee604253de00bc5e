import Dispatch
import Synchronization

/// Computes a value for every index, side by side on all cores, and returns them in order.
///
/// - Parameters:
///   - indices: What to compute.
///   - threads: How many are computed at once; all cores if not given. It changes no result.
///   - value: The value of an index.
/// - Throws: The error of the lowest index that failed.
public func concurrently<Value: Sendable>(
  _ indices: Range<Int>, threads: Int? = nil, _ value: @Sendable (Int) throws -> Value
) throws -> [Value] {
  var results = [Result<Value, any Error>?](repeating: nil, count: indices.count)
  results.withUnsafeMutableBufferPointer { buffer in
    // Each iteration writes its own elements, and concurrentPerform waits for all of them.
    nonisolated(unsafe) let slots = buffer
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(
      iterations: min(threads ?? indices.count, indices.count)
    ) { _ in
      // Each worker takes the next index when it is done with one.
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < slots.count else { break }
        slots[index] = Result { try value(indices.lowerBound + index) }
      }
    }
  }
  return try results.map { try $0!.get() }
}
