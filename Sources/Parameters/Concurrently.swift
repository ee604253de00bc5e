import Dispatch
import Synchronization

/// Computes a value for every index, side by side on all cores, and returns them in order.
///
/// - Throws: The error of the lowest index that failed.
public func concurrently<Value: Sendable>(
  _ indices: Range<Int>, _ value: @Sendable (Int) throws -> Value
) throws -> [Value] {
  var results = [Result<Value, any Error>?](repeating: nil, count: indices.count)
  results.withUnsafeMutableBufferPointer { buffer in
    // Each iteration writes its own element, and concurrentPerform waits for all of them.
    nonisolated(unsafe) let slots = buffer
    DispatchQueue.concurrentPerform(iterations: indices.count) { index in
      slots[index] = Result { try value(indices.lowerBound + index) }
    }
  }
  return try results.map { try $0!.get() }
}

/// A value that is computed beside what its maker does next.
public final class Background<Value: Sendable>: Sendable {
  private let group = DispatchGroup()
  private let result = Mutex<Result<Value, any Error>?>(nil)

  /// Begins to compute the value.
  public init(_ value: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global().async(group: group) {
      let result = Result { try value() }
      self.result.withLock { $0 = result }
    }
  }

  /// Waits for the value.
  ///
  /// - Throws: What the computing threw.
  public func value() throws -> Value {
    group.wait()
    return try result.withLock { $0! }.get()
  }
}
