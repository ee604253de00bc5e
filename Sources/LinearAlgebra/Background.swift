import Dispatch
import Synchronization

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
